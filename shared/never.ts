/** Closes a switch over a union: does not compile while a case is missing, throws if one slips in at run time. */
export function never(value: never): never {
  throw new Error(`Unexpected case: ${JSON.stringify(value)}`)
}

/**
 * Stands in for the compiler of JSON schemas that `conf` would load at every start: it runs only for a store
 * that declares a schema, and ours are parsed by `settings-shape.ts`. Without it main's code is a third smaller.
 */
export function Ajv2020(): never {
  throw new Error('A store declares a JSON schema, and the build leaves out what would compile it')
}

/** The formats that the compiler would check. */
export default function ajvFormats(): never {
  return Ajv2020()
}

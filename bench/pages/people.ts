import type { Operator } from '../../shared/operator.ts'
import { pack, type OperatorColumns } from '../../shared/operator-columns.ts'

/** 100,000 operators as the embedded ChatHub makes them up, packed as a list arrives in the window. */
export async function people(): Promise<OperatorColumns> {
  const answer = await fetch('/people.json')
  // Written by the build of these pages a moment ago.
  return pack((await answer.json()) as Operator[])
}

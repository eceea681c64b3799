import { clean } from './match-key.ts'

/** The longest name that the service takes, in UTF-16 units; a name of exactly this length is allowed. */
export const longestName = 100

/** Something that keeps an operator from being added; `index` is its place in the input, from 0. */
export type Fault =
  | { readonly kind: 'organization-missing'; readonly index: number }
  | { readonly kind: 'name-missing'; readonly index: number }
  | { readonly kind: 'name-too-long'; readonly index: number; readonly length: number }

/** What a person wants to add, before it is checked. */
export interface Candidate {
  readonly organizationId: number | null
  readonly name: string
}

/** All faults of all candidates together, in input order; none means that every one may be sent. */
export function validate(candidates: readonly Candidate[]): Fault[] {
  return candidates.flatMap(faultsOf)
}

function faultsOf({ organizationId, name }: Candidate, index: number): Fault[] {
  const faults: Fault[] = []
  if (!organizationId) faults.push({ kind: 'organization-missing', index })
  if (clean(name) === '') faults.push({ kind: 'name-missing', index })
  if (name.length > longestName) faults.push({ kind: 'name-too-long', index, length: name.length })
  return faults
}

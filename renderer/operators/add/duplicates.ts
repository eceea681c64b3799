import { looseKey, sameKey } from '../../../shared/match-key.ts'
import { operatorAt, type OperatorColumns } from '../../../shared/operator-columns.ts'
import type { Operator } from '../../../shared/operator.ts'
import type { TypedName } from './names.ts'

/** Where a name is already. */
export type Found =
  | { readonly kind: 'listed'; readonly operators: readonly Operator[] }
  | { readonly kind: 'queued' }
  | { readonly kind: 'typed'; readonly line: number }

/** A typed name that is there already: a question, never a silent skip. */
export interface Duplicate extends TypedName {
  readonly how: 'same' | 'probably'
  readonly found: Found
}

/** What a person decides about a duplicate. */
export type Choice = 'skip' | 'add' | 'reactivate'

/** What the typed names are compared with: the organization's operators as cached, and names that wait to be added to it. */
export interface Existing {
  readonly operators: OperatorColumns | null
  readonly queued: readonly string[]
}

/** Every name that is there already, in order; where it is in several places, the most telling one. */
export function findDuplicates(names: readonly TypedName[], existing: Existing): Duplicate[] {
  const wanted = new Set(names.map(({ name }) => looseKey(name)))
  const listed = listedByKey(wanted, existing.operators)
  const queued = groupBy(existing.queued, looseKey)
  const typed = new Map<string, TypedName>()
  return names.flatMap((name) => {
    const key = looseKey(name.name)
    const before = typed.get(key)
    if (!before) typed.set(key, name)
    const duplicate =
      asListed(name, listed.get(key)) ??
      asQueued(name, queued.get(key)) ??
      (before ? asTyped(name, before) : null)
    return duplicate ? [duplicate] : []
  })
}

/** What is offered for a duplicate, the usual choice first. */
export function choicesFor({ found }: Duplicate): readonly [Choice, ...Choice[]] {
  if (found.kind !== 'listed' || !toReactivate(found.operators)) return ['skip', 'add']
  const someoneIsActive = found.operators.some(({ status }) => status === 0)
  return someoneIsActive ? ['skip', 'reactivate', 'add'] : ['reactivate', 'skip', 'add']
}

/** Who comes back when a duplicate is reactivated: an inactive operator before a deleted one. */
export function toReactivate(operators: readonly Operator[]): Operator | null {
  return (
    operators.find(({ status }) => status === 1) ??
    operators.find(({ status }) => status === 2) ??
    null
  )
}

function listedByKey(
  wanted: ReadonlySet<string>,
  columns: OperatorColumns | null
): Map<string, Operator[]> {
  const listed = new Map<string, Operator[]>()
  if (columns === null) return listed
  for (let row = 0; row < columns.ids.length; row += 1) {
    const operator = operatorAt(columns, row)
    const key = looseKey(operator.name)
    if (wanted.has(key)) listed.set(key, [...(listed.get(key) ?? []), operator])
  }
  return listed
}

function asListed(name: TypedName, operators: readonly Operator[] | undefined): Duplicate | null {
  if (!operators) return null
  const same = operators.filter((operator) => isSame(operator.name, name.name))
  const found = { kind: 'listed', operators: same.length > 0 ? same : operators } as const
  return { ...name, how: same.length > 0 ? 'same' : 'probably', found }
}

function asQueued(name: TypedName, names: readonly string[] | undefined): Duplicate | null {
  if (!names) return null
  const same = names.some((queued) => isSame(queued, name.name))
  return { ...name, how: same ? 'same' : 'probably', found: { kind: 'queued' } }
}

function asTyped(name: TypedName, before: TypedName): Duplicate {
  const how = isSame(name.name, before.name) ? 'same' : 'probably'
  return { ...name, how, found: { kind: 'typed', line: before.line } }
}

function isSame(one: string, other: string): boolean {
  return sameKey(one) === sameKey(other)
}

function groupBy(names: readonly string[], keyOf: (name: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const name of names) groups.set(keyOf(name), [...(groups.get(keyOf(name)) ?? []), name])
  return groups
}

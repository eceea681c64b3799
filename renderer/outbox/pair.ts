import type { EntryId } from '../../shared/edit.ts'
import { sameKey } from '../../shared/match-key.ts'
import type { Operator } from '../../shared/operator.ts'

/** An entry of an attempt, and the row of the reply that is its own; `null` where none can be told. */
export interface Pair {
  readonly entryId: EntryId
  readonly row: Operator | null
}

/** Entries with their rows, and rows that belong to no entry. */
export interface Paired {
  readonly pairs: readonly Pair[]
  readonly leftover: readonly Operator[]
}

/**
 * Pairs what was sent with what came back, whatever the order: by match key, the lowest id first; then a
 * single leftover with a single leftover, since a server may normalize names. `taken`: rows that belong to
 * other entries, which nobody else may have.
 */
export function pair(
  sent: readonly { readonly id: EntryId; readonly name: string }[],
  rows: readonly Operator[],
  taken: (operatorId: number) => boolean
): Paired {
  const free = byKey(distinct(rows).filter((row) => !taken(row.id)))
  const pairs = sent.map(({ id, name }) => ({
    entryId: id,
    row: free.get(sameKey(name))?.shift() ?? null
  }))
  const leftover = [...free.values()].flat()
  const single = leftover.length === 1 ? leftover[0] : undefined
  const [unpaired, ...others] = pairs.filter((each) => each.row === null)
  if (!single || !unpaired || others.length > 0) return { pairs, leftover }
  // The service answered with a row of the name that is another entry's: the stray one is nobody's.
  const name = sent.find(({ id }) => id === unpaired.entryId)?.name ?? ''
  if (rows.some((row) => sameKey(row.name) === sameKey(name))) return { pairs, leftover }
  return { pairs: pairs.map((each) => (each.row ? each : { ...each, row: single })), leftover: [] }
}

function distinct(rows: readonly Operator[]): readonly Operator[] {
  const seen = new Map(rows.map((row) => [row.id, row]))
  return [...seen.values()].sort((one, other) => one.id - other.id)
}

function byKey(rows: readonly Operator[]): Map<string, Operator[]> {
  const keyed = new Map<string, Operator[]>()
  for (const row of rows) {
    const key = sameKey(row.name)
    const same = keyed.get(key)
    if (same) same.push(row)
    else keyed.set(key, [row])
  }
  return keyed
}

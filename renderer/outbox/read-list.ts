import type { OperatorList } from '../../shared/ipc.ts'
import { sameKey } from '../../shared/match-key.ts'
import { nameAt, operatorAt, type OperatorColumns } from '../../shared/operator-columns.ts'
import type { Operator } from '../../shared/operator.ts'
import type { Reading } from './state.ts'

/** So many names are looked at before the window may paint: a few ms of work. */
const slice = 8_192
const plain = /^[!-~]+(?: [!-~]+)*$/u

/** What a list is read against. */
export interface ReadWith {
  readonly list: OperatorList
  readonly known: OperatorColumns | null
  /** Whether a match key is of interest. */
  readonly wanted: (key: string) => boolean
  readonly breathe: () => Promise<void>
  readonly askedAt: number
  readonly at: number
  readonly upTo: number
}

/** Reads a list for the names of interest and for known operators that it lacks, without holding up the window. */
export async function readList(given: ReadWith): Promise<Reading> {
  const { list, known, askedAt, at, upTo } = given
  const { columns } = list
  const rows = await rowsNamed(columns, given.wanted, given.breathe)
  const missing = known ? missingIn(columns, known) : []
  return { askedAt, at, columns, rows, missing, upTo, ids: lazily(() => allIds(columns, known)) }
}

/** The rows whose match key is wanted, by key, lowest id first. */
export async function rowsNamed(
  columns: OperatorColumns,
  wanted: (key: string) => boolean,
  breathe: () => Promise<void>
): Promise<ReadonlyMap<string, readonly Operator[]>> {
  const rows = new Map<string, Operator[]>()
  const count = columns.ids.length
  for (let from = 0; from < count; from += slice) {
    if (from > 0) await breathe()
    collect(columns, { from, to: Math.min(count, from + slice), wanted }, rows)
  }
  for (const same of rows.values()) same.sort((one, other) => one.id - other.id)
  return rows
}

function collect(
  columns: OperatorColumns,
  { from, to, wanted }: { from: number; to: number; wanted: (key: string) => boolean },
  rows: Map<string, Operator[]>
): void {
  for (let row = from; row < to; row += 1) {
    const key = quickKey(nameAt(columns, row))
    if (!wanted(key)) continue
    const same = rows.get(key)
    if (same) same.push(operatorAt(columns, row))
    else rows.set(key, [operatorAt(columns, row)])
  }
}

/** The match key; for plain names, which are most, without the long way. */
function quickKey(name: string): string {
  return plain.test(name) ? name.toLowerCase() : sameKey(name)
}

function missingIn(columns: OperatorColumns, known: OperatorColumns): number[] {
  if (sameIds(columns.ids, known.ids)) return []
  const listed = new Set(columns.ids)
  const missing: number[] = []
  known.ids.forEach((id, row) => {
    if (known.statuses[row] !== 2 && !listed.has(id)) missing.push(id)
  })
  return missing.sort((one, other) => one - other)
}

function sameIds(one: Float64Array, other: Float64Array): boolean {
  return one.length === other.length && one.every((id, row) => id === other[row])
}

function allIds(columns: OperatorColumns, known: OperatorColumns | null): ReadonlySet<number> {
  const ids = new Set(columns.ids)
  if (known && !sameIds(columns.ids, known.ids)) for (const id of known.ids) ids.add(id)
  return ids
}

function lazily<T>(work: () => T): () => T {
  let done: { readonly value: T } | null = null
  return () => (done ??= { value: work() }).value
}

import type { OperatorColumns } from '../../shared/operator-columns.ts'
import { type Delta, isSound } from './operator-delta.ts'

/** Rows in one stored record. */
export const rowsInPack = 4096

/** Ids and names of up to 4,096 rows. They hardly ever change, so they rest apart from the statuses. */
export interface NamePack {
  readonly organizationId: number
  readonly pack: number
  readonly ids: Float64Array
  readonly names: string
  /** Where each name ends in this pack's `names`. */
  readonly ends: Uint32Array
}

/** Statuses of the same rows. */
export interface StatusPack {
  readonly organizationId: number
  readonly pack: number
  readonly statuses: Uint8Array
}

/** How many packs hold so many rows. */
export function packsFor(rows: number): number {
  return Math.ceil(rows / rowsInPack)
}

/** Ids and names of one pack of a list. */
export function namePack(organizationId: number, columns: OperatorColumns, pack: number): NamePack {
  const [from, to] = rowsOf(pack)
  const start = columns.ends[from - 1] ?? 0
  const ends = columns.ends.slice(from, to).map((end) => end - start)
  const names = columns.names.slice(start, start + (ends.at(-1) ?? 0))
  return { organizationId, pack, ids: columns.ids.slice(from, to), names, ends }
}

/** Statuses of one pack of a list. */
export function statusPack(
  organizationId: number,
  columns: OperatorColumns,
  pack: number
): StatusPack {
  const [from, to] = rowsOf(pack)
  return { organizationId, pack, statuses: columns.statuses.slice(from, to) }
}

/** Packs to be written, of the ids and names and of the statuses. */
export interface PacksToWrite {
  readonly names: readonly number[]
  readonly statuses: readonly number[]
}

/** Every pack of a list. */
export function everyPack(rows: number): PacksToWrite {
  const all = Array.from({ length: packsFor(rows) }, (_, pack) => pack)
  return { names: all, statuses: all }
}

/** Packs of a list of `rows` rows that are no longer as they were before these deltas, one after another. */
export function touchedPacks(deltas: readonly Delta[], rows: number): PacksToWrite {
  const names = new Set<number>()
  const statuses = new Set<number>()
  // From here on rows stand in other places: all that follows is written anew.
  let shifted = Infinity
  for (const { at, gone, come, rows: changed } of deltas) {
    at.forEach((row, splice) => {
      if (gone[splice] !== come[splice]) shifted = Math.min(shifted, row)
      for (let part = 0; part < (gone[splice] as number); part += 1) names.add(packOf(row + part))
    })
    for (const row of changed) statuses.add(packOf(row))
  }
  for (let pack = packOf(shifted); pack < packsFor(rows); pack += 1) names.add(pack)
  const within = [...names].filter((pack) => pack < packsFor(rows))
  return { names: within, statuses: [...new Set([...within, ...statuses])] }
}

function packOf(row: number): number {
  return Math.floor(row / rowsInPack)
}

/** Joins packs as they were read; `null` where they do not make up `count` sound rows. */
export function joinPacks(
  names: readonly NamePack[],
  statusPacks: readonly StatusPack[],
  count: number
): OperatorColumns | null {
  const columns = {
    ids: new Float64Array(count),
    statuses: new Uint8Array(count),
    ends: new Uint32Array(count),
    names: names.map((pack) => pack.names).join('')
  }
  for (let pack = 0; pack < packsFor(count); pack += 1) {
    const parts = { ...names[pack], ...statusPacks[pack] }
    if (names[pack]?.pack !== pack || !place(columns, parts)) return null
  }
  return isSound(columns) ? columns : null
}

/** Puts one pack's rows in their place; not where its parts do not fit. */
function place(columns: OperatorColumns, parts: Partial<NamePack & StatusPack>): boolean {
  const { pack, ids, ends, statuses: column } = parts
  if (pack === undefined || !ids || !ends || !column) return false
  const [from, to] = rowsOf(pack)
  const rows = Math.min(to, columns.ids.length) - from
  if ([ids, ends, column].some(({ length }) => length !== rows)) return false
  const start = columns.ends[from - 1] ?? 0
  columns.ids.set(ids, from)
  columns.statuses.set(column, from)
  for (let row = 0; row < ends.length; row += 1)
    columns.ends[from + row] = (ends[row] as number) + start
  return true
}

function rowsOf(pack: number): [from: number, to: number] {
  return [pack * rowsInPack, (pack + 1) * rowsInPack]
}

/** Whether two columns of numbers hold the same values. */
export function sameNumbers(
  one: Float64Array | Uint32Array | Uint8Array,
  other: Float64Array | Uint32Array | Uint8Array
): boolean {
  if (one.length !== other.length) return false
  if (one.buffer === other.buffer && one.byteOffset === other.byteOffset) return true
  for (let row = 0; row < one.length; row += 1) if (one[row] !== other[row]) return false
  return true
}

import { statuses } from '../../shared/operator.ts'
import type { OperatorColumns } from '../../shared/operator-columns.ts'

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

/** Packs in which `next` has other ids or names than `kept`, and those in which it has other statuses. */
export function changedPacks(
  next: OperatorColumns,
  kept: OperatorColumns | null
): { readonly names: readonly number[]; readonly statuses: readonly number[] } {
  if (next === kept) return { names: [], statuses: [] }
  const all = Array.from({ length: packsFor(next.ids.length) }, (_, pack) => pack)
  if (!kept) return { names: all, statuses: all }
  const sameNames =
    next.names === kept.names &&
    sameNumbers(next.ends, kept.ends) &&
    sameNumbers(next.ids, kept.ids)
  return {
    names: sameNames ? [] : all.filter((pack) => !sameNamePack(next, kept, pack)),
    statuses: all.filter(
      (pack) => !sameNumbers(rowsIn(next.statuses, pack), rowsIn(kept.statuses, pack))
    )
  }
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
  const end = columns.ends[count - 1] ?? 0
  return end === columns.names.length && sound(columns) ? columns : null
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
  columns.ends.set(
    ends.map((end) => end + start),
    from
  )
  return true
}

function sound({ ends, statuses: column }: OperatorColumns): boolean {
  const known = new Set<number>(statuses)
  return (
    ends.every((end, row) => end >= (ends[row - 1] ?? 0)) &&
    column.every((status) => known.has(status))
  )
}

function sameNamePack(one: OperatorColumns, other: OperatorColumns, pack: number): boolean {
  const left = namePack(0, one, pack)
  const right = namePack(0, other, pack)
  return (
    left.names === right.names &&
    sameNumbers(left.ids, right.ids) &&
    sameNumbers(left.ends, right.ends)
  )
}

function rowsIn(column: Uint8Array, pack: number): Uint8Array {
  return column.subarray(...rowsOf(pack))
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
  for (let row = 0; row < one.length; row += 1) if (one[row] !== other[row]) return false
  return true
}

import type { OperatorColumns } from '../../shared/operator-columns.ts'

/** Rows of one list that stand, with equal ids and in the same order, in another. */
export interface Stretch {
  readonly old: number
  readonly fresh: number
  readonly rows: number
}

/** How far a row is looked for where two lists part: further off, a rewrite is cheaper than the search. */
const sight = 1024

/**
 * The stretches that two lists share, in order; `null` where they part in more than `most` rows. Lists
 * hardly ever differ but by a few rows, so it looks only a short way ahead and remembers nothing.
 */
export function sharedStretches(
  old: Float64Array,
  fresh: Float64Array,
  most: number
): Stretch[] | null {
  const stretches: Stretch[] = []
  let [at, to, parted] = [0, 0, 0]
  while (at < old.length && to < fresh.length) {
    const rows = sameRows(old, fresh, { at, to })
    if (rows > 0) stretches.push({ old: at, fresh: to, rows })
    at += rows
    to += rows
    if (at === old.length || to === fresh.length) break
    const [gone, come] = meetAgain(old, fresh, { at, to })
    at += gone
    to += come
    parted += gone + come
    if (parted > most) return null
  }
  return parted + old.length - at + fresh.length - to > most ? null : stretches
}

interface Place {
  readonly at: number
  readonly to: number
}

function sameRows(old: Float64Array, fresh: Float64Array, { at, to }: Place): number {
  const most = Math.min(old.length - at, fresh.length - to)
  let rows = 0
  while (rows < most && old[at + rows] === fresh[to + rows]) rows += 1
  return rows
}

/** How many rows to pass over in each list until they go on alike: the nearest that shows, else one of each. */
function meetAgain(old: Float64Array, fresh: Float64Array, { at, to }: Place): [number, number] {
  for (let far = 1; far <= sight; far += 1) {
    if (to + far < fresh.length && old[at] === fresh[to + far]) return [0, far]
    if (at + far < old.length && old[at + far] === fresh[to]) return [far, 0]
  }
  return [1, 1]
}

/** Adds the rows of a stretch whose names differ to `into`, as rows of the fresh list. */
export function findRenamed(
  old: OperatorColumns,
  fresh: OperatorColumns,
  { stretch, into }: { readonly stretch: Stretch; readonly into: number[] }
): void {
  if (sameNames(old, fresh, stretch)) return
  if (stretch.rows === 1) {
    into.push(stretch.fresh)
    return
  }
  // Halves: comparing a whole stretch at once is far cheaper than name by name.
  const rows = stretch.rows >>> 1
  const first = { ...stretch, rows }
  const second = {
    old: stretch.old + rows,
    fresh: stretch.fresh + rows,
    rows: stretch.rows - rows
  }
  findRenamed(old, fresh, { stretch: first, into })
  findRenamed(old, fresh, { stretch: second, into })
}

function sameNames(old: OperatorColumns, fresh: OperatorColumns, stretch: Stretch): boolean {
  const shift = startOf(fresh, stretch.fresh) - startOf(old, stretch.old)
  for (let row = 0; row < stretch.rows; row += 1) {
    const oldEnd = old.ends[stretch.old + row] as number
    if (oldEnd + shift !== fresh.ends[stretch.fresh + row]) return false
  }
  const oldNames = old.names.slice(
    startOf(old, stretch.old),
    startOf(old, stretch.old + stretch.rows)
  )
  return (
    oldNames ===
    fresh.names.slice(startOf(fresh, stretch.fresh), startOf(fresh, stretch.fresh + stretch.rows))
  )
}

/** Where the name in a row begins; for the row after the last: where all end. */
export function startOf({ ends }: OperatorColumns, row: number): number {
  return ends[row - 1] ?? 0
}

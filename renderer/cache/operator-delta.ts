import { statuses as allStatuses } from '../../shared/operator.ts'
import type { OperatorColumns } from '../../shared/operator-columns.ts'
import { findRenamed, sharedStretches, startOf, type Stretch } from './operator-diff.ts'

/**
 * What turns one list into the next. First rows go and come: at `at[i]` of the old list `gone[i]` rows are
 * replaced by the next `come[i]` of `fresh`. Then `rows` of the list that results take `statuses`.
 */
export interface Delta {
  readonly at: Uint32Array
  readonly gone: Uint32Array
  readonly come: Uint32Array
  readonly fresh: OperatorColumns
  readonly rows: Uint32Array
  readonly statuses: Uint8Array
}

/** How much a delta holds, in rows. */
export function deltaRows({ gone, fresh, rows }: Delta): number {
  return gone.reduce((sum, count) => sum + count, 0) + fresh.ids.length + rows.length
}

interface Splice {
  readonly at: number
  readonly gone: number
  readonly come: number
  /** The first row that comes, in the fresh list. */
  readonly from: number
}

/** What turns `old` into `fresh`; `null` where they differ in more than `most` rows. */
export function deltaOf(old: OperatorColumns, fresh: OperatorColumns, most: number): Delta | null {
  const stretches = sharedStretches(old.ids, fresh.ids, most)
  if (!stretches) return null
  const splices = splicesOf(stretches, old, fresh)
  const rows = stretches.flatMap((stretch) => changedStatuses(old, fresh, stretch))
  const delta = {
    at: Uint32Array.from(splices, ({ at }) => at),
    gone: Uint32Array.from(splices, ({ gone }) => gone),
    come: Uint32Array.from(splices, ({ come }) => come),
    fresh: chosen(fresh, splices),
    rows: Uint32Array.from(rows),
    statuses: Uint8Array.from(rows, (row) => fresh.statuses[row] as number)
  }
  return deltaRows(delta) > most ? null : delta
}

function splicesOf(
  stretches: readonly Stretch[],
  old: OperatorColumns,
  fresh: OperatorColumns
): Splice[] {
  const splices: Splice[] = []
  let [at, from] = [0, 0]
  for (const stretch of [...stretches, endOf(old, fresh)]) {
    const [gone, come] = [stretch.old - at, stretch.fresh - from]
    if (gone + come > 0) splices.push({ at, gone, come, from })
    const renamed: number[] = []
    if (stretch.rows > 0) findRenamed(old, fresh, { stretch, into: renamed })
    for (const row of renamed)
      splices.push({ at: stretch.old + row - stretch.fresh, gone: 1, come: 1, from: row })
    at = stretch.old + stretch.rows
    from = stretch.fresh + stretch.rows
  }
  return splices
}

function endOf(old: OperatorColumns, fresh: OperatorColumns): Stretch {
  return { old: old.ids.length, fresh: fresh.ids.length, rows: 0 }
}

function changedStatuses(old: OperatorColumns, fresh: OperatorColumns, stretch: Stretch): number[] {
  const rows: number[] = []
  for (let row = 0; row < stretch.rows; row += 1) {
    if (old.statuses[stretch.old + row] !== fresh.statuses[stretch.fresh + row])
      rows.push(stretch.fresh + row)
  }
  return rows
}

function chosen(fresh: OperatorColumns, splices: readonly Splice[]): OperatorColumns {
  const come = splices.reduce((sum, splice) => sum + splice.come, 0)
  const builder = new Builder(come)
  for (const { from, come } of splices) builder.take(fresh, from, from + come)
  return builder.columns()
}

/** The list after a delta; `null` where the delta does not fit it. */
export function withDelta(old: OperatorColumns, delta: Delta): OperatorColumns | null {
  const spliced = withSplices(old, delta)
  if (!spliced || delta.rows.length === 0) return spliced
  if (delta.rows.length !== delta.statuses.length) return null
  const statuses = spliced.statuses.slice()
  for (let change = 0; change < delta.rows.length; change += 1) {
    const row = delta.rows[change] as number
    const status = delta.statuses[change] as number
    if (row >= statuses.length || status >= allStatuses.length) return null
    statuses[row] = status
  }
  return { ...spliced, statuses }
}

function withSplices(
  old: OperatorColumns,
  { at, gone, come, fresh }: Delta
): OperatorColumns | null {
  if (at.length === 0) return old
  const more = fresh.ids.length - gone.reduce((sum, count) => sum + count, 0)
  if (!isSound(fresh) || !fits(old, { at, gone, come, fresh })) return null
  const builder = new Builder(old.ids.length + more)
  let [kept, taken] = [0, 0]
  at.forEach((row, splice) => {
    builder.take(old, kept, row)
    builder.take(fresh, taken, taken + (come[splice] as number))
    kept = row + (gone[splice] as number)
    taken += come[splice] as number
  })
  builder.take(old, kept, old.ids.length)
  return builder.columns()
}

function fits(old: OperatorColumns, delta: Omit<Delta, 'rows' | 'statuses'>): boolean {
  const { at, gone, come, fresh } = delta
  if (gone.length !== at.length || come.length !== at.length) return false
  const ordered = at.every((row, splice) => {
    const free = splice === 0 ? 0 : (at[splice - 1] as number) + (gone[splice - 1] as number)
    return row >= free && row + (gone[splice] as number) <= old.ids.length
  })
  return ordered && come.reduce((sum, count) => sum + count, 0) === fresh.ids.length
}

/** Whether columns have the same length, names that lie within the text, and known statuses. */
export function isSound({ ids, statuses, ends, names }: OperatorColumns): boolean {
  if (statuses.length !== ids.length || ends.length !== ids.length) return false
  let before = 0
  // A plain loop: this runs before the first rows show, over a hundred thousand of them.
  for (let row = 0; row < ends.length; row += 1) {
    const end = ends[row] as number
    if (end < before || (statuses[row] as number) >= allStatuses.length) return false
    before = end
  }
  return before === names.length
}

/** Puts rows of other lists behind each other. */
class Builder {
  readonly #ids: Float64Array
  readonly #statuses: Uint8Array
  readonly #ends: Uint32Array
  readonly #names: string[] = []
  #rows = 0
  #end = 0

  constructor(rows: number) {
    this.#ids = new Float64Array(rows)
    this.#statuses = new Uint8Array(rows)
    this.#ends = new Uint32Array(rows)
  }

  take(source: OperatorColumns, from: number, to: number): void {
    if (from === to) return
    const [start, end] = [startOf(source, from), startOf(source, to)]
    this.#ids.set(source.ids.subarray(from, to), this.#rows)
    this.#statuses.set(source.statuses.subarray(from, to), this.#rows)
    const shift = this.#end - start
    for (let row = from; row < to; row += 1)
      this.#ends[this.#rows + row - from] = (source.ends[row] as number) + shift
    this.#names.push(source.names.slice(start, end))
    this.#rows += to - from
    this.#end += end - start
  }

  columns(): OperatorColumns {
    const [ids, statuses, ends] = [this.#ids, this.#statuses, this.#ends]
    return { ids, statuses, ends, names: this.#names.join('') }
  }
}

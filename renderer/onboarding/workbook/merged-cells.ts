import { addressOf } from './cell-address.ts'

/** A column of a merged range: the text of its top cell belongs to every row of it. Rows from 1, both included. */
export interface MergedDown {
  /** From 0. */
  readonly column: number
  readonly top: number
  readonly bottom: number
}

/** What a "mergeCell" says, where it covers more than one row. */
export function mergedDown(ref: string): MergedDown | null {
  const [from = '', to = ''] = ref.replaceAll('$', '').split(':')
  const first = addressOf(from)
  const last = addressOf(to)
  if (first === null || last === null || last.row <= first.row) return null
  return { column: first.column - 1, top: first.row, bottom: last.row }
}

/** The cells of a sheet, all rows alike wide: cell `k` from `bounds[2k]` to `bounds[2k + 1]` of a text. */
export interface Cells {
  readonly bounds: Uint32Array
  /** The line of each row, ascending. */
  readonly lines: Uint32Array
  readonly width: number
}

/**
 * Fills merged texts down, in place: into rows that say something of their own; others are not there. Ranges do
 * not overlap in a whole file; in a broken one the first holds.
 */
export function fillDown({ bounds, lines, width }: Cells, merged: readonly MergedDown[]): void {
  const filled = new Map<number, number>()
  for (const { column, top, bottom } of merged.toSorted((one, other) => one.top - other.top)) {
    if (column >= width || top <= (filled.get(column) ?? 0)) continue
    filled.set(column, bottom)
    const first = rowFrom(lines, top)
    const source = (first * width + column) * 2
    if (lines[first] !== top || bounds[source] === bounds[source + 1]) continue
    const from = bounds.subarray(source, source + 2)
    for (let row = first + 1; (lines[row] ?? Infinity) <= bottom; row += 1)
      bounds.set(from, (row * width + column) * 2)
  }
}

/** The first row that stands on that line or below it. */
function rowFrom(lines: Uint32Array, line: number): number {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((lines[middle] ?? 0) < line) low = middle + 1
    else high = middle
  }
  return low
}

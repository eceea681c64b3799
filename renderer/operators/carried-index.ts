import { nameAt } from '../../shared/operator-columns.ts'
import { foldNames, joinIds, type JoinedTexts } from './fold.ts'
import { insertedByName, type NameIndex } from './name-index.ts'
import type { ShownOperators } from './parts.ts'
import { type Run, runsBetween } from './row-runs.ts'

/** More new rows than this are not inserted one by one. */
const fewRows = 1000

/**
 * The index of `now` out of that of `before`, where few rows came or got other names; `null` where it must be
 * made anew.
 */
export function carriedIndex(
  index: NameIndex,
  before: ShownOperators,
  now: ShownOperators
): NameIndex | null {
  const runs = runsBetween(before, now)
  if (!runs) return null
  const cameIn = runs.filter(({ kept }) => kept === null)
  if (cameIn.reduce((sum, { count }) => sum + count, 0) > fewRows) return null
  const came = cameIn.flatMap(rowsOf)
  const rows = now.columns.ids.length
  const [first] = runs
  const same =
    rows === before.columns.ids.length && (first?.count ?? 0) === rows && came.length === 0
  if (same) return index
  const names = came.map((row) => nameAt(now.columns, row))
  return {
    folded: spliced(index.folded, runs, foldNames(names)),
    ids: spliced(
      index.ids,
      runs,
      joinIds(Float64Array.from(came, (row) => now.columns.ids[row] ?? 0))
    ),
    order: insertedByName(keptOrder(index.order, runs), came, {
      nameOf: (row) => nameAt(now.columns, row),
      locale: index.locale
    }),
    locale: index.locale
  }
}

function rowsOf({ from, count }: Run): number[] {
  return Array.from({ length: count }, (_, at) => from + at)
}

/** The rows that stayed, in the order that they had, by where they stand now. */
function keptOrder(order: Uint32Array, runs: readonly Run[]): Uint32Array {
  const now = new Int32Array(order.length).fill(-1)
  for (const { kept, from, count } of runs)
    for (let at = 0; kept !== null && at < count; at += 1) now[kept + at] = from + at
  const left = new Uint32Array(order.length)
  let length = 0
  for (const row of order) if ((now[row] as number) >= 0) left[length++] = now[row] as number
  return left.subarray(0, length)
}

/** The texts of the rows that stayed, and of those that came between them. */
function spliced(texts: JoinedTexts, runs: readonly Run[], came: JoinedTexts): JoinedTexts {
  const rows = runs.reduce((sum, { count }) => sum + count, 0)
  const starts = new Uint32Array(rows + 1)
  const pieces: string[] = []
  let length = 0
  let row = 0
  let fresh = 0
  for (const { kept, count } of runs) {
    const source = kept === null ? came : texts
    const first = kept ?? fresh
    const shift = length - (source.starts[first] as number)
    for (let at = 0; at <= count; at += 1)
      starts[row + at] = (source.starts[first + at] as number) + shift
    pieces.push(source.text.slice(source.starts[first], source.starts[first + count]))
    length = starts[row + count] as number
    row += count
    if (kept === null) fresh += count
  }
  return { text: pieces.join(''), starts }
}

import type { RowFilter } from '../../shared/grid-settings.ts'
import { type Status, statuses } from '../../shared/operator.ts'
import type { OperatorColumns } from '../../shared/operator-columns.ts'
import { foldNames, type JoinedTexts, joinIds, namesOf, search, wordsOf } from './fold.ts'
import type { NameIndex } from './name-index.ts'
import type { OrganizationRanks } from './organization-ranks.ts'
import { type Query, showsStatus } from './query.ts'
import { sortedRows } from './row-order.ts'
import { countMarks, noneMet, passing } from './row-marks.ts'
import { type OperatorRows, rowCount } from './rows.ts'

/** The rows that a query shows. */
export interface VisibleRows {
  /** Row numbers in the order in which they are shown: who matches, then whose name is but similar. */
  readonly order: Uint32Array
  /** How many of them match. */
  readonly exact: number
  /** Rows that match the text and the filters, by status. */
  readonly counts: Readonly<Record<Status, number>>
  /** Rows that match the text, by filter. */
  readonly marked: Readonly<Record<RowFilter, number>>
}

/** What the visible rows are computed from. */
export interface Sources {
  readonly rows: OperatorRows
  /** `null` while it is still being made. */
  readonly index: NameIndex | null
  /** All rows by name; left out, they are put in order anew. */
  readonly byName?: (rows: OperatorRows, index: NameIndex) => Uint32Array
  /** For each row the filters that it passes. */
  readonly marks: Uint8Array
  /** The order of the organizations. */
  readonly ranks: OrganizationRanks
  /** Rows with similar names, the closest first. */
  readonly similar: Uint32Array
  /** Row numbers that stay though their status matches no more. */
  readonly held: ReadonlySet<number>
}

/** No row. */
export const noneVisible: VisibleRows = {
  order: new Uint32Array(0),
  exact: 0,
  counts: { 0: 0, 1: 0, 2: 0 },
  marked: countMarks(noneMet())
}

/** Filters and sorts: some milliseconds for 100,000 rows. */
export function visibleRows(sources: Sources, query: Query): VisibleRows {
  const { rows, index, marks, similar, held } = sources
  const matching = matchingRows(rows, index, query.text)
  const shown = statuses.map((status) => showsStatus(query, status))
  const passes = passing(query.filters)
  const counts: Record<Status, number> = { 0: 0, 1: 0, 2: 0 }
  const met = noneMet()
  const order = new Uint32Array(rowCount(rows))
  let length = 0
  const sorted = sortedRows(sources, query.sort)
  // One plain loop: it runs over a million rows at a key.
  for (let at = 0; at < order.length; at += 1) {
    const row = sorted === null ? at : (sorted[at] as number)
    if (matching !== null && matching[row] === 0) continue
    const mark = marks[row] as number
    ;(met[mark] as number) += 1
    if (passes[mark] !== true) continue
    const status = rows.statuses[row] as Status
    counts[status] += 1
    if (shown[status] === true || held.has(row)) order[length++] = row
  }
  const exact = length
  for (const row of similar) {
    const shows = shown[rows.statuses[row] as Status] === true && passes[marks[row] as number]
    if (shows && matching?.[row] === 0) order[length++] = row
  }
  return { order: order.subarray(0, length), exact, counts, marked: countMarks(met) }
}

/** 1 for each row that matches the text; `null` where there is none to match. */
export function matchingRows(
  rows: OperatorRows,
  index: NameIndex | null,
  text: string
): Uint8Array | null {
  const words = wordsOf(text)
  if (words.length === 0) return null
  const matching = new Uint8Array(rowCount(rows))
  const { columns } = rows.known
  const listed = columns.ids.length
  search(index?.folded ?? foldedNow(columns), words, (row) => (matching[row] = 1))
  const { folded, places } = rows.table
  search(folded, words, (slot) => {
    const place = places[slot] as number
    if (place >= 0) matching[listed + place] = 1
  })
  if (words.every((word) => /^\d+$/u.test(word)))
    search(index?.ids ?? idsOf(columns), words, (row) => (matching[row] = 1))
  return matching
}

const foldedBySurprise = new WeakMap<OperatorColumns, JoinedTexts>()
const joinedIds = new WeakMap<OperatorColumns, JoinedTexts>()

/** Someone searches before the index is made. */
function foldedNow(columns: OperatorColumns): JoinedTexts {
  return once(foldedBySurprise, columns, () => foldNames(namesOf(columns)))
}

function idsOf(columns: OperatorColumns): JoinedTexts {
  return once(joinedIds, columns, () => joinIds(columns.ids))
}

function once<T>(made: WeakMap<OperatorColumns, T>, columns: OperatorColumns, make: () => T): T {
  const value = made.get(columns) ?? make()
  made.set(columns, value)
  return value
}

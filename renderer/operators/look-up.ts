import type { Status } from '../../shared/operator.ts'
import { type Query, showsStatus } from './query.ts'
import { type OperatorRow, type OperatorRows, rowAt } from './rows.ts'

/** The first rows that match, so many at most; none where nothing was sought. */
export function foundRows(
  rows: OperatorRows,
  matching: Uint8Array | null,
  most: number
): OperatorRow[] {
  const found: OperatorRow[] = []
  if (!matching) return found
  for (let row = matching.indexOf(1); row >= 0; row = matching.indexOf(1, row + 1)) {
    if (found.length === most) break
    found.push(rowAt(rows, row))
  }
  return found
}

/** The query with as little let go as it takes to show a row: its text and its filters, and the chips where they hide the row. */
export function showingRow(query: Query, rows: OperatorRows, row: number): Query {
  const status = rows.statuses[row] as Status
  const bare = { ...query, text: '', filters: [] }
  if (showsStatus(bare, status)) return bare
  return { ...bare, chosen: status === 2 ? [...query.chosen, 2] : [] }
}

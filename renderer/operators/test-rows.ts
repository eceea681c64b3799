import type { ShownOperators } from './parts.ts'
import { type PendingRow, PendingRows } from './pending-rows.ts'
import { badgeCode, type RowEdit } from './row-change.ts'
import type { OperatorRows, RowKey } from './rows.ts'

/** Rows with these own edits, as the grid has them. */
export function rowsWithEdits(
  known: ShownOperators,
  pending: readonly PendingRow[],
  edits: ReadonlyMap<RowKey, RowEdit> = new Map()
): OperatorRows {
  const waiting = new PendingRows()
  for (const row of pending) {
    waiting.put(row)
    waiting.mark(row.entryId, badgeCode(edits.get(row.entryId)?.badge), 0)
  }
  const table = waiting.table()
  const listed = [...known.columns.ids].map((id) => badgeCode(edits.get(id)?.badge))
  return {
    ...{ known, table, edits, pending: table.rows, pendingByEntry: waiting.byEntry },
    created: new Map(),
    statuses: Uint8Array.of(...known.columns.statuses, ...table.statuses),
    badges: Uint8Array.of(...listed, ...table.badges)
  }
}

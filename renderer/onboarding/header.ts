import { cellAt, cellCount, rowCount, type Table } from './table.ts'
import { roleOfTitle } from './vocabulary.ts'

/**
 * Whether the first row names the columns: at least one cell is a known title that no other row of its
 * column repeats. A file without a header loses no row; a person may say otherwise.
 */
export function hasHeader(table: Table): boolean {
  return Array.from({ length: cellCount(table, 0) }, (_, column) => column).some(
    (column) => roleOfTitle(cellAt(table, 0, column)) !== null && !isRepeated(table, column)
  )
}

const rowsLookedAt = 200

function isRepeated(table: Table, column: number): boolean {
  const title = cellAt(table, 0, column)
  const last = Math.min(rowCount(table), rowsLookedAt)
  for (let row = 1; row < last; row += 1) if (cellAt(table, row, column) === title) return true
  return false
}

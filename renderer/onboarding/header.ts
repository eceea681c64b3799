import { cellAt, cellCount, rowCount, type Table } from './table.ts'
import { asksActive, roleOfTitle, statusOfFlag, statusOfWord } from './vocabulary.ts'

/**
 * Whether the first row names the columns: at least one cell is a known title that no other row of its
 * column repeats. A file without a header loses no row; a person may say otherwise.
 */
export function hasHeader(table: Table): boolean {
  return Array.from({ length: cellCount(table, 0) }, (_, column) => column).some(
    (column) =>
      (roleOfTitle(cellAt(table, 0, column)) !== null && !isRepeated(table, column)) ||
      isFlagged(table, column)
  )
}

/**
 * Whether a column asks below its title whether somebody is active. "Active" is a status, too: its cells have to
 * be such answers as no column of statuses has.
 */
export function isFlagged(table: Table, column: number): boolean {
  if (!asksActive(cellAt(table, 0, column))) return false
  const last = Math.min(rowCount(table), rowsLookedAt)
  let answers = 0
  for (let row = 1; row < last; row += 1) {
    const cell = cellAt(table, row, column).trim()
    if (cell === '') continue
    if (statusOfFlag(cell) === null || isStatusOnly(cell)) return false
    answers += 1
  }
  return answers > 0
}

/** A word for a status that is no number. */
function isStatusOnly(cell: string): boolean {
  return statusOfWord(cell) !== null && !/^\d+$/u.test(cell)
}

const rowsLookedAt = 200

function isRepeated(table: Table, column: number): boolean {
  const title = cellAt(table, 0, column)
  const last = Math.min(rowCount(table), rowsLookedAt)
  for (let row = 1; row < last; row += 1) if (cellAt(table, row, column) === title) return true
  return false
}

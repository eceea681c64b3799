import { cellAt, cellCount, rowAt, rowCount, type Table } from './table.ts'
import { asksActive, roleOfTitle, statusOfFlag, statusOfWord } from './vocabulary.ts'

const rowsLookedAt = 200
/** So many rows may stand above the header: what the list is about, of which day. */
const rowsAbove = 9
/** Titles that make a header certain, wherever it stands. */
const certain = 2

/**
 * The row that names the columns, `null` where there is none: the first, or one a little below that has the
 * titles, where all rows above it have fewer texts, as what stands above a list has. A file without a header
 * loses no row; a person may say otherwise.
 */
export function headerRow(table: Table): number | null {
  const last = Math.min(rowCount(table) - 1, rowsAbove)
  for (let row = 1; row <= last; row += 1) if (isBelowTitle(table, row)) return row
  return hasHeader(table) ? 0 : null
}

function isBelowTitle(table: Table, row: number): boolean {
  if (titlesIn(table, row) < certain || titlesIn(table, 0) >= certain) return false
  const texts = textsIn(table, row)
  return Array.from({ length: row }, (_, above) => textsIn(table, above)).every(
    (count) => count < texts
  )
}

function titlesIn(table: Table, row: number): number {
  return rowAt(table, row).filter((cell) => roleOfTitle(cell) !== null).length
}

function textsIn(table: Table, row: number): number {
  return rowAt(table, row).filter((cell) => cell.trim() !== '').length
}

/**
 * Whether the first row names the columns: at least one cell is a known title that no other row of its
 * column repeats, unless that row is the header once more, as on the pages of a printed list.
 */
function hasHeader(table: Table): boolean {
  const printed = titlesIn(table, 0) >= certain
  return Array.from({ length: cellCount(table, 0) }, (_, column) => column).some(
    (column) =>
      (roleOfTitle(cellAt(table, 0, column)) !== null && !isRepeated(table, column, printed)) ||
      isFlagged(table, column)
  )
}

function isRepeated(table: Table, column: number, printed: boolean): boolean {
  const title = cellAt(table, 0, column)
  const last = Math.min(rowCount(table), rowsLookedAt)
  for (let row = 1; row < last; row += 1) {
    if (cellAt(table, row, column) !== title) continue
    if (!printed || !repeatsHeader(table, row)) return true
  }
  return false
}

/** Whether a row says the same as the first, cell by cell. */
export function repeatsHeader(table: Table, row: number): boolean {
  const width = Math.max(cellCount(table, 0), cellCount(table, row))
  for (let column = 0; column < width; column += 1)
    if (cellAt(table, row, column).trim() !== cellAt(table, 0, column).trim()) return false
  return true
}

/**
 * Whether a column says below its title who is active and who is not. "Active" is a status, too: its cells have
 * to be answers such as no column of statuses has.
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

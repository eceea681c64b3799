import { repeatsHeader } from './header.ts'
import { cellAt, cellCount, rowCount, type Table } from './table.ts'
import { isTotal } from './vocabulary.ts'

/** Totals stand among the last rows of a list. */
const lastRows = 3

/** Whether a row below the header is no person: the header once more, or a total at the end of the list. */
export function isNoPerson(
  { table, header }: { readonly table: Table; readonly header: boolean },
  row: number
): boolean {
  if (header && repeatsHeader(table, row)) return true
  return row > 0 && row >= rowCount(table) - lastRows && isTotal(firstText(table, row))
}

function firstText(table: Table, row: number): string {
  const count = cellCount(table, row)
  for (let column = 0; column < count; column += 1) {
    const cell = cellAt(table, row, column).trim()
    if (cell !== '') return cell
  }
  return ''
}

import type { OperatorRow } from './rows.ts'
import { htmlOf, tableOf, type TableWords, tsvOf } from './table-text.ts'

/** Puts rows onto the clipboard, for a spreadsheet and for a document. */
export function copyRows(
  clipboard: Pick<DataTransfer, 'setData'>,
  rows: readonly OperatorRow[],
  words: TableWords
): void {
  const table = tableOf(rows, words)
  clipboard.setData('text/plain', tsvOf(table))
  clipboard.setData('text/html', htmlOf(table))
}

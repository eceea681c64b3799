import type { GridColumn } from '../../shared/grid-settings.ts'
import type { Messages } from '../../shared/messages/messages.ts'
import type { OperatorRow } from './rows.ts'

/** Rows as texts, a cell for each column of the grid, for the clipboard and for files. Where it goes on, it has no header. */
export interface TextTable<Header = readonly string[]> {
  readonly header: Header
  readonly rows: readonly (readonly string[])[]
}

/** What the texts are in, the names of the rows' organizations, and the columns in their order. */
export interface TableWords {
  readonly words: Pick<Messages, 'grid' | 'views'>
  readonly organizationName: (id: number) => string
  readonly columns: readonly GridColumn[]
}

/** The texts of rows, as the grid shows them; an id that is still missing is nothing. */
export function tableOf(rows: readonly OperatorRow[], table: TableWords): TextTable {
  const header = table.columns.map((column) => table.words.grid.columns[column])
  const cells = (row: OperatorRow): string[] =>
    table.columns.map((column) => cellOf(row, column, table))
  return { header, rows: rows.map(cells) }
}

function cellOf(
  row: OperatorRow,
  column: GridColumn,
  { words, organizationName }: TableWords
): string {
  const { views, grid } = words
  switch (column) {
    case 'name':
      return row.name
    case 'id':
      return row.id === null ? '' : String(row.id)
    case 'status':
      return views.status[row.status]
    case 'organization':
      return organizationName(row.organizationId)
    case 'edit':
      if (row.edit) return views.outbox.states[row.edit.badge]
      return row.unlisted ? grid.unlisted : ''
  }
}

/** Rows to be pasted into a spreadsheet: a cell after a tab, a row after a line end, without the header. */
export function tsvOf({ rows }: TextTable): string {
  const plain = (cell: string): string => cell.replace(/[\t\r\n]+/gu, ' ')
  return rows.map((cells) => cells.map(plain).join('\t')).join('\n')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;'
}

/** The same rows for a document; each cell runs in its own direction. */
export function htmlOf({ rows }: TextTable): string {
  const cell = (text: string): string =>
    `<td dir="auto">${text.replace(/[&<>"]/gu, (sign) => entities[sign] ?? sign)}</td>`
  const row = (cells: readonly string[]): string => `<tr>${cells.map(cell).join('')}</tr>`
  return `<table>${rows.map(row).join('')}</table>`
}

/** What a spreadsheet would take for a formula. */
const formula = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/u

/**
 * A CSV file as spreadsheets read it: UTF-8 with its mark, commas, CRLF. A text that would be a formula there
 * gets an apostrophe before it, so that a name from elsewhere cannot calculate on this machine.
 */
export function csvOf({ header, rows }: TextTable<readonly string[] | null>): Uint8Array {
  const cell = (text: string): string => {
    const safe = formula.test(text) ? `'${text}` : text
    return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  const line = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`
  const head = header === null ? '' : `\ufeff${line(header)}`
  return new TextEncoder().encode(`${head}${rows.map(line).join('')}`)
}

import writeWorkbook from 'write-excel-file/universal'
import type { TextTable } from './table-text.ts'

/** A table to be written as a workbook. */
export interface WorkbookRequest {
  readonly table: TextTable
  /** The name of its sheet. */
  readonly sheet: string
  readonly rightToLeft: boolean
  /** Which column holds ids, -1 for none: they are numbers there. */
  readonly idColumn: number
}

/** Widths in characters: names are long, ids are short. */
const width = { id: 12, other: 26 }

/** An .xlsx file. Every cell but an id is text, so that a name cannot calculate on any machine. */
export async function workbookOf({
  table,
  sheet,
  rightToLeft,
  idColumn
}: WorkbookRequest): Promise<Uint8Array> {
  const head = table.header.map((value) => ({ value, fontWeight: 'bold' as const }))
  const cell = (text: string, column: number) => {
    if (text === '') return null
    return column === idColumn
      ? { value: Number(text), type: Number }
      : { value: text, type: String }
  }
  const file = writeWorkbook([head, ...table.rows.map((cells) => cells.map(cell))], {
    sheet,
    stickyRowsCount: 1,
    columns: table.header.map((_, column) => ({
      width: column === idColumn ? width.id : width.other
    })),
    ...(rightToLeft ? { rightToLeft } : {})
  })
  return new Uint8Array(await (await file.toBlob()).arrayBuffer())
}

import type { Columns } from './columns.ts'
import type { Preview } from './reader-calls.ts'
import type { Reading } from './reading.ts'
import { cellAt, rowAt, rowCount } from './table.ts'

const sampleRows = 50

/** The first look at a file: how it was read, its titles, its first rows. */
export function previewOf(
  { table, header, above, how }: Reading,
  columns: Columns
): Omit<Preview, 'signature' | 'remembered'> {
  const first = header ? 1 : 0
  const last = Math.min(rowCount(table), first + sampleRows)
  const titles = header
    ? Array.from({ length: table.width }, (_, column) => cellAt(table, 0, column))
    : []
  const sample = Array.from({ length: last - first }, (_, row) => rowAt(table, first + row))
  return {
    how,
    header,
    above,
    rows: rowCount(table) - first,
    width: table.width,
    titles,
    sample,
    columns
  }
}

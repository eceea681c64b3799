import { withoutGuard } from './clean-cell.ts'
import type { Columns } from './columns.ts'
import { cellAt, type Table } from './table.ts'

/** A field of a person that a person may mend in place. */
export type Field = 'name' | 'organization' | 'status' | 'email'

/** Cells that were mended in place: by row of the table, the fields' new texts. */
export type Mends = ReadonlyMap<number, Partial<Readonly<Record<Field, string>>>>

/** What a row says about a person; empty texts where it says nothing. */
export type PersonRow = Readonly<Record<Field, string>>

/** Where each field is found: columns by number; a name may be spread over several. */
export interface FieldColumns {
  readonly name: readonly number[]
  readonly organization: number
  readonly status: number
  readonly email: number
}

/** The columns of each field; -1 where there is none. */
export function fieldColumns(columns: Columns): FieldColumns {
  const parts = (['first', 'middle', 'last'] as const).map((role) => columns.indexOf(role))
  const whole = columns.indexOf('name')
  return {
    name: (whole >= 0 ? [whole] : parts).filter((column) => column >= 0),
    organization: columns.indexOf('organization'),
    status: columns.indexOf('status'),
    email: columns.indexOf('email')
  }
}

/** Reads one row of a table as a person, mended cells first. */
export function personRow(
  table: Table,
  row: number,
  { fields, mends }: { readonly fields: FieldColumns; readonly mends: Mends }
): PersonRow {
  const mended = mends.get(row)
  return {
    name: mended?.name ?? nameIn(table, row, fields.name),
    organization: mended?.organization ?? cellAt(table, row, fields.organization),
    status: mended?.status ?? cellAt(table, row, fields.status),
    email: mended?.email ?? cellAt(table, row, fields.email)
  }
}

function nameIn(table: Table, row: number, columns: readonly number[]): string {
  const [first, ...others] = columns
  if (first === undefined) return ''
  if (others.length === 0) return withoutGuard(cellAt(table, row, first))
  return columns
    .map((column) => withoutGuard(cellAt(table, row, column)).trim())
    .filter((part) => part !== '')
    .join(' ')
}

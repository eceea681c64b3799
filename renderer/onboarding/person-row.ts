import { isSpreadsheetError, withoutGuard } from './clean-cell.ts'
import type { Columns } from './columns.ts'
import { cellAt, type Table } from './table.ts'
import { isCorrection } from './vocabulary.ts'

/** The fields of a person that a person may mend in place, in the order of a report. */
export const mendable = ['name', 'organization', 'status', 'email'] as const

/** A field of a person that a person may mend in place. */
export type Field = (typeof mendable)[number]

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
  /** Where a report keeps what was corrected; `null` in a file without such columns. */
  readonly corrected: Readonly<Record<Field, number>> | null
}

/** The columns of each field; -1 where there is none. */
export function fieldColumns(columns: Columns): FieldColumns {
  const parts = (['first', 'middle', 'last'] as const).map((role) => columns.indexOf(role))
  const whole = columns.indexOf('name')
  return {
    name: (whole >= 0 ? [whole] : parts).filter((column) => column >= 0),
    organization: columns.indexOf('organization'),
    status: columns.indexOf('status'),
    email: columns.indexOf('email'),
    corrected: correctedColumns(columns)
  }
}

function correctedColumns(columns: Columns): FieldColumns['corrected'] {
  if (!columns.some(isCorrection)) return null
  return {
    name: columns.indexOf('corrected-name'),
    organization: columns.indexOf('corrected-organization'),
    status: columns.indexOf('corrected-status'),
    email: columns.indexOf('corrected-email')
  }
}

/** Reads one row of a table as a person, mended cells first. */
export function personRow(
  table: Table,
  row: number,
  { fields, mends }: { readonly fields: FieldColumns; readonly mends: Mends }
): PersonRow {
  const mended = mends.get(row)
  const written = fields.corrected === null ? plain : corrected(table, row, fields.corrected)
  return {
    name: mended?.name ?? written.name ?? nameIn(table, row, fields.name),
    organization:
      mended?.organization ?? written.organization ?? cellAt(table, row, fields.organization),
    status: mended?.status ?? written.status ?? cellAt(table, row, fields.status),
    email: mended?.email ?? written.email ?? cellAt(table, row, fields.email)
  }
}

/** A report's word for a cell that was corrected to nothing: an empty one says that nothing was corrected. */
const emptied = '—'

/** A correction as a report writes it. */
export function correctionCell(text: string | undefined): string {
  return text === '' ? emptied : (text ?? '')
}

type Corrections = Readonly<Record<Field, string | null>>

const plain: Corrections = { name: null, organization: null, status: null, email: null }

function corrected(table: Table, row: number, at: Readonly<Record<Field, number>>): Corrections {
  const written = (field: Field): string | null => {
    const cell = withoutGuard(cellAt(table, row, at[field]))
    return cell === '' ? null : cell.trim() === emptied ? '' : cell
  }
  return {
    name: written('name'),
    organization: written('organization'),
    status: written('status'),
    email: written('email')
  }
}

function nameIn(table: Table, row: number, columns: readonly number[]): string {
  const [first, ...others] = columns
  if (first === undefined) return ''
  if (others.length === 0) return nameCell(cellAt(table, row, first))
  return columns
    .map((column) => nameCell(cellAt(table, row, column)).trim())
    .filter((part) => part !== '')
    .join(' ')
}

/** A name that a formula should have found, and did not, is none. */
function nameCell(cell: string): string {
  return isSpreadsheetError(cell) ? '' : withoutGuard(cell)
}

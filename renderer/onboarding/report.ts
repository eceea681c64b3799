import type { RowOutcome } from './outcome.ts'
import { writeCsv } from './csv.ts'
import type { Delimiter } from './parse.ts'
import { correctionCell, mendable, type Field, type Mends } from './person-row.ts'
import { cellAt, rowCount, type Table } from './table.ts'
import type { Role } from './vocabulary.ts'

/** The words of a report in the person's language. */
export interface ReportWords {
  /** Titles for columns of a file that had none. */
  readonly title: (role: Role, column: number) => string
  readonly result: string
  readonly details: string
  readonly id: string
  /** The outcome in a word or two ("Added"). */
  readonly outcome: (outcome: RowOutcome) => string
  /** More about it, with the server's own words; empty where there is no more to say. */
  readonly detail: (outcome: RowOutcome) => string
}

/** All that a report tells. */
export interface Reporting {
  readonly table: Table
  readonly header: boolean
  readonly columns: readonly Role[]
  /** Cells that were corrected in place; by row of the table. */
  readonly mends: Mends
  readonly delimiter: Delimiter
  /** By checked row. */
  readonly outcomes: readonly RowOutcome[]
  /** People whom the file does not name, and what came of them. */
  readonly missing: readonly { readonly name: string; readonly outcome: RowOutcome }[]
  readonly words: ReportWords
}

/**
 * Every original row, cell by cell, with its outcome: CSV in the original's delimiter, which can be dropped
 * in again, because what was done is there and gets skipped, and what was corrected stands beside the original.
 */
export function reportCsv(reporting: Reporting): Uint8Array {
  return writeCsv(reportRows(reporting), reporting.delimiter)
}

/** The same as rows of cells, titles first. */
export function reportRows(reporting: Reporting): string[][] {
  const { table, header, outcomes, missing, words, mends } = reporting
  const first = header ? 1 : 0
  const fields = mendedFields(reporting)
  const corrections = fields.map((field) => words.title(`corrected-${field}`, 0))
  const rows = [[...titlesOf(reporting), ...corrections, ...resultTitles(words)]]
  for (let row = first; row < rowCount(table); row += 1) {
    const mended = fields.map((field) => correctionCell(mends.get(row)?.[field]))
    const result = resultCells(outcomes[row - first], words)
    rows.push([...mendedCells(reporting, row), ...mended, ...result])
  }
  const named = Math.max(0, nameColumn(reporting.columns))
  for (const { name, outcome } of missing) {
    const cells = Array.from({ length: table.width + fields.length }, (_, column) =>
      column === named ? name : ''
    )
    rows.push([...cells, ...resultCells(outcome, words)])
  }
  return rows
}

/** Fields that were corrected in any row: each gets a column, where an earlier report has not given it one. */
function mendedFields({ mends, columns }: Reporting): readonly Field[] {
  const rows = [...mends.values()]
  return mendable.filter(
    (field) =>
      !columns.includes(`corrected-${field}`) && rows.some((mend) => mend[field] !== undefined)
  )
}

/** The original cells; a column of corrections that an earlier report wrote has the latest. */
function mendedCells({ table, columns, mends }: Reporting, row: number): string[] {
  const cells = cellsOf(table, row)
  const mend = mends.get(row)
  if (mend === undefined) return cells
  return cells.map((cell, column) => {
    const field = mendable.find((each) => columns[column] === `corrected-${each}`)
    return field === undefined || mend[field] === undefined ? cell : correctionCell(mend[field])
  })
}

function nameColumn(columns: readonly Role[]): number {
  const whole = columns.indexOf('name')
  return whole >= 0 ? whole : columns.indexOf('first')
}

function titlesOf({ table, header, columns, words }: Reporting): string[] {
  if (header) return cellsOf(table, 0)
  return columns.map((role, column) => words.title(role, column))
}

function cellsOf(table: Table, row: number): string[] {
  return Array.from({ length: table.width }, (_, column) => cellAt(table, row, column))
}

function resultTitles({ result, details, id }: ReportWords): string[] {
  return [result, details, id]
}

function resultCells(outcome: RowOutcome | undefined, words: ReportWords): string[] {
  if (outcome === undefined) return ['', '', '']
  return [words.outcome(outcome), words.detail(outcome), idOf(outcome)]
}

function idOf(outcome: RowOutcome): string {
  switch (outcome.kind) {
    case 'added':
      return String(outcome.operatorId)
    case 'changed':
      return outcome.operatorId === null ? '' : String(outcome.operatorId)
    case 'not-sent': {
      const { verdict } = outcome
      return verdict.kind === 'skip' && verdict.person?.id ? String(verdict.person.id) : ''
    }
    default:
      return ''
  }
}

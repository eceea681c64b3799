import type { Messages } from '../../shared/messages/messages.ts'
import { writeCsv } from './csv.ts'
import { explainVerdict } from './explain-verdict.ts'
import { countedAs, type Plan } from './plan.ts'
import type { Reading } from './reading.ts'
import { cellAt, rowCount } from './table.ts'
import type { Role } from './vocabulary.ts'
import type { Verdict } from './verdict.ts'

/** A plan with the file that it was made from. */
export interface PlannedFile {
  readonly reading: Reading
  readonly columns: readonly Role[]
  readonly plan: Plan
}

/** The dry run: every original row with what would become of it, as CSV in the original's delimiter. */
export function planCsv({ reading, columns, plan }: PlannedFile, messages: Messages): Uint8Array {
  const { table, header, how } = reading
  const { report, roles } = messages.onboarding
  const titles = columns.map((role, column) =>
    role === 'skip' ? report.column(column + 1) : roles[role]
  )
  const cells = (row: number): string[] => columns.map((_, column) => cellAt(table, row, column))
  const rows = [[...(header ? cells(0) : titles), report.result, report.details, report.id]]
  for (let row = header ? 1 : 0; row < rowCount(table); row += 1) {
    const verdict = plan.verdicts[header ? row - 1 : row]
    rows.push([...cells(row), ...(verdict ? planned(verdict, messages) : ['', '', ''])])
  }
  for (const { name, id } of plan.missing) {
    const named = columns.map((role) => (role === 'name' || role === 'first' ? name : ''))
    rows.push([...named, messages.onboarding.verdicts.setInactive, '', String(id)])
  }
  return writeCsv(rows, how.kind === 'text' ? how.delimiter.delimiter : ',')
}

function planned(verdict: Verdict, { onboarding }: Messages): string[] {
  const id = 'person' in verdict ? (verdict.person?.id ?? null) : null
  return [
    onboarding.verdicts[countedAs(verdict)],
    explainVerdict(verdict, onboarding),
    id === null ? '' : String(id)
  ]
}

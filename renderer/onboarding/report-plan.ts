import { en } from '../../shared/messages/en.ts'
import { he } from '../../shared/messages/he.ts'
import type { Locale, Messages } from '../../shared/messages/messages.ts'
import { uk } from '../../shared/messages/uk.ts'
import type { Columns } from './columns.ts'
import type { RowOutcome } from './outcome.ts'
import type { Mends } from './person-row.ts'
import type { Plan, Step } from './plan.ts'
import type { Reading } from './reading.ts'
import { reportCsv } from './report.ts'
import { reportWords } from './report-words.ts'
import { linesIn } from './table.ts'

/** A plan with what came of its steps. */
export interface PlanReport {
  readonly reading: Reading
  readonly columns: Columns
  readonly mends: Mends
  readonly plan: Plan
  readonly steps: readonly Step[]
  /** By step; steps without one are not yet handed over. */
  readonly outcomes: readonly RowOutcome[]
  readonly locale: Locale
}

/** The report of a plan as CSV in that language. */
export function reportOf(report: PlanReport): Uint8Array {
  const { reading, columns, mends, plan, steps, outcomes, locale } = report
  const rows = rowOutcomes(plan, steps, outcomes)
  const missing = plan.missing.map(({ name }, index) => ({
    name,
    outcome: missingOutcome(steps, outcomes, index)
  }))
  const { table, header, how } = reading
  const delimiter = how.kind === 'text' ? how.delimiter.delimiter : ','
  const words = reportWords(messagesOf(locale), linesIn(table, header))
  return reportCsv({ table, header, columns, mends, delimiter, outcomes: rows, missing, words })
}

/** Of several outcomes of one row the worse is told: a row is done when all of its steps are. */
export function rowOutcomes(
  plan: Plan,
  steps: readonly Step[],
  outcomes: readonly RowOutcome[]
): RowOutcome[] {
  const rows: (RowOutcome | undefined)[] = plan.verdicts.map((verdict) =>
    verdict.kind === 'add' || verdict.kind === 'change' ? undefined : { kind: 'not-sent', verdict }
  )
  steps.forEach((step, position) => {
    if (step.row === null) return
    const outcome = outcomes[position] ?? unhanded
    const before = rows[step.row]
    if (before === undefined || rank(outcome) > rank(before)) rows[step.row] = outcome
  })
  return rows.map((outcome) => outcome ?? unhanded)
}

const unhanded: RowOutcome = { kind: 'pending', accepted: false, needsPerson: false }

function rank({ kind }: RowOutcome): number {
  return ['added', 'changed', 'cancelled', 'pending', 'rejected', 'not-sent'].indexOf(kind)
}

function missingOutcome(
  steps: readonly Step[],
  outcomes: readonly RowOutcome[],
  index: number
): RowOutcome {
  const first = steps.findIndex((step) => step.row === null)
  return outcomes[first + index] ?? unhanded
}

/** The catalogue of a language; the worker has no window to ask. */
export function messagesOf(locale: Locale): Messages {
  return { en, he, uk }[locale]
}

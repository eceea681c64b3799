import type { Locale } from '../../shared/messages/messages.ts'
import { ok, type Result } from '../../shared/result.ts'
import { check, type Checked } from './check.ts'
import { columnsSignature, guessColumns, recallColumns, type Columns } from './columns.ts'
import type { IntakeFailure } from './intake-failure.ts'
import type { Progress } from './encoding.ts'
import type { RowOutcome } from './outcome.ts'
import { indexPeople, type People, type Person } from './people.ts'
import { fieldColumns, personRow, type Mends } from './person-row.ts'
import {
  costOf,
  countedAs,
  countPlan,
  countSteps,
  missingPeople,
  organizationsOf,
  planOf,
  stepsOf,
  type Plan,
  type Step
} from './plan.ts'
import type {
  Deciding,
  Looking,
  OpenedFile,
  PlanPage,
  PlanRow,
  PlanSummary,
  Present,
  Preview,
  ReaderCalls,
  RowFilter
} from './reader-calls.ts'
import { planCsv } from './plan-csv.ts'
import { previewOf } from './preview.ts'
import { readBlob, sha256, type Input } from './read-blob.ts'
import { read, takenFile, type FileBytes, type Reading } from './reading.ts'
import { messagesOf, reportOf } from './report-plan.ts'
import { sealPlan, unsealPlan } from './seal-plan.ts'
import { findSimilar, type Newcomer } from './similar.ts'
import { linesIn } from './table.ts'
import type { Verdict } from './verdict.ts'

const emptyPlan: Plan = { verdicts: [], names: [], missing: [] }
const noChecked: Checked = { first: 0, verdicts: [], names: [], notes: new Map() }

/** The reading worker's work, on one file; holds all that is large, so that the window does not. */
export class ReaderSession implements ReaderCalls {
  private taken: FileBytes | null = null
  private reading: Reading | null = null
  private columns: Columns = []
  private people: People = new Map()
  private mends: Mends = new Map()
  private checked: Checked = noChecked
  private made: Plan = emptyPlan
  /** Made when they are first asked for. */
  private planSteps: readonly Step[] | null = null
  private similar: ReadonlyMap<number, Person> = new Map()
  private stepOutcomes: RowOutcome[] = []
  private readonly filtered = new Map<RowFilter, readonly number[]>()
  private readonly progress: Progress

  constructor(progress: Progress) {
    this.progress = progress
  }

  async open(input: Input): Promise<Result<OpenedFile, IntakeFailure>> {
    this.taken = null
    this.reading = null
    const bytes = await readBlob(input, (done) => this.progress(done / 2))
    if (!bytes.ok) return bytes
    this.taken = takenFile(input.name, bytes.value)
    return ok({ size: bytes.value.length, sha256: await sha256(bytes.value) })
  }

  file(): Blob {
    if (this.taken === null) throw new Error('No file is open')
    return new Blob([this.taken.bytes])
  }

  async look({ wishes, hints, ...known }: Looking): Promise<Result<Preview, IntakeFailure>> {
    if (this.taken === null) throw new Error('No file is open')
    const size = this.taken.bytes.length
    const progress = (done: number): void => this.progress((size + done) / 2)
    const reading = await read(this.taken, { wishes, hints, progress })
    if (!reading.ok) return reading
    this.reading = reading.value
    const { table, header } = reading.value
    const signature = columnsSignature(table, header)
    const organizationId = known.organizationId ?? 0
    const recalled = recallColumns(known.remembered, { organizationId, signature })
    this.columns = recalled ?? guessColumns({ table, header, organizations: known.organizations })
    return ok({
      ...previewOf(reading.value, this.columns),
      signature,
      remembered: recalled !== null
    })
  }

  meet({ lists, queued }: Present): void {
    this.people = indexPeople(lists, queued)
  }

  decide(deciding: Deciding): PlanSummary {
    const { table, header } = this.opened()
    this.columns = deciding.columns
    this.mends = new Map(deciding.mends)
    const answers = new Map(deciding.answers)
    this.checked = check({
      ...deciding,
      table,
      header,
      people: this.people,
      mends: this.mends,
      answers
    })
    this.similar = new Map(
      findSimilar(this.newcomers(), this.people).map(({ row, person }) => [row, person])
    )
    const preset = this.columns.includes('organization') ? null : deciding.organizationId
    const organizations = organizationsOf(this.checked.verdicts, preset)
    const missing = missingPeople(this.checked, this.people, organizations)
    const { wanted, agreedTo } = deciding.missing
    const asked = wanted && missing.guarded && missing.people.length > agreedTo
    this.take(planOf(this.checked, wanted && !asked ? missing.people : []))
    return {
      counts: countPlan(this.made),
      cost: costOf(this.made, deciding.requestsPerSecond),
      steps: countSteps(this.made),
      cleaned: this.checked.notes.size,
      similar: this.similar.size,
      missing: { count: missing.people.length, active: missing.active, asked },
      organizations
    }
  }

  page(filter: RowFilter, from: number, count: number): PlanPage {
    const rows = this.rowsOf(filter)
    return {
      total: rows.length,
      rows: rows.slice(from, from + count).map((row) => this.planRow(row))
    }
  }

  seal(): Uint8Array {
    return sealPlan(this.made)
  }

  unseal(plan: Uint8Array): number {
    this.take(unsealPlan(plan))
    this.checked = {
      ...noChecked,
      verdicts: this.made.verdicts,
      names: this.made.names,
      first: this.first()
    }
    return countSteps(this.made)
  }

  steps(from: number, to: number): readonly Step[] {
    return this.allSteps().slice(from, to)
  }

  outcomes(from: number, outcomes: readonly RowOutcome[]): void {
    outcomes.forEach((outcome, index) => (this.stepOutcomes[from + index] = outcome))
  }

  plan(locale: Locale): Uint8Array {
    const { columns, made: plan } = this
    return planCsv({ reading: this.opened(), columns, plan }, messagesOf(locale))
  }

  report(locale: Locale, mends: Deciding['mends']): Uint8Array {
    const { columns, made: plan, stepOutcomes: outcomes } = this
    const steps = this.allSteps()
    const corrected: Mends = new Map(mends)
    return reportOf({
      ...{ reading: this.opened(), columns, mends: corrected, plan, steps, outcomes, locale }
    })
  }

  private opened(): Reading {
    if (this.reading === null) throw new Error('No file is open')
    return this.reading
  }

  private first(): number {
    return this.opened().header ? 1 : 0
  }

  private take(plan: Plan): void {
    this.made = plan
    this.planSteps = null
    this.stepOutcomes = []
    this.filtered.clear()
  }

  private allSteps(): readonly Step[] {
    return (this.planSteps ??= stepsOf(this.made))
  }

  private *newcomers(): Iterable<Newcomer> {
    if (this.people.size === 0) return
    for (const [row, verdict] of this.checked.verdicts.entries()) {
      if (verdict.kind !== 'add') continue
      yield { row, organizationId: verdict.organizationId, name: this.checked.names[row] ?? '' }
    }
  }

  private rowsOf(filter: RowFilter): readonly number[] {
    const known = this.filtered.get(filter)
    if (known !== undefined) return known
    const rows = [...this.checked.verdicts.keys()].filter((row) => this.passes(filter, row))
    this.filtered.set(filter, rows)
    return rows
  }

  private passes(filter: RowFilter, row: number): boolean {
    const verdict = this.checked.verdicts[row]
    if (verdict === undefined || filter === 'all') return verdict !== undefined
    if (filter === 'problems') return verdict.kind === 'ask' || verdict.kind === 'error'
    if (filter === 'notes') return this.checked.notes.has(row) || this.similar.has(row)
    return countedAs(verdict) === filter
  }

  private earlierLine(verdict: Verdict): number | null {
    if (verdict.kind !== 'ask' || verdict.question.kind !== 'same-in-file') return null
    const { table, header } = this.opened()
    return linesIn(table, header)(verdict.question.row)
  }

  private planRow(row: number): PlanRow {
    const { table } = this.opened()
    const tableRow = this.checked.first + row
    const verdict = this.checked.verdicts[row]
    if (verdict === undefined) throw new RangeError(`No row ${row} in the plan`)
    return {
      row,
      tableRow,
      line: table.lines[tableRow] ?? 0,
      person: personRow(table, tableRow, { fields: fieldColumns(this.columns), mends: this.mends }),
      name: this.checked.names[row] ?? '',
      verdict,
      notes: this.checked.notes.get(row) ?? [],
      similar: this.similar.get(row) ?? null,
      earlierLine: this.earlierLine(verdict)
    }
  }
}

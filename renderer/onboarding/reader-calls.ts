import type { Organization, Status } from '../../shared/operator.ts'
import type { Locale } from '../../shared/messages/messages.ts'
import type { Result } from '../../shared/result.ts'
import type { Note } from './notes-of.ts'
import type { Columns, RememberedColumns } from './columns.ts'
import type { Hints } from './detect-encoding.ts'
import type { IntakeFailure } from './intake-failure.ts'
import type { RowOutcome } from './outcome.ts'
import type { OrganizationList, Person, Queued } from './people.ts'
import type { Field, PersonRow } from './person-row.ts'
import type { Cost, PlanCounts, Step } from './plan.ts'
import type { Input } from './read-blob.ts'
import type { Reading, Wishes } from './reading.ts'
import type { RowAnswer, Verdict } from './verdict.ts'

/** A file as the first look shows it. */
export interface Preview {
  readonly how: Reading['how']
  readonly header: boolean
  /** Rows above the header that are left out. */
  readonly above: number
  /** Without the header. */
  readonly rows: number
  readonly width: number
  /** The header's cells, or none. */
  readonly titles: readonly string[]
  /** The first rows, without the header, for the preview. */
  readonly sample: readonly (readonly string[])[]
  readonly columns: Columns
  /** Whether the columns are those that were chosen before for such a file. */
  readonly remembered: boolean
  readonly signature: string
}

/** What identifies a file that was taken in. */
export interface OpenedFile {
  readonly size: number
  /** In lower-case hexadecimal. */
  readonly sha256: string
}

/** What a file is looked at with: hints for its encoding, and what is known of organizations and columns. */
export interface Looking {
  readonly wishes: Wishes
  readonly hints: Hints
  readonly organizations: readonly Organization[]
  readonly organizationId: number | null
  readonly remembered: readonly RememberedColumns[]
}

/** What everyone's present state is: lists of the organizations concerned, and what the outbox still does. */
export interface Present {
  readonly lists: readonly OrganizationList[]
  readonly queued: Queued
}

/** "Whoever is not in the file becomes inactive". `agreedTo`: to how many the person has said so once more. */
export interface MissingWish {
  readonly wanted: boolean
  readonly agreedTo: number
}

/** What a person decided about a file that has been looked at. */
export interface Deciding {
  readonly columns: Columns
  readonly organizations: readonly Organization[]
  readonly organizationId: number | null
  readonly wanted: Status
  readonly missing: MissingWish
  readonly answers: readonly (readonly [string, RowAnswer])[]
  readonly mends: readonly (readonly [number, Partial<Readonly<Record<Field, string>>>])[]
  readonly requestsPerSecond: number
}

/** A plan in numbers. */
export interface PlanSummary {
  readonly counts: PlanCounts
  readonly cost: Cost
  readonly steps: number
  readonly cleaned: number
  readonly similar: number
  /** What "whoever is not in the file becomes inactive" would do. */
  readonly missing: {
    readonly count: number
    readonly active: number
    /** Wanted, but of so many that the person must say so once more: the plan does not touch them yet. */
    readonly asked: boolean
  }
  /** Organizations that rows name: their lists must be at hand for the plan to be right. */
  readonly organizations: readonly number[]
}

/** Which rows of the plan to show. */
export type RowFilter = 'all' | 'problems' | 'notes' | keyof PlanCounts

/** A row of the plan as a view shows it. */
export interface PlanRow {
  /** Checked row, from 0. */
  readonly row: number
  /** Row of the table, for mending. */
  readonly tableRow: number
  /** Line of the file, from 1. */
  readonly line: number
  readonly person: PersonRow
  /** The name as it will be sent. */
  readonly name: string
  readonly verdict: Verdict
  readonly notes: readonly Note[]
  readonly similar: Person | null
  /** Line of the earlier row that a question speaks of. */
  readonly earlierLine: number | null
}

/** A stretch of the rows that a filter lets through. */
export interface PlanPage {
  readonly total: number
  readonly rows: readonly PlanRow[]
}

/** What the reading worker does, call by call. One file is open at a time. */
export interface ReaderCalls {
  /** Takes a file in, in place of the one before; nothing is kept of one that is refused. */
  open(input: Input): Promise<Result<OpenedFile, IntakeFailure>>
  /** The open file's bytes as they were taken in, whatever became of the file since. */
  file(): Blob
  /** Reads the open file as a table, or reads it again with other wishes. */
  look(looking: Looking): Promise<Result<Preview, IntakeFailure>>
  /** Learns who exists; before `decide`, and again when lists are fresher. */
  meet(present: Present): void
  /** Checks every row and makes the plan. */
  decide(deciding: Deciding): PlanSummary
  page(filter: RowFilter, from: number, count: number): PlanPage
  /** The plan as stored bytes. */
  seal(): Uint8Array
  /** Takes a stored plan in place of a decided one (after a restart); how many steps it has. */
  unseal(plan: Uint8Array): number
  /** Steps of the plan, in order. */
  steps(from: number, to: number): readonly Step[]
  /** Outcomes of steps from a position on, handed over in stretches. */
  outcomes(from: number, outcomes: readonly RowOutcome[]): void
  /** The plan as CSV: every row with what would become of it. */
  plan(locale: Locale): Uint8Array
  /** The report of the outcomes so far, as CSV; `mends` as they were when the plan was made. */
  report(locale: Locale, mends: Deciding['mends']): Uint8Array
}

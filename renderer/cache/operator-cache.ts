import type { OperatorColumns } from '../../shared/operator-columns.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Organization } from '../../shared/operator.ts'
import type { Result } from '../../shared/result.ts'
import type { SeenStatus, SeenStatuses } from './status-records.ts'

/** What the service has said about one organization's operators; a new object after every change. */
export interface KnownOperators {
  readonly organizationId: number
  /** Every operator that any list or reply showed, in the order of the latest list. */
  readonly columns: OperatorColumns
  /** Ids that the latest list lacks. They stay: a list that lacks an operator proves nothing. */
  readonly unlisted: ReadonlySet<number>
  /** Wall clock of the latest list, ms; `null` where there was none yet. */
  readonly at: number | null
}

/** The organizations that the token sees, as of `at` (wall clock, ms). */
export interface KnownOrganizations {
  readonly organizations: readonly Organization[]
  readonly at: number
}

/** What one account's cache keeps between starts. Every call answers with a failure where the disk refuses. */
export interface OperatorCache {
  /** The operators of an organization; `null` where none are kept (or what was kept is damaged). */
  operators(organizationId: number): Promise<Result<KnownOperators | null, Failure>>
  /** Keeps `next`, writing only what differs from `kept`, the state that was read or kept last. */
  keepOperators(next: KnownOperators, kept: KnownOperators | null): Promise<Result<null, Failure>>
  /** How many operators that are not deleted are kept, by organization. */
  counts(): Promise<Result<ReadonlyMap<number, number>, Failure>>
  /** Keeps statuses that a list showed otherwise than the one before. */
  keepSeen(seen: SeenStatuses): Promise<Result<null, Failure>>
  /** What was kept of it of one operator, the latest first. */
  seen(organizationId: number, operatorId: number): Promise<Result<readonly SeenStatus[], Failure>>
  organizations(): Promise<Result<KnownOrganizations | null, Failure>>
  keepOrganizations(known: KnownOrganizations): Promise<Result<null, Failure>>
  /** Text that a person typed and has not sent; `null` where there is none. */
  draft(form: string): Promise<Result<string | null, Failure>>
  /** Keeps a draft; an empty text removes it. */
  keepDraft(form: string, text: string): Promise<Result<null, Failure>>
  /** Removes what the service said (`lists`), or the drafts too (`everything`). */
  wipe(what: 'lists' | 'everything'): Promise<Result<null, Failure>>
  close(): void
}

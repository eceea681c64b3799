import type { Attempt, AttemptId } from '../../shared/attempt.ts'
import type { EntryId } from '../../shared/edit.ts'
import type { Failure } from '../../shared/failure.ts'
import type { OperatorColumns } from '../../shared/operator-columns.ts'
import type { Operator, Status } from '../../shared/operator.ts'
import type { ChangeLog } from './change-log.ts'
import type { Counts, OutboxView } from './outbox.ts'
import type { KeptEntry } from './kept-entry.ts'
import type { Lines } from './lines.ts'

/** One list serves everything begun within this time of it, ms. */
export const listServesMs = 10_000

/** A list as the engine read it. Times on the monotonic clock, ms. */
export interface Reading {
  /** When it was asked for. */
  readonly askedAt: number
  readonly at: number
  readonly columns: OperatorColumns
  /** Every id known in the organization: the list and the cache. Worked out when first asked for. */
  readonly ids: () => ReadonlySet<number>
  /** The list's rows that bear a name of ours, by match key, lowest id first. */
  readonly rows: ReadonlyMap<string, readonly Operator[]>
  /** Known ids, not last known as deleted, that the list lacks; ascending. */
  readonly missing: readonly number[]
  /** So many adds of the organization had been accepted when it was read: the names of later ones were not looked for. */
  readonly upTo: number
}

/** A status that the service confirmed to us. `at`: monotonic, ms. */
export interface Known {
  readonly status: Status
  readonly at: number
}

/** What the engine knows of one organization in this run; nothing of it is durable. Times monotonic, ms. */
export interface OrganizationState {
  readonly id: number
  /** Adds accepted in this run. */
  readonly accepted: number
  /** When the list under way was asked for. */
  readonly listing: number | null
  readonly list: Reading | null
  /** Nothing is sent over a list that was asked for before this. */
  readonly provesFrom: number
  /** Whether every known operator is in `list`, but for those that no list shows any more. */
  readonly trusted: boolean
  /** The missing ids of the latest lists, and how many lists in a row agreed on them. */
  readonly doubt: { readonly missing: string; readonly agreed: number } | null
  /** Ids that three lists agreed not to show. */
  readonly unlisted: ReadonlySet<number>
  /** The next list that doubt asks for; `null` where none. */
  readonly rereadAt: number | null
  /** Lists failed this often in a row; the next may be asked for at `retryAt`. */
  readonly failures: number
  readonly retryAt: number
  /** The organization refused: nothing is sent to it until `resumeAt`, or a person says so. */
  readonly paused: { readonly failure: Failure; readonly resumeAt: number } | null
  /** Operators as the service answered them to us, by id. */
  readonly answered: ReadonlyMap<number, Known>
  /** Names that the latest list shows once more than we can account for. */
  readonly duplicates: OutboxView['possibleDuplicates']
  /** Adds whose operator a list has shown, which is still to be written down. */
  readonly shown: ReadonlySet<EntryId>
  /** A 404 to a status: if a list still shows the operator, the organization is what refuses. */
  readonly notFound: ReadonlyMap<EntryId, Failure>
}

/** How far the settling of one attempt has come. Times monotonic, ms. */
export interface Check {
  readonly attemptId: AttemptId
  readonly organizationId: number
  readonly failure: Failure | null
  /** Rows of the reply that could not be told whose they are. */
  readonly leftover: readonly Operator[]
  readonly startedAt: number
  /** Only lists asked for after this may conclude that nothing was done. */
  readonly deadline: number
  /** The least time between the two lists that have to agree. */
  readonly spacing: number
  /** The next list. */
  readonly due: number
  /** What the first of the two lists showed. */
  readonly first: { readonly signature: string; readonly at: number } | null
}

/** Why the queue as a whole does not send, beside what it waits for. Times monotonic, ms. */
export interface QueueFacts {
  readonly accountId: string
  readonly settleMs: number
  readonly requestsPerSecond: number
  /** When this run began, by both clocks, ms. */
  readonly began: { readonly wall: number; readonly monotonic: number }
  /** Nothing is sent before both durable places have been read. */
  readonly recovered: boolean
  /** The journal has to begin anew under this id before anything is sent; `null` once it has. */
  readonly journalDue: string | null
  readonly pausedByPerson: boolean
  readonly quitting: boolean
  readonly signedOut: boolean
  readonly storage: Failure | null
  /** What main says about the connection; `offline` waits for main, which probes. */
  readonly connection: 'unknown' | 'online' | 'offline'
  /** A request did not get out: the next may try at `retryAt`. */
  readonly unreachable: { readonly failures: number; readonly retryAt: number } | null
  readonly rateLimited: {
    readonly failures: number
    readonly until: number
    readonly untilWall: number
  } | null
  /** When ended entries are looked through next. */
  readonly pruneAt: number
  readonly nextOrder: number
  /** Entries that ended since the queue last was idle. */
  readonly done: number
  readonly undone: ReadonlySet<string>
}

/** A wait of a single entry after a failure of its own. `until`: monotonic, ms; 0 once it is over. */
export interface Rest {
  readonly failures: number
  readonly until: number
}

/**
 * The whole queue in memory. `step` only reads it; `apply` alone changes it, after the change is durable.
 * It is mutable on purpose: an event touches few of up to 100,000 entries, and the indexes follow at the
 * price of the change, not of the queue.
 */
export interface State {
  queue: QueueFacts
  /** In queue order. */
  readonly entries: Map<EntryId, KeptEntry>
  /** Attempts with an undecided entry. */
  readonly attempts: Map<AttemptId, Attempt>
  /** All ids known before an attempt that is under way, as far as memory still has them. */
  readonly before: Map<AttemptId, ReadonlySet<number>>
  readonly created: Map<EntryId, number>
  /** Which entry an operator belongs to. */
  readonly claimed: Map<number, EntryId>
  readonly organizations: Map<number, OrganizationState>
  readonly checks: Map<AttemptId, Check>
  readonly rests: Map<EntryId, Rest>
  /** Confirmed adds whose operator no list has shown yet. */
  readonly unshown: Set<EntryId>
  /** Adds of which an attempt was lost. */
  readonly watched: Set<EntryId>
  /** Attempts whose outcome is awaited. */
  readonly sending: Set<AttemptId>
  readonly counts: Record<keyof Counts, number>
  readonly lines: Lines
  readonly changes: ChangeLog
}

/** An organization of which nothing is known in this run. */
export function newOrganization(id: number): OrganizationState {
  return {
    id,
    accepted: 0,
    listing: null,
    list: null,
    provesFrom: -Infinity,
    trusted: false,
    doubt: null,
    unlisted: new Set(),
    rereadAt: null,
    failures: 0,
    retryAt: 0,
    paused: null,
    answered: new Map(),
    duplicates: [],
    shown: new Set(),
    notFound: new Map()
  }
}

/** The operator's status as last told: by a reply of ours, or by a list asked for later. */
export function statusOf(organization: OrganizationState, operatorId: number): Status | null {
  const { answered, list } = organization
  const told = answered.get(operatorId)
  if (told && (!list || list.askedAt <= told.at)) return told.status
  const row = list ? list.columns.ids.indexOf(operatorId) : -1
  return row < 0 || !list ? null : (list.columns.statuses[row] as Status)
}

import type { Attempt, AttemptId, Outcome } from '../../shared/attempt.ts'
import type { Edit, EntryId } from '../../shared/edit.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Urgency } from '../../shared/ipc.ts'
import type { JournalRecord, JournalView } from '../../shared/journal.ts'
import type { Operator } from '../../shared/operator.ts'
import type { Answer } from './entry.ts'
import type { Stored } from './ports.ts'
import type { Reading } from './state.ts'

/** An edit to accept, and the rows that bear its name in the cache, as read at `readAt` (monotonic, ms). */
export interface Wish {
  /** The entry's id, where another edit of the same action refers to it; else one is made. */
  readonly id?: EntryId
  readonly edit: Edit
  readonly known: readonly Operator[]
}

/** What a person asks of the queue. It is answered, and done only if it could be stored. */
export type Request =
  | {
      readonly kind: 'accept'
      readonly wishes: readonly Wish[]
      readonly readAt: number
      readonly actionId: string
    }
  | {
      readonly kind: 'rename'
      readonly id: EntryId
      readonly wish: Wish
      readonly readAt: number
      readonly actionId: string
    }
  | { readonly kind: 'retry'; readonly ids: readonly EntryId[] }
  | { readonly kind: 'discard'; readonly ids: readonly EntryId[] }
  | { readonly kind: 'answer'; readonly ids: readonly EntryId[]; readonly answer: Answer }
  | {
      readonly kind: 'undo'
      readonly undone: string
      readonly cancels: readonly EntryId[]
      readonly wishes: readonly Wish[]
      readonly readAt: number
      readonly actionId: string
    }

/** What happens to the queue. */
export type Event =
  | Request
  /** Go on, if anything can go on. */
  | { readonly kind: 'next' }
  /** Some time that was waited for has come. */
  | { readonly kind: 'tick' }
  /** `open`: the ids of the journal's open edits. */
  | {
      readonly kind: 'recovered'
      readonly stored: Stored
      readonly journal: JournalView
      readonly open: readonly EntryId[]
    }
  | { readonly kind: 'outcome'; readonly attemptId: AttemptId; readonly outcome: Outcome }
  /** `asked`: whether the queue asked for it, or the grid did. */
  | {
      readonly kind: 'listed'
      readonly organizationId: number
      readonly reading: Reading
      readonly asked: boolean
    }
  | { readonly kind: 'list-failed'; readonly organizationId: number; readonly failure: Failure }
  | { readonly kind: 'connection'; readonly told: 'unknown' | 'online' | 'offline' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'signed-out' }
  | { readonly kind: 'pause'; readonly on: boolean }
  | { readonly kind: 'quitting' }
  | { readonly kind: 'send-now' }
  | { readonly kind: 'configure'; readonly settleMs: number; readonly requestsPerSecond: number }
  | { readonly kind: 'journal-restarted' }
  /** Something could not be stored, or (`null`) storing works again. */
  | { readonly kind: 'storage'; readonly failure: Failure | null }

/** What the executor does once the step is durable. */
export type Effect =
  | { readonly kind: 'send'; readonly attempt: Attempt }
  /** Attempts that are still in line do not leave; `null` for all of them. */
  | { readonly kind: 'recall'; readonly attemptIds: readonly AttemptId[] | null }
  | { readonly kind: 'list'; readonly organizationId: number; readonly urgency: Urgency }
  /** Ends of entries, for the journal. */
  | { readonly kind: 'record'; readonly records: readonly JournalRecord[] }
  /** The journal is written anew, from what the store keeps. */
  | { readonly kind: 'restart-journal' }
  /** For the cache: operators as the service answered them. */
  | {
      readonly kind: 'applied'
      readonly organizationId: number
      readonly operators: readonly Operator[]
    }
  | { readonly kind: 'unlisted'; readonly organizationId: number; readonly ids: readonly number[] }
  | { readonly kind: 'probe' }

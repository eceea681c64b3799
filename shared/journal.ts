import type { Attempt, AttemptId, Outcome } from './attempt.ts'
import type { AcceptedEdit, EntryId } from './edit.ts'

/** How an entry ended. */
export type Ending = 'confirmed' | 'matched' | 'cancelled' | 'superseded'

/** What the window has written into the journal. Intents and outcomes are the courier's own. */
export type JournalRecord =
  | { readonly kind: 'queued'; readonly accepted: AcceptedEdit }
  | { readonly kind: 'settled'; readonly entryId: EntryId; readonly ending: Ending }

/** What the journal knows of an account after a start. */
export interface JournalView {
  /** The pair of stores it belongs to; `null` where there is no journal yet. */
  readonly storeId: string | null
  /** A line other than the last was unreadable: what is missing here proves nothing. */
  readonly damaged: boolean
  /** Accepted edits that have not ended, in order. */
  readonly open: readonly AcceptedEdit[]
  /** Entries that ended and are still remembered. */
  readonly ended: readonly { readonly entryId: EntryId; readonly ending: Ending }[]
  /** Attempts with an entry that has not ended. `outcome` is `null` where none was written. */
  readonly attempts: readonly {
    readonly attemptId: AttemptId
    readonly attempt: Attempt
    readonly outcome: Outcome
  }[]
}

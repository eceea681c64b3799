import type { Attempt, AttemptId, Outcome } from './attempt.ts'
import type { AcceptedEdit, EntryId } from './edit.ts'

/** How an entry ended. */
export type Ending = 'confirmed' | 'matched' | 'cancelled' | 'superseded'

/** What the window has written into the journal. Intents and outcomes are the courier's own. */
export type JournalRecord =
  | { readonly kind: 'queued'; readonly accepted: AcceptedEdit }
  | { readonly kind: 'settled'; readonly entryId: EntryId; readonly ending: Ending }

/**
 * Accepted edits that have not ended, in order. Whose store holds them too is told their ids alone, a line each:
 * a hundred thousand copies would hold up the window as they cross the border.
 */
export type OpenEdits =
  | { readonly kind: 'ids'; readonly ids: string }
  | { readonly kind: 'copies'; readonly accepted: readonly AcceptedEdit[] }

/** The ids of open edits. */
export function openIds(open: OpenEdits): readonly EntryId[] {
  if (open.kind === 'copies') return open.accepted.map(({ id }) => id)
  return open.ids === '' ? [] : open.ids.split('\n')
}

/** What the journal knows of an account after a start. */
export interface JournalView {
  /** The pair of stores it belongs to; `null` where there is no journal yet. */
  readonly storeId: string | null
  /** A line other than the last was unreadable: what is missing here proves nothing. */
  readonly damaged: boolean
  readonly open: OpenEdits
  /** Entries that ended and are still remembered; empty where `open` has only ids. */
  readonly ended: readonly { readonly entryId: EntryId; readonly ending: Ending }[]
  /** Attempts with an entry that has not ended. `outcome` is `null` where none was written. */
  readonly attempts: readonly {
    readonly attemptId: AttemptId
    readonly attempt: Attempt
    readonly outcome: Outcome
  }[]
}

import type { AttemptId } from '../../shared/attempt.ts'
import type { AcceptedEdit, EntryId } from '../../shared/edit.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Operator, Status } from '../../shared/operator.ts'

/** Why a waiting entry waits for something of its own (the queue's own reasons are the queue's). */
export type WaitReason =
  /** For the operator that another entry creates. */
  | { readonly kind: 'creation'; readonly entryId: EntryId }
  /** Behind an undecided add of the same name, or an earlier edit of the same operator. */
  | { readonly kind: 'earlier'; readonly entryId: EntryId }
  /** Its organization refused (403, 404, 405, 415); the server's words. */
  | { readonly kind: 'organization-paused'; readonly failure: Failure }

/** What only a person can tell. */
export type Question =
  /** Someone added this name since it was queued: use theirs, add another, discard. */
  | { readonly kind: 'name-appeared'; readonly operators: readonly Operator[] }
  /** A reply was lost and the lists cannot tell whether it was applied: use one of these, add another, discard. */
  | { readonly kind: 'undecided'; readonly candidates: readonly Operator[] }
  /** The status changed since the person saw it: keep mine (send it), keep theirs (discard). */
  | {
      readonly kind: 'status-conflict'
      readonly from: Status
      readonly to: Status
      readonly now: Status
    }
  /** No list shows the operator any more: send all the same (`mine`), or discard. */
  | { readonly kind: 'operator-missing'; readonly operatorId: number }
  /**
   * The service said that it added this operator of ours, and no list ever showed it: while that is so,
   * nobody can tell whether an add was done. Send all the same (`add-another`), or discard.
   */
  | { readonly kind: 'list-unreliable'; readonly operatorId: number }

/** What a person answers. `use`, `use-found` and `add-another` belong to adds; `mine` and `theirs` to statuses. */
export type Answer =
  | { readonly kind: 'use'; readonly operatorId: number }
  /** For many at once: each takes the only operator that came up; where several did, it goes on asking. */
  | { readonly kind: 'use-found' }
  | { readonly kind: 'add-another' }
  | { readonly kind: 'mine' }
  | { readonly kind: 'theirs' }
  | { readonly kind: 'discard' }

/** Where an entry stands. Each state carries only its own data; times are wall clock, ms. */
export type EntryState =
  | { readonly kind: 'waiting'; readonly reason: WaitReason | null }
  | { readonly kind: 'sending'; readonly attemptId: AttemptId }
  | {
      readonly kind: 'verifying'
      readonly attemptId: AttemptId
      readonly failure: Failure | null
      readonly until: number
    }
  | { readonly kind: 'confirmed'; readonly operatorId: number; readonly at: number }
  | {
      readonly kind: 'matched'
      readonly operatorId: number
      readonly how: 'lost-reply' | 'already-there' | 'person'
      readonly at: number
    }
  | { readonly kind: 'rejected'; readonly failure: Failure; readonly at: number }
  | { readonly kind: 'needs-person'; readonly question: Question; readonly at: number }
  | { readonly kind: 'cancelled'; readonly at: number }
  | { readonly kind: 'superseded'; readonly by: EntryId | null; readonly at: number }

/** An edit with its state. */
export interface Entry extends AcceptedEdit {
  readonly state: EntryState
  /** Whether an attempt that carried it may have left this machine; never goes back. */
  readonly everSent: boolean
  /** The smallest batch that was refused with it; it next travels in at most half of that. `null` before any refusal. */
  readonly refusedIn: number | null
}

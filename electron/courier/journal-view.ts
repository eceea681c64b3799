import type { JournalView } from '../../shared/journal.ts'
import { readDelivery } from '../chathub/wire.ts'
import { forgetOld, type Fold } from './journal-fold.ts'

/** What the window is told of a journal. `now`: wall clock, ms; what is older than its memory is dropped from the fold. */
export function viewOf(fold: Fold, now: number): JournalView {
  forgetOld(fold, now)
  const open = [...fold.accepted.values()].filter(({ id }) => !fold.ended.has(id))
  return {
    storeId: fold.storeId,
    damaged: fold.damaged,
    open: open.sort((a, b) => a.order - b.order),
    ended: [...fold.ended].map(([entryId, { ending }]) => ({ entryId, ending })),
    attempts: [...fold.attempts].map(([attemptId, { attempt, delivery }]) => ({
      attemptId,
      attempt,
      outcome: delivery && readDelivery(attempt.kind, delivery)
    }))
  }
}

import type { AcceptedEdit } from '../../shared/edit.ts'
import type { JournalView } from '../../shared/journal.ts'
import { readDelivery } from '../chathub/wire.ts'
import { forgetOld, type Fold } from './journal-fold.ts'

/**
 * What the window is told of a journal. `now`: wall clock, ms; what is older than its memory is dropped from the
 * fold. `storeId`: that of the window's store, which has to be rebuilt only where it is another one.
 */
export function viewOf(fold: Fold, now: number, storeId: string | null): JournalView {
  forgetOld(fold, now)
  const isOwn = storeId !== null && storeId === fold.storeId
  return {
    storeId: fold.storeId,
    damaged: fold.damaged,
    open: isOwn ? { kind: 'ids', ids: openIds(fold) } : { kind: 'copies', accepted: copies(fold) },
    ended: isOwn ? [] : [...fold.ended].map(([entryId, { ending }]) => ({ entryId, ending })),
    attempts: [...fold.attempts].map(([attemptId, { attempt, delivery }]) => ({
      attemptId,
      attempt,
      outcome: delivery && readDelivery(attempt.kind, delivery)
    }))
  }
}

function openIds({ accepted, ended }: Fold): string {
  const ids: string[] = []
  for (const id of accepted.keys()) if (!ended.has(id)) ids.push(id)
  return ids.join('\n')
}

function copies({ accepted, ended }: Fold): AcceptedEdit[] {
  const open = [...accepted.values()].filter(({ id }) => !ended.has(id))
  return open.sort((one, other) => one.order - other.order)
}

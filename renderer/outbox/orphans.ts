import type { EntryId } from '../../shared/edit.ts'
import type { Failure } from '../../shared/failure.ts'
import type { JournalView } from '../../shared/journal.ts'
import type { Draft } from './draft.ts'
import { hasEnded, isStatus, type StatusEntry } from './kept-entry.ts'

/** Which operator an add created was kept in the store alone, and the store was lost. */
const lost: Failure = {
  kind: 'not-stored',
  cause: 'other',
  place: 'outbox',
  code: 'CREATOR_LOST'
}

/**
 * Looks after statuses that wait for an add which is not there any more, because it had ended when the
 * store was lost: who only waited for its end goes on; whose operator cannot be told is for the person.
 */
export function mindOrphans(draft: Draft, journal: JournalView): void {
  const endings = new Map(journal.ended.map(({ entryId, ending }) => [entryId, ending]))
  for (const entry of draft.everyEntry()) {
    if (!isStatus(entry) || hasEnded(entry.state)) continue
    const { operator, after } = entry.edit
    const creator = operator.kind === 'created-by' ? operator.entryId : null
    const gone = [creator, after].filter((id) => id !== null && isGone(draft, id))
    if (gone.length === 0) continue
    const wasCancelled = gone.some((id) => id !== null && endings.get(id) === 'cancelled')
    settleOrphan(draft, entry, {
      wasCancelled,
      hasOperator: creator === null || !isGone(draft, creator)
    })
  }
}

function settleOrphan(
  draft: Draft,
  entry: StatusEntry,
  { wasCancelled, hasOperator }: { wasCancelled: boolean; hasOperator: boolean }
): void {
  const at = draft.now.wall
  if (wasCancelled) draft.move(entry, { kind: 'cancelled', at })
  else if (!hasOperator) draft.move(entry, { kind: 'rejected', failure: lost, at })
  else draft.entries.set(entry.id, { ...entry, edit: { ...entry.edit, after: null } })
}

/** Whether nothing is left of an add: neither the entry nor what it created. */
export function isGone(draft: Draft, id: EntryId): boolean {
  return draft.entry(id) === undefined && draft.createdBy(id) === undefined
}

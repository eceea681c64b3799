import type { Entry } from '../entry.ts'
import type { OutboxView } from '../outbox.ts'

type Duplicates = OutboxView['possibleDuplicates']

/**
 * The possible duplicates that nobody has dealt with: where one of the operators is on its way to Deleted,
 * the choice is made, and to offer it once more would invite to delete the other one too.
 */
export function openDuplicates(duplicates: Duplicates, entries: Iterable<Entry>): Duplicates {
  if (duplicates.length === 0) return duplicates
  const leaving = new Set<number>()
  for (const { edit, state } of entries) {
    if (edit.kind !== 'set-status' || edit.to !== 2 || edit.operator.kind !== 'known') continue
    if (isCarriedOut(state.kind)) leaving.add(edit.operator.id)
  }
  return duplicates.filter(({ operators }) => !operators.some(({ id }) => leaving.has(id)))
}

function isCarriedOut(kind: Entry['state']['kind']): boolean {
  return kind !== 'cancelled' && kind !== 'superseded' && kind !== 'rejected'
}

import type { Table } from 'dexie'
import type { EntryId } from '../../shared/edit.ts'
import type { KeptEntry } from '../outbox/kept-entry.ts'
import type { About } from '../outbox/outbox.ts'
import { parseEntry } from './outbox-records.ts'

/**
 * Edits about an operator among those that have left the panel: those that ended as it, those that name it, and
 * those that name an add that created it. Each is found by an index of the history, however long that is.
 */
export async function pastOf(
  past: Table<KeptEntry, EntryId>,
  { organizationId, operatorId }: About
): Promise<KeptEntry[]> {
  const [ended, named] = await Promise.all([
    past.where('state.operatorId').equals(operatorId).toArray(),
    past.where('edit.operator.id').equals(operatorId).toArray()
  ])
  const creators = ended.filter(({ edit }) => edit.kind === 'add').map(({ id }) => id)
  const after = await past.where('edit.operator.entryId').anyOf(creators).toArray()
  const byId = new Map([...ended, ...named, ...after].map((entry) => [entry.id, entry]))
  return [...byId.values()]
    .filter(({ edit }) => edit.organizationId === organizationId)
    .map((entry) => parseEntry(entry))
}

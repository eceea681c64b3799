import type { EntryId } from '../../shared/edit.ts'
import type { Entry } from '../outbox/entry.ts'
import type { StoredImport } from './import.ts'
import { isFinal, outcomeOfEntry } from './outcome.ts'

/**
 * Outcomes that have become final and are not kept yet, or otherwise (a rejected entry was sent anew). The outbox lets ended entries go after a while;
 * what came of them must be in the import's own store before.
 */
export function endedSince(
  stored: Pick<StoredImport, 'chunks' | 'outcomes'>,
  entries: ReadonlyMap<EntryId, Entry>
): StoredImport['outcomes'] {
  const kept = new Map(stored.outcomes)
  const entryOf = (id: EntryId): Entry | null => entries.get(id) ?? null
  return stored.chunks.flat().flatMap((id) => {
    const entry = entries.get(id)
    if (entry === undefined) return []
    const outcome = outcomeOfEntry(entry, entryOf)
    const isNews = isFinal(outcome) && outcome.kind !== kept.get(id)?.kind
    return isNews ? [[id, outcome] as const] : []
  })
}

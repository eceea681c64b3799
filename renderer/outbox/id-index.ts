import type { EntryId } from '../../shared/edit.ts'

/** Entries by something that most often one has alone, such as a name: that one then stands for itself. */
export type IdIndex = Map<string, EntryId | Set<EntryId>>

/** The entries at a key, in the order in which they came; none where there is no such key. */
export function idsAt(index: IdIndex | undefined, key: string): readonly EntryId[] {
  const ids = index?.get(key)
  if (ids === undefined) return []
  return typeof ids === 'string' ? [ids] : [...ids]
}

/** Puts an entry at a key; once is enough. */
export function joinIndex(index: IdIndex, key: string, id: EntryId): void {
  const ids = index.get(key)
  if (ids === undefined) index.set(key, id)
  else if (typeof ids !== 'string') ids.add(id)
  else if (ids !== id) index.set(key, new Set([ids, id]))
}

/** Takes an entry from a key. */
export function partIndex(index: IdIndex, key: string, id: EntryId): void {
  const ids = index.get(key)
  if (ids === id) index.delete(key)
  if (ids === undefined || typeof ids === 'string') return
  ids.delete(id)
  if (ids.size === 0) index.delete(key)
}

import type { Table } from 'dexie'
import type { EntryId } from '../../shared/edit.ts'

/** The tables in which an import can be recognized by what it did. */
interface Tables {
  readonly chunks: Table<{ readonly importId: string; readonly entryIds: readonly EntryId[] }>
  readonly outcomes: Table<{ readonly importId: string }, number>
}

/** What is looked for: entries that an import made, or an operator whom it created or changed. */
export interface Traced {
  readonly entryIds: ReadonlySet<EntryId>
  readonly operatorId: number | null
}

/**
 * The imports that did something of it. Whoever moves through the list asks at every row: operators are found by an
 * index. Entries, of which few have any still in the outbox, are looked for in all chunks: an index of them would
 * make accepting an import twice as slow.
 */
export async function traceIn(
  { chunks, outcomes }: Tables,
  { entryIds, operatorId }: Traced
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  if (entryIds.size > 0)
    await chunks.each((chunk) => {
      if (chunk.entryIds.some((id) => entryIds.has(id))) found.add(chunk.importId)
    })
  if (operatorId !== null)
    await outcomes
      .where('operatorIds')
      .equals(operatorId)
      .each(({ importId }) => found.add(importId))
  return found
}

/** Whom outcomes tell of, each once; those of earlier versions, too, hence read with care. */
export function operatorsIn(outcomes: readonly unknown[]): number[] {
  const ids = new Set<number>()
  for (const kept of outcomes) {
    const outcome: unknown = Array.isArray(kept) ? kept[1] : null
    if (typeof outcome !== 'object' || outcome === null || !('operatorId' in outcome)) continue
    if (typeof outcome.operatorId === 'number') ids.add(outcome.operatorId)
  }
  return [...ids]
}

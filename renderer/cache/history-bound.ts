import type { Table } from 'dexie'
import type { EntryId } from '../../shared/edit.ts'
import type { KeptEntry } from '../outbox/kept-entry.ts'

/** How much is kept of edits that have ended and left the panel. */
export interface HistoryBound {
  /** How long after its end, ms. */
  readonly forMs: number
  /** How many edits at most; the oldest go first. */
  readonly most: number
  /** The wall clock, ms. */
  readonly now: () => number
}

/** A quarter of a year, and never more than the largest import: some tens of megabytes. */
export const usualBound: HistoryBound = { forMs: 90 * 86_400_000, most: 100_000, now: Date.now }

/** Twice what comes goes at most, so that one write stays short, and whatever is too much is gone soon. */
const goesForEach = 2

/** The tables that hold the history of an outbox. */
export interface HistoryTables {
  readonly past: Table<KeptEntry, EntryId>
  readonly history: Table<unknown, [EntryId, number, number]>
  readonly created: Table<unknown, EntryId>
}

/** Forgets the oldest of what has ended, where there is too much; `come`: how many have just come into it. */
export async function forgetOldest(
  { past, history, created }: HistoryTables,
  { forMs, most, now }: HistoryBound,
  come: number
): Promise<void> {
  const atOnce = Math.max(100, goesForEach * come)
  const beyond = Math.min(atOnce, (await past.count()) - most)
  const [old, many] = await Promise.all([
    past
      .where('state.at')
      .below(now() - forMs)
      .limit(atOnce)
      .primaryKeys(),
    beyond > 0 ? past.orderBy('state.at').limit(beyond).primaryKeys() : []
  ])
  const gone = [...new Set([...old, ...many])]
  if (gone.length === 0) return
  await Promise.all([
    past.bulkDelete(gone),
    created.bulkDelete(gone),
    ...gone.map((id) =>
      history
        .where('[entryId+at+n]')
        .between(...everyEventOf(id))
        .delete()
    )
  ])
}

/** The first and the last key that an event of an entry can have. */
export function everyEventOf(id: EntryId): [[EntryId, number, number], [EntryId, number, number]] {
  return [
    [id, -Infinity, -Infinity],
    [id, Infinity, Infinity]
  ]
}

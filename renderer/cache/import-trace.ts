import type { Table } from 'dexie'
import type { EntryId } from '../../shared/edit.ts'

/** The tables in which an import can be recognized by what it did. */
interface Tables {
  readonly chunks: Table<{ readonly importId: string; readonly entryIds: readonly EntryId[] }>
  readonly outcomes: Table<{ readonly importId: string; readonly outcomes: readonly unknown[] }>
}

/** What is looked for: entries that an import made, or what came of one. */
export interface Traced<Outcome> {
  readonly entryIds: ReadonlySet<EntryId>
  readonly outcome: (outcome: Outcome) => boolean
}

/** The imports that made one of the entries, or had such an outcome. Reads piece by piece, files and plans not at all. */
export async function traceIn<Outcome>(
  { chunks, outcomes }: Tables,
  { entryIds, outcome }: Traced<Outcome>
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  if (entryIds.size > 0)
    await chunks.each((chunk) => {
      if (chunk.entryIds.some((id) => entryIds.has(id))) found.add(chunk.importId)
    })
  await outcomes.each((portion) => {
    const own = portion.outcomes as readonly (readonly [EntryId, Outcome])[]
    if (own.some((one) => outcome(one[1]))) found.add(portion.importId)
  })
  return found
}

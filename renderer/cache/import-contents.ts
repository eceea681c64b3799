import type { EntryId } from '../../shared/edit.ts'
import type { AnyRecord, Contents, ImportDatabase } from './import-tables.ts'

/** An import with all that belongs to it, as it comes back from the disk. */
export interface Loaded<Kept, Outcome> {
  readonly record: Kept
  readonly file: Blob
  readonly plan: Uint8Array
  readonly chunks: readonly (readonly EntryId[])[]
  readonly undoChunks: readonly (readonly EntryId[])[]
  readonly outcomes: readonly (readonly [EntryId, Outcome])[]
}

/** Stores an import and forgets its draft, both or neither. */
export function create(
  database: ImportDatabase,
  record: AnyRecord,
  { contents, draftId }: { contents: Omit<Contents, 'id'>; draftId: string | null }
): PromiseLike<void> {
  const { imports, drafts, draftFiles } = database
  return database.transaction('rw', [imports, database.contents, drafts, draftFiles], async () => {
    await imports.put(record)
    await database.contents.put({ id: record.id, ...contents })
    if (draftId === null) return
    await drafts.delete(draftId)
    await draftFiles.delete(draftId)
  })
}

/** Stores a chunk together with the phase that follows. */
export function addChunk(
  database: ImportDatabase,
  { id, index, entryIds }: { id: string; index: number; entryIds: readonly EntryId[] },
  phase: unknown
): PromiseLike<void> {
  const { imports, chunks } = database
  return database.transaction('rw', [imports, chunks], async () => {
    await chunks.put({ importId: id, index, entryIds })
    await imports.update(id, { phase })
  })
}

/** An import with all that belongs to it; `null` where there is none. */
export function load<Kept extends AnyRecord, Outcome>(
  database: ImportDatabase,
  id: string,
  parse: (value: unknown) => Kept | null
): PromiseLike<Loaded<Kept, Outcome> | null> {
  const { imports, contents, chunks, undoChunks, outcomes } = database
  const all = [imports, contents, chunks, undoChunks, outcomes]
  return database.transaction('r', all, async () => {
    const [record, content, parts, undoParts, portions] = await Promise.all([
      imports.get(id),
      contents.get(id),
      chunksOf(chunks, id).toArray(),
      chunksOf(undoChunks, id).toArray(),
      outcomes.where('importId').equals(id).toArray()
    ])
    const parsed = parse(record)
    if (parsed === null || content === undefined) return null
    return {
      record: parsed,
      file: content.file,
      plan: content.plan,
      chunks: parts.map(({ entryIds }) => entryIds),
      undoChunks: undoParts.map(({ entryIds }) => entryIds),
      outcomes: portions.flatMap((portion) => portion.outcomes) as [EntryId, Outcome][]
    }
  })
}

/** Newest first. */
export async function list<Kept extends AnyRecord>(
  { imports }: ImportDatabase,
  parse: (value: unknown) => Kept | null
): Promise<Kept[]> {
  const records = (await imports.toArray()).map(parse).filter((record) => record !== null)
  return records.sort((one, other) => other.plannedAt - one.plannedAt)
}

/** Removes an import with all that belongs to it. */
export function remove(database: ImportDatabase, id: string): PromiseLike<void> {
  const { imports, contents, chunks, undoChunks, outcomes } = database
  const all = [imports, contents, chunks, undoChunks, outcomes]
  return database.transaction('rw', all, async () => {
    await imports.delete(id)
    await contents.delete(id)
    await chunksOf(chunks, id).delete()
    await chunksOf(undoChunks, id).delete()
    await outcomes.where('importId').equals(id).delete()
  })
}

/** In the order of their index. */
function chunksOf(chunks: ImportDatabase['chunks'], importId: string) {
  return chunks.where('[importId+index]').between([importId, 0], [importId, Infinity])
}

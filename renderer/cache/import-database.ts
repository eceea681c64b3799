import type { AccountId } from '../../shared/account.ts'
import type { EntryId } from '../../shared/edit.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import { draftsIn, type AnyDraft, type KeptDrafts } from './draft-tables.ts'
import { addChunk, create, list, load, remove, type Loaded } from './import-contents.ts'
import { ImportDatabase, type AnyMemory, type AnyRecord } from './import-tables.ts'
import { operatorsIn, type Traced, traceIn } from './import-trace.ts'
import { stored } from './storage-failure.ts'

/** The parsers of what rests on the disk; `null` for what is none of ours. */
interface ImportParsers<Kept extends AnyRecord, Memory extends AnyMemory, Draft extends AnyDraft> {
  readonly record: (value: unknown) => Kept | null
  readonly memory: (value: unknown) => Memory | null
  readonly draft: (value: unknown) => Draft | null
}

/** What one account's imports are kept in; a write has reached the disk when it answers. */
interface KeptImports<
  Kept extends AnyRecord,
  Outcome,
  Memory extends AnyMemory,
  Draft extends AnyDraft
> extends KeptDrafts<Draft> {
  /** Stores an import and forgets its draft, both or neither. */
  create(
    record: Kept,
    contents: { readonly file: Blob; readonly plan: Uint8Array },
    draftId: string | null
  ): Promise<Result<null, Failure>>
  setPhase(id: string, phase: Kept['phase']): Promise<Result<null, Failure>>
  addChunk(
    id: string,
    chunk: { readonly index: number; readonly entryIds: readonly EntryId[] },
    phase: Kept['phase']
  ): Promise<Result<null, Failure>>
  addUndoChunk(
    id: string,
    chunk: { readonly index: number; readonly entryIds: readonly EntryId[] }
  ): Promise<Result<null, Failure>>
  keepOutcomes(
    id: string,
    outcomes: readonly (readonly [EntryId, Outcome])[]
  ): Promise<Result<null, Failure>>
  /** `null` where there is none, or the disk refuses. */
  load(id: string): Promise<Loaded<Kept, Outcome> | null>
  /** Newest first; empty where the disk refuses. */
  list(): Promise<readonly Kept[]>
  remove(id: string): Promise<Result<null, Failure>>
  /** The imports that did something; none where the disk refuses. */
  trace(traced: Traced): Promise<ReadonlySet<string>>
  /** What was chosen for an organization before (0: for none). */
  recall(organizationId: number): Promise<Memory | null>
  remember(memory: Memory): Promise<Result<null, Failure>>
  close(): void
}

/** The imports of one account, in a database of their own. */
export function openImportDatabase<
  Kept extends AnyRecord,
  Outcome,
  Memory extends AnyMemory = AnyMemory,
  Draft extends AnyDraft = AnyDraft
>(
  accountId: AccountId,
  parsers: ImportParsers<Kept, Memory, Draft>
): KeptImports<Kept, Outcome, Memory, Draft> {
  const database = new ImportDatabase(accountId)
  const attempt = (work: () => PromiseLike<unknown>): Promise<Result<null, Failure>> =>
    stored('imports', async () => {
      await work()
      return null
    })
  return {
    ...draftsIn(database, parsers.draft),
    create: (record, contents, draftId) =>
      attempt(() => create(database, record, { contents, draftId })),
    setPhase: (id, phase) => attempt(() => database.imports.update(id, { phase })),
    addChunk: (id, chunk, phase) => attempt(() => addChunk(database, { id, ...chunk }, phase)),
    addUndoChunk: (importId, chunk) =>
      attempt(() => database.undoChunks.put({ importId, ...chunk })),
    keepOutcomes: (importId, outcomes) =>
      attempt(() =>
        database.outcomes.add({ importId, outcomes, operatorIds: operatorsIn(outcomes) })
      ),
    load: (id) => read(() => load<Kept, Outcome>(database, id, parsers.record), null),
    list: () => read(() => list(database, parsers.record), []),
    remove: (id) => attempt(() => remove(database, id)),
    trace: (traced) => read(() => traceIn(database, traced), new Set()),
    recall: (id) => read(async () => parsers.memory(await database.memories.get(id)), null),
    remember: (memory) => attempt(() => database.memories.put(memory)),
    close: () => {
      database.close()
    }
  }
}

/** The imports of an account that is not open, newest first. */
export async function readImports<Kept extends AnyRecord>(
  accountId: AccountId,
  parse: (value: unknown) => Kept | null
): Promise<Result<readonly Kept[], Failure>> {
  const database = new ImportDatabase(accountId)
  const records = await stored('imports', () => list(database, parse))
  database.close()
  return records
}

/** Removes what an account took in and never applied; its imports stay. */
export async function deleteImportDrafts(accountId: AccountId): Promise<Result<null, Failure>> {
  const database = new ImportDatabase(accountId)
  const cleared = await stored('imports', async () => {
    await Promise.all([database.drafts.clear(), database.draftFiles.clear()])
    return null
  })
  database.close()
  return cleared
}

/** Removes an account's imports and all that was kept of them. */
export function deleteImportDatabase(accountId: AccountId): Promise<Result<null, Failure>> {
  return stored('imports', async () => {
    await new ImportDatabase(accountId).delete()
    return null
  })
}

async function read<T>(work: () => PromiseLike<T>, otherwise: T): Promise<T> {
  const answer = await stored('imports', work)
  return answer.ok ? answer.value : otherwise
}

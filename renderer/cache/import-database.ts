import Dexie, { type Table } from 'dexie'
import type { AccountId } from '../../shared/account.ts'
import type { EntryId } from '../../shared/edit.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import { draftsIn, type AnyDraft, type DraftFile, type KeptDrafts } from './draft-tables.ts'
import { type Traced, traceIn } from './import-trace.ts'
import { neverNewer } from './never-newer.ts'
import { stored } from './storage-failure.ts'

/** What every stored import has, whatever else its record holds. */
interface AnyRecord {
  readonly id: string
  readonly plannedAt: number
  readonly phase: unknown
}

/** What every memory of choices has: the organization that they were made for; 0: for none. */
interface AnyMemory {
  readonly organizationId: number
}

/** The parsers of what rests on the disk; `null` for what is none of ours. */
interface ImportParsers<Kept extends AnyRecord, Memory extends AnyMemory, Draft extends AnyDraft> {
  readonly record: (value: unknown) => Kept | null
  readonly memory: (value: unknown) => Memory | null
  readonly draft: (value: unknown) => Draft | null
}

interface Contents {
  readonly id: string
  readonly file: Blob
  readonly plan: Uint8Array
}

interface Chunk {
  readonly importId: string
  readonly index: number
  readonly entryIds: readonly EntryId[]
}

interface Outcomes {
  readonly importId: string
  readonly outcomes: readonly unknown[]
}

/** Versions are only ever appended: what people have on disk must stay readable. */
class ImportDatabase extends Dexie {
  declare readonly imports: Table<AnyRecord, string>
  declare readonly contents: Table<Contents, string>
  declare readonly chunks: Table<Chunk, [string, number]>
  /** Appended in portions: a record for each of 100,000 outcomes would take minutes. */
  declare readonly outcomes: Table<Outcomes, number>
  declare readonly memories: Table<AnyMemory, number>
  declare readonly drafts: Table<AnyDraft, string>
  declare readonly draftFiles: Table<DraftFile, string>

  constructor(accountId: AccountId) {
    super(`imports-${accountId}`, { ...neverNewer(), chromeTransactionDurability: 'strict' })
    this.version(1).stores({
      imports: 'id',
      contents: 'id',
      chunks: '[importId+index]',
      outcomes: '++,importId',
      memories: 'organizationId'
    })
    this.version(2).stores({ drafts: 'id', draftFiles: 'id' })
  }
}

/** An import with all that belongs to it, as it comes back from the disk. */
interface Loaded<Kept, Outcome> {
  readonly record: Kept
  readonly file: Blob
  readonly plan: Uint8Array
  readonly chunks: readonly (readonly EntryId[])[]
  readonly outcomes: readonly (readonly [EntryId, Outcome])[]
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
  trace(traced: Traced<Outcome>): Promise<ReadonlySet<string>>
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
    keepOutcomes: (importId, outcomes) =>
      attempt(() => database.outcomes.add({ importId, outcomes })),
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

function create(
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

function addChunk(
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

function load<Kept extends AnyRecord, Outcome>(
  database: ImportDatabase,
  id: string,
  parse: (value: unknown) => Kept | null
): PromiseLike<Loaded<Kept, Outcome> | null> {
  const { imports, contents, chunks, outcomes } = database
  return database.transaction('r', [imports, contents, chunks, outcomes], async () => {
    const [record, content, parts, portions] = await Promise.all([
      imports.get(id),
      contents.get(id),
      chunks.where('[importId+index]').between([id, 0], [id, Infinity]).toArray(),
      outcomes.where('importId').equals(id).toArray()
    ])
    const parsed = parse(record)
    if (parsed === null || content === undefined) return null
    return {
      record: parsed,
      file: content.file,
      plan: content.plan,
      chunks: parts.map(({ entryIds }) => entryIds),
      outcomes: portions.flatMap((portion) => portion.outcomes) as [EntryId, Outcome][]
    }
  })
}

async function list<Kept extends AnyRecord>(
  { imports }: ImportDatabase,
  parse: (value: unknown) => Kept | null
): Promise<Kept[]> {
  const records = (await imports.toArray()).map(parse).filter((record) => record !== null)
  return records.sort((one, other) => other.plannedAt - one.plannedAt)
}

function remove(database: ImportDatabase, id: string): PromiseLike<void> {
  const { imports, contents, chunks, outcomes } = database
  return database.transaction('rw', [imports, contents, chunks, outcomes], async () => {
    await imports.delete(id)
    await contents.delete(id)
    await chunks.where('[importId+index]').between([id, 0], [id, Infinity]).delete()
    await outcomes.where('importId').equals(id).delete()
  })
}

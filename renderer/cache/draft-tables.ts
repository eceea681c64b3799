import type { Dexie, Table } from 'dexie'
import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import { stored } from './storage-failure.ts'

/** What every kept draft has, whatever else its record holds. */
export interface AnyDraft {
  readonly id: string
  /** Wall clock, ms. */
  readonly takenAt: number
  readonly work: unknown
}

/** The bytes of a draft, beside its record: the record is written at every decision, they only once. */
export interface DraftFile {
  readonly id: string
  readonly file: Blob
}

/** The part of a database that keeps drafts. */
interface DraftDatabase extends Dexie {
  readonly drafts: Table<AnyDraft, string>
  readonly draftFiles: Table<DraftFile, string>
}

/** Drafts of imports, as they rest on the disk. */
export interface KeptDrafts<Draft extends AnyDraft> {
  keepDraft(draft: Draft, file: Blob): Promise<Result<null, Failure>>
  /** Nothing where there is no such draft any more. */
  noteDraft(id: string, work: Draft['work']): Promise<Result<null, Failure>>
  /** In the order in which they were taken in; empty where the disk refuses. */
  drafts(): Promise<readonly Draft[]>
  draftFile(id: string): Promise<Blob | null>
  dropDrafts(ids: readonly string[]): Promise<Result<null, Failure>>
}

/** The drafts of one account. */
export function draftsIn<Draft extends AnyDraft>(
  database: DraftDatabase,
  parse: (value: unknown) => Draft | null
): KeptDrafts<Draft> {
  const { drafts, draftFiles } = database
  const change = (work: () => Promise<unknown>): Promise<Result<null, Failure>> =>
    stored('imports', async () => {
      await database.transaction('rw', [drafts, draftFiles], work)
      return null
    })
  return {
    keepDraft: (draft, file) =>
      change(async () => {
        await drafts.put(draft)
        await draftFiles.put({ id: draft.id, file })
      }),
    noteDraft: (id, work) => change(() => drafts.update(id, { work })),
    drafts: async () => {
      const all = await stored('imports', () => drafts.toArray())
      const known = (all.ok ? all.value : []).map(parse).filter((draft) => draft !== null)
      return known.sort((one, other) => one.takenAt - other.takenAt)
    },
    draftFile: async (id) => {
      const found = await stored('imports', () => draftFiles.get(id))
      return found.ok ? (found.value?.file ?? null) : null
    },
    dropDrafts: (ids) =>
      change(async () => {
        await drafts.bulkDelete([...ids])
        await draftFiles.bulkDelete([...ids])
      })
  }
}

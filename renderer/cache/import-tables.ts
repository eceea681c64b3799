import Dexie, { type Table } from 'dexie'
import type { AccountId } from '../../shared/account.ts'
import type { EntryId } from '../../shared/edit.ts'
import type { AnyDraft, DraftFile } from './draft-tables.ts'
import { operatorsIn } from './import-trace.ts'
import { neverNewer } from './never-newer.ts'

/** What every stored import has, whatever else its record holds. */
export interface AnyRecord {
  readonly id: string
  readonly plannedAt: number
  readonly phase: unknown
}

/** What every memory of choices has: the organization that they were made for; 0: for none. */
export interface AnyMemory {
  readonly organizationId: number
}

/** The bytes of an import, beside its record, which changes. */
export interface Contents {
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
  /** Whom they tell of. */
  readonly operatorIds: readonly number[]
}

/** The database of one account's imports. Versions are only ever appended: what people have on disk must stay readable. */
export class ImportDatabase extends Dexie {
  declare readonly imports: Table<AnyRecord, string>
  declare readonly contents: Table<Contents, string>
  declare readonly chunks: Table<Chunk, [string, number]>
  /** Appended in portions: a record for each of 100,000 outcomes would take minutes. */
  declare readonly outcomes: Table<Outcomes, number>
  /** Entries that take imports back. */
  declare readonly undoChunks: Table<Chunk, [string, number]>
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
    this.version(3).stores({ undoChunks: '[importId+index]' })
    // What an import did to somebody is found without reading what it did to everybody.
    this.version(4)
      .stores({ outcomes: '++,importId,*operatorIds' })
      .upgrade((transaction) =>
        transaction
          .table<Outcomes>('outcomes')
          .toCollection()
          .modify((kept) => {
            Object.assign(kept, { operatorIds: operatorsIn(kept.outcomes) })
          })
      )
  }
}

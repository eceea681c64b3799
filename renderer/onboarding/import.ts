import type { AccountId } from '../../shared/account.ts'
import type { EntryId } from '../../shared/edit.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Status } from '../../shared/operator.ts'
import type { Result } from '../../shared/result.ts'
import type { Columns } from './columns.ts'
import type { Encoding } from './encoding.ts'
import type { RowOutcome } from './outcome.ts'
import type { Delimiter } from './parse.ts'
import type { Field } from './person-row.ts'
import type { PlanCounts } from './plan.ts'
import type { RowAnswer } from './verdict.ts'

/** An import's own id: random, made when its plan is first stored. */
export type ImportId = string

/** A draft's own id: random, made when it is taken in. */
export type DraftId = string

/** Where the rows came from. */
export interface Source {
  readonly kind: 'file' | 'pasted' | 'typed'
  /** The file's name without a folder; empty for pasted and typed rows. */
  readonly name: string
  readonly size: number
  /** SHA-256 of the bytes, in lower-case hexadecimal. */
  readonly sha256: string
}

/** How a file is read and what a person decided about it; plain data. */
export interface Choices {
  readonly encoding: Encoding | 'workbook'
  readonly delimiter: Delimiter
  readonly header: boolean
  readonly sheet: string | null
  readonly columns: Columns
  readonly organizationId: number | null
  readonly wanted: Status
  /** Whoever is not in the file becomes inactive. */
  readonly missingBecomeInactive: boolean
  readonly answers: readonly (readonly [string, RowAnswer])[]
  readonly mends: readonly (readonly [number, Partial<Readonly<Record<Field, string>>>])[]
}

/** Where an import stands. Times wall clock, ms. */
export type Phase =
  | { readonly kind: 'planned' }
  /**
   * `chunks` are in the outbox. `mark`: a further one is being handed over, and this was the outbox's highest
   * order before; `null` between chunks.
   */
  | { readonly kind: 'applying'; readonly chunks: number; readonly mark: number | null }
  | { readonly kind: 'applied'; readonly at: number }
  /**
   * Wanted at `at`. `from`: which chunk of undoing edits is the first of this undo. `mark`: they are being handed
   * over, and this was the outbox's highest order before; `null` while what is on its way is waited for.
   */
  | {
      readonly kind: 'undoing'
      readonly at: number
      readonly from: number
      readonly mark: number | null
    }
  /** All undoing edits, from chunk `from` on, are in the outbox. */
  | { readonly kind: 'undone'; readonly at: number; readonly from: number }
  | { readonly kind: 'cancelled'; readonly at: number }

/** An import as it is stored, and as the history shows it. Its file, plan and entries are kept beside it. */
export interface ImportRecord {
  readonly id: ImportId
  readonly accountId: AccountId
  readonly source: Source
  /** The login of who did it; `null` where it is unknown. */
  readonly by: string | null
  readonly plannedAt: number
  readonly counts: PlanCounts
  readonly choices: Choices
  readonly phase: Phase
}

/** What happens to a stored import. */
export type ImportEvent =
  | { readonly kind: 'apply' }
  | { readonly kind: 'handing-over'; readonly mark: number }
  | { readonly kind: 'handed-over' }
  | { readonly kind: 'all-handed-over'; readonly at: number }
  | { readonly kind: 'cancel'; readonly at: number }
  | { readonly kind: 'undo'; readonly at: number; readonly from: number }
  | { readonly kind: 'undo-handing-over'; readonly mark: number }
  | { readonly kind: 'undone'; readonly at: number }

/** The phase after an event; the same object where the event does not apply, so that a repeated one does no harm. */
export function advance(phase: Phase, event: ImportEvent): Phase {
  switch (event.kind) {
    case 'apply':
      return phase.kind === 'planned' ? { kind: 'applying', chunks: 0, mark: null } : phase
    case 'handing-over':
      return phase.kind === 'applying' ? { ...phase, mark: event.mark } : phase
    case 'handed-over':
      return phase.kind === 'applying' ? { ...phase, chunks: phase.chunks + 1, mark: null } : phase
    case 'all-handed-over':
      return phase.kind === 'applying' ? { kind: 'applied', at: event.at } : phase
    case 'cancel':
      return phase.kind === 'planned' || phase.kind === 'applying'
        ? { kind: 'cancelled', at: event.at }
        : phase
    case 'undo':
      return undoing(phase, event)
    case 'undo-handing-over':
      return phase.kind === 'undoing' ? { ...phase, mark: event.mark } : phase
    case 'undone':
      return phase.kind === 'undoing' ? { kind: 'undone', at: event.at, from: phase.from } : phase
  }
}

/** An undo that was carried out in part can be wanted again. */
function undoing(phase: Phase, { at, from }: Extract<ImportEvent, { kind: 'undo' }>): Phase {
  const ended = phase.kind === 'applied' || phase.kind === 'cancelled' || phase.kind === 'undone'
  return ended ? { kind: 'undoing', at, from, mark: null } : phase
}

/** What must be done about a stored import when the app starts: it goes on where it was. */
export function isUnfinished({ phase }: ImportRecord): boolean {
  return phase.kind === 'applying' || phase.kind === 'undoing'
}

/** A stored import with all that belongs to it. */
export interface StoredImport {
  readonly record: ImportRecord
  /** The bytes as they were dropped. */
  readonly file: Blob
  /** See `sealPlan`. */
  readonly plan: Uint8Array
  /** Entries of each chunk that is in the outbox, in the order of its steps. */
  readonly chunks: readonly (readonly EntryId[])[]
  /** Entries of each chunk of edits that take it back; an undo that was wanted again has later ones. */
  readonly undoChunks: readonly (readonly EntryId[])[]
  /** Outcomes of entries that have ended, kept because the outbox lets them go; a later one of an entry holds. */
  readonly outcomes: readonly (readonly [EntryId, RowOutcome])[]
}

/** Where imports are kept. Every promise resolves once the change is durable. */
export interface ImportStore {
  /** Stores a new import with its file and plan; the draft that it was made from is kept no longer. */
  create(
    record: ImportRecord,
    contents: Pick<StoredImport, 'file' | 'plan'>,
    draftId: DraftId | null
  ): Promise<Result<null, Failure>>
  setPhase(id: ImportId, phase: Phase): Promise<Result<null, Failure>>
  /** Stores the entries of the chunk at `index` together with the phase that follows. */
  addChunk(
    id: ImportId,
    chunk: { readonly index: number; readonly entryIds: readonly EntryId[] },
    phase: Phase
  ): Promise<Result<null, Failure>>
  /** Stores the entries of a chunk of edits that take the import back. */
  addUndoChunk(
    id: ImportId,
    chunk: { readonly index: number; readonly entryIds: readonly EntryId[] }
  ): Promise<Result<null, Failure>>
  keepOutcomes(id: ImportId, outcomes: StoredImport['outcomes']): Promise<Result<null, Failure>>
  load(id: ImportId): Promise<StoredImport | null>
  /** Newest first. */
  list(accountId: AccountId): Promise<readonly ImportRecord[]>
  remove(id: ImportId): Promise<Result<null, Failure>>
}

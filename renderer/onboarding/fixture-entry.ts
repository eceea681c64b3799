import type { Edit, EntryId } from '../../shared/edit.ts'
import type { Failure } from '../../shared/failure.ts'
import { failed, ok, type Result } from '../../shared/result.ts'
import { ChangeLog } from '../outbox/change-log.ts'
import type { Entry, EntryState } from '../outbox/entry.ts'
import type { Counts, Outbox, OutboxView } from '../outbox/outbox.ts'
import type { ImportRecord, ImportStore, StoredImport } from './import.ts'
import type { KeptDraft } from './kept-draft.ts'

/** An entry in a state, for tests. */
export function entry(
  id: EntryId,
  edit: Edit,
  state: EntryState = { kind: 'waiting', reason: null }
): Entry {
  return {
    id,
    edit,
    state,
    order: 0,
    queuedAt: 0,
    actionId: 'action',
    everSent: false,
    refusedIn: null
  }
}

const none: Counts = {
  waiting: 0,
  sending: 0,
  verifying: 0,
  confirmed: 0,
  matched: 0,
  rejected: 0,
  'needs-person': 0,
  cancelled: 0,
  superseded: 0
}

/** Entries that a test sets by hand; each change is noted. */
class NotedEntries extends Map<EntryId, Entry> {
  readonly #changes: ChangeLog

  constructor(changes: ChangeLog) {
    super()
    this.#changes = changes
  }

  override set(id: EntryId, entry: Entry): this {
    this.#changes.note([id])
    return super.set(id, entry)
  }
}

/** An outbox that only takes in; it refuses, or the process "ends", at the calls that a test names. */
export class TakingOutbox {
  readonly changes = new ChangeLog()
  readonly entries = new NotedEntries(this.changes)
  calls = 0
  /** What happens before a call, counted from 1, is answered. */
  beforeAnswer: (call: number) => Promise<void> = () => Promise.resolve()
  /** What happens at a call, counted from 1: refused with this failure, or accepted and then never answered. */
  readonly faults = new Map<number, Failure | 'crash'>()

  view(): OutboxView {
    const queue = { kind: 'idle' } as const
    return {
      ...{ revision: 0, entries: this.entries, bare: this.entries, changes: this.changes },
      ...{ counts: none, queue, paused: false, possibleDuplicates: [] }
    }
  }

  async enqueue(edits: readonly Edit[]): ReturnType<Outbox['enqueue']> {
    this.calls += 1
    const fault = this.faults.get(this.calls)
    if (fault !== undefined && fault !== 'crash') return failed(fault)
    const actionId = `action ${this.calls}`
    const accepted = edits.map((edit) => {
      const order = this.entries.size
      const taken = { ...entry(`entry ${order}`, this.united(edit)), order, actionId }
      this.entries.set(taken.id, taken)
      return taken
    })
    if (fault === 'crash') throw new Error('crash')
    await this.beforeAnswer(this.calls)
    return ok(accepted)
  }

  /** As the real one does: a later status of an operator starts from where the first one did. */
  private united(edit: Edit): Edit {
    if (edit.kind === 'add') return edit
    const earlier = [...this.entries.values()].find(
      (each) => each.edit.kind === 'set-status' && refOf(each.edit) === refOf(edit)
    )
    return earlier?.edit.kind === 'set-status' ? { ...edit, from: earlier.edit.from } : edit
  }
}

function refOf({ operator }: Extract<Edit, { kind: 'set-status' }>): string {
  return operator.kind === 'known' ? String(operator.id) : operator.entryId
}

/** Keeps imports in memory; "crashes" before or after the writes that a test names, counted from 1. */
export class MemoryImports implements ImportStore {
  readonly stored = new Map<string, StoredImport>()
  readonly kept = new Map<string, { readonly draft: KeptDraft; readonly file: Blob }>()
  writes = 0
  readonly crashes = new Map<number, 'before' | 'after'>()

  create(
    record: ImportRecord,
    contents: Pick<StoredImport, 'file' | 'plan'>,
    draftId: string | null
  ): Promise<Result<null, Failure>> {
    return this.write(() => {
      this.stored.set(record.id, { record, ...contents, chunks: [], undoChunks: [], outcomes: [] })
      if (draftId !== null) this.kept.delete(draftId)
    })
  }

  setPhase(id: string, phase: ImportRecord['phase']): Promise<Result<null, Failure>> {
    return this.write(() =>
      this.change(id, (each) => ({ ...each, record: { ...each.record, phase } }))
    )
  }

  addChunk(
    id: string,
    { index, entryIds }: { index: number; entryIds: readonly EntryId[] },
    phase: ImportRecord['phase']
  ): Promise<Result<null, Failure>> {
    return this.write(() =>
      this.change(id, (each) => ({
        ...each,
        record: { ...each.record, phase },
        chunks: [...each.chunks.slice(0, index), entryIds]
      }))
    )
  }

  addUndoChunk(
    id: string,
    { index, entryIds }: { index: number; entryIds: readonly EntryId[] }
  ): Promise<Result<null, Failure>> {
    return this.write(() =>
      this.change(id, (each) => ({
        ...each,
        undoChunks: [...each.undoChunks.slice(0, index), entryIds]
      }))
    )
  }

  keepOutcomes(id: string, outcomes: StoredImport['outcomes']): Promise<Result<null, Failure>> {
    return this.write(() =>
      this.change(id, (each) => ({ ...each, outcomes: [...each.outcomes, ...outcomes] }))
    )
  }

  load(id: string): Promise<StoredImport | null> {
    return Promise.resolve(this.stored.get(id) ?? null)
  }

  list(accountId: string): Promise<readonly ImportRecord[]> {
    const records = [...this.stored.values()].map(({ record }) => record)
    return Promise.resolve(records.filter((record) => record.accountId === accountId).reverse())
  }

  remove(id: string): Promise<Result<null, Failure>> {
    return this.write(() => this.stored.delete(id))
  }

  private change(id: string, by: (each: StoredImport) => StoredImport): void {
    const present = this.stored.get(id)
    if (present !== undefined) this.stored.set(id, by(present))
  }

  private write(effect: () => unknown): Promise<Result<null, Failure>> {
    this.writes += 1
    const crash = this.crashes.get(this.writes)
    if (crash === 'before') return Promise.reject(new Error('crash'))
    effect()
    return crash === 'after' ? Promise.reject(new Error('crash')) : Promise.resolve(ok(null))
  }
}

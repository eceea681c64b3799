import type { EntryId } from '../../shared/edit.ts'
import type { Failure } from '../../shared/failure.ts'
import type { ChatCount } from '../../shared/ipc.ts'
import type { Result } from '../../shared/result.ts'
import type { ImportRecord } from '../onboarding/import.ts'
import type { Operators } from '../operators/operators.svelte.ts'
import type { RowKey } from '../operators/rows.ts'
import type { Entry } from '../outbox/entry.ts'
import type { HistoryEvent, Outbox } from '../outbox/outbox.ts'
import { type Chats, type ChatStatus, countChats } from './chats.ts'
import { editsOf, type Subject, subjectAt } from './subject.ts'

/** Imports that created or changed an operator, or made one of the edits; the newest first. */
export type ImportsOf = (
  operatorId: number | null,
  entryIds: readonly EntryId[]
) => Promise<readonly ImportRecord[]>

/** What the details of an operator are built from. */
export interface DetailsParts {
  readonly operators: Pick<Operators, 'rows' | 'visible' | 'cell'>
  readonly outbox: Pick<Outbox, 'view' | 'history'>
  readonly chats: (
    organizationId: number,
    operatorId: number,
    status: ChatStatus
  ) => Promise<Result<ChatCount, Failure>>
  readonly imports: ImportsOf
  readonly now: () => number
}

/** An edit with what happened to it. */
export interface DatedEdit {
  readonly entry: Entry
  readonly history: readonly HistoryEvent[]
}

/** The details of the operator on whose row the focus is, for as long as they are shown. */
export class Details {
  readonly #parts: DetailsParts
  readonly #stop: () => void
  #key: RowKey | null = null
  #reading = 0
  readonly subject: Subject | null = $derived.by(() => {
    const { rows, visible, cell } = this.#parts.operators
    return subjectAt(rows, visible.order, cell.row)
  })
  /** The latest first; those of the last subject go at once. */
  edits: readonly DatedEdit[] = $state.raw([])
  /** `null` while they are looked for. */
  imports: readonly ImportRecord[] | null = $state.raw(null)
  chats: Chats = $state.raw({ kind: 'unasked' })

  constructor(parts: DetailsParts) {
    this.#parts = parts
    this.#stop = $effect.root(() => {
      $effect(() => void this.#follow(this.subject))
    })
  }

  /** Counts the subject's chats. What comes after the person went on to somebody else is dropped. */
  async countChats(): Promise<void> {
    const { subject } = this
    const operatorId = subject?.row.id
    if (subject === null || operatorId == null) return
    const key = subject.row.key
    this.chats = { kind: 'counting' }
    const counted = await countChats(
      (status) => this.#parts.chats(subject.organizationId, operatorId, status),
      this.#parts.now
    )
    if (this.#key === key) this.chats = counted
  }

  /** Follows no longer. */
  close(): void {
    this.#stop()
  }

  async #follow(subject: Subject | null): Promise<void> {
    const reading = (this.#reading += 1)
    const another = this.#key !== (subject?.row.key ?? null)
    this.#key = subject?.row.key ?? null
    const { outbox } = this.#parts
    const own = subject === null ? [] : editsOf(subject, outbox.view().entries.values())
    if (another) {
      this.edits = own.map((entry) => ({ entry, history: [] }))
      this.chats = { kind: 'unasked' }
      this.imports = null
    }
    const edits = await Promise.all(
      own.map(async (entry) => ({ entry, history: await outbox.history(entry.id) }))
    )
    if (reading !== this.#reading) return
    this.edits = edits
    if (subject === null || this.imports !== null) return
    const ids = own.map(({ id }) => id)
    const imports = await this.#parts.imports(subject.row.id, ids)
    if (this.#key === subject.row.key) this.imports = imports
  }
}

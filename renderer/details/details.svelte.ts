import type { EntryId } from '../../shared/edit.ts'
import type { Failure } from '../../shared/failure.ts'
import type { ChatCount } from '../../shared/ipc.ts'
import type { Result } from '../../shared/result.ts'
import type { ImportRecord } from '../onboarding/import.ts'
import type { Operators } from '../operators/operators.svelte.ts'
import type { RowKey } from '../operators/rows.ts'
import type { OperatorCache } from '../cache/operator-cache.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { type Chats, type ChatStatus, countChats } from './chats.ts'
import { editsOf, type Subject, subjectAt } from './subject.ts'
import { fromItsStart, type Happening, type Kept, timelineOf } from './timeline.ts'

/** Imports that created or changed an operator, or made one of the edits; the newest first. */
export type ImportsOf = (
  operatorId: number | null,
  entryIds: readonly EntryId[]
) => Promise<readonly ImportRecord[]>

/** What the details of an operator are built from. */
export interface DetailsParts {
  readonly operators: Pick<Operators, 'rows' | 'visible' | 'cell'>
  readonly outbox: Pick<Outbox, 'view' | 'history' | 'past'>
  readonly cache: Pick<OperatorCache, 'seen'>
  readonly chats: (
    organizationId: number,
    operatorId: number,
    status: ChatStatus
  ) => Promise<Result<ChatCount, Failure>>
  readonly imports: ImportsOf
  readonly now: () => number
}

/** So much of the past shows at first, and so much more each time it is asked for. */
const atFirst = 10
const furtherOnes = 20

const nothingKept: Kept = { past: [], seen: [] }

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
  #kept: Promise<Kept> = Promise.resolve(nothingKept)
  #listedAt: number | null = null
  #most = atFirst
  /** The latest first; what happened to the last subject goes at once. */
  timeline: readonly Happening[] = $state.raw([])
  /** How much more is kept than shows. */
  left = $state(0)
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
      (status) => this.#parts.chats(subject.row.organizationId, operatorId, status),
      this.#parts.now
    )
    if (this.#key === key) this.chats = counted
  }

  /** Follows no longer. */
  close(): void {
    this.#stop()
  }

  /** Shows more of what is kept. */
  async showMore(): Promise<void> {
    this.#most += furtherOnes
    await this.#follow(this.subject)
  }

  async #follow(subject: Subject | null): Promise<void> {
    const reading = (this.#reading += 1)
    const another = this.#key !== (subject?.row.key ?? null)
    this.#key = subject?.row.key ?? null
    const own = subject === null ? [] : editsOf(subject, this.#parts.outbox.view().entries.values())
    if (another) this.#beginAnew(timelineOf(own, nothingKept))
    // A later list may have shown something new.
    if (another || this.#listedAt !== (subject?.at ?? null)) this.#kept = this.#keptOf(subject)
    this.#listedAt = subject?.at ?? null
    const all = timelineOf(own, await this.#kept)
    const timeline = await this.#withHistory(all.slice(0, this.#most))
    if (reading !== this.#reading) return
    this.timeline = timeline
    this.left = all.length - timeline.length
    if (subject === null || this.imports !== null) return
    const ids = own.map(({ id }) => id)
    const imports = await this.#parts.imports(subject.row.id, ids)
    if (this.#key === subject.row.key) this.imports = imports
  }

  #beginAnew(timeline: readonly Happening[]): void {
    this.timeline = timeline.slice(0, atFirst)
    this.left = 0
    this.#most = atFirst
    this.chats = { kind: 'unasked' }
    this.imports = null
  }

  async #keptOf(subject: Subject | null): Promise<Kept> {
    const operatorId = subject?.row.id
    if (subject === null || operatorId == null) return nothingKept
    const { outbox, cache } = this.#parts
    const { organizationId } = subject.row
    const [past, seen] = await Promise.all([
      outbox.past({ organizationId, operatorId }),
      cache.seen(organizationId, operatorId)
    ])
    return { past, seen: seen.ok ? seen.value : [] }
  }

  #withHistory(happenings: readonly Happening[]): Promise<Happening[]> {
    return Promise.all(
      happenings.map(async (one) => {
        if (one.kind === 'seen') return one
        const history = await this.#parts.outbox.history(one.entry.id)
        return { ...one, history: fromItsStart(one.entry, history) }
      })
    )
  }
}

import type { EntryId } from '../../shared/edit.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import { applyImport, handedOver } from './apply-import.ts'
import { followedStore } from './followed-store.ts'
import type { ImportRecord, ImportStore, Phase, StoredImport } from './import.ts'
import type { OpenReader } from './open-reader.ts'
import { outcomeOfStep, type Entries, type ImportProgress, type RowOutcome } from './outcome.ts'
import type { ImportPorts } from './ports.ts'
import { knownLists } from './present.ts'
import { reopen } from './reopen.ts'
import { runUndo } from './run-undo.ts'
import { noProgress, pendingIn, Tally, unsentIn } from './tally.ts'
import { tellOutcomes } from './tell-outcomes.ts'
import { touchedBy, type Touched } from './touched.ts'
import { isUndoable, type ImportUndo } from './undo-import.ts'
import { operatorsAsWished, organizationsIn, undoInStretches } from './undo-stretches.ts'

/** Chunks that are looked at before everything else has a turn. */
const atOnce = 4
/** Up to so many steps the undo is worked out anew after every change, not only at the end. */
const short = 2000
/** From so many steps on, working out whom an import touched is felt. */
const long = 10_000

/** An import that was applied: on its way through the outbox, done, or taken back. */
export class ImportRun {
  readonly #ports: ImportPorts
  readonly #stored: StoredImport
  readonly #chunks: (readonly EntryId[])[]
  readonly #tally: Tally
  #reader: OpenReader | null
  #cancelled = false
  #looking = false
  /** The moment of the outbox of which everything before was looked at. */
  #mark = -1
  #again = false
  #stop = (): void => undefined
  record: ImportRecord = $state.raw() as ImportRecord
  /** `total` is 0 until it is known. */
  progress: ImportProgress = $state.raw(noProgress)
  /** Why it could not go on; it can be resumed. */
  failure: Failure | null = $state.raw(null)
  /** What "Undo import" would do now, where that is known. */
  undo: ImportUndo | null = $state.raw(null)
  /** The undo is being worked out and handed over. */
  undoing = $state(false)
  /** The undo that was carried out. */
  undone: ImportUndo | null = $state.raw(null)

  /** `reader`: one that has the plan already; else it is opened when it is needed. */
  constructor(stored: StoredImport, ports: ImportPorts, reader: OpenReader | null = null) {
    this.#ports = ports
    this.#stored = stored
    this.#chunks = [...stored.chunks]
    this.#tally = new Tally(stored.outcomes)
    this.#reader = reader
    this.record = stored.record
  }

  /** Learns where the import stands, goes on from there, and follows what becomes of it. */
  async begin(): Promise<void> {
    this.#setTotal(handedOver(this.#chunks))
    await this.#lookAtChunks()
    this.#setTotal(this.progress.total)
    this.#stop = this.#ports.outbox.subscribe(() => this.#look())
    void this.#goOn().catch(this.#ports.onbug)
  }

  /** Steps of which nothing has come yet. */
  get pending(): number {
    return pendingIn(this.progress)
  }

  /** Whom it added or changed; nobody yet while it is long and still under way, since that changes all the time. */
  touched(): Touched {
    const ids = this.#chunks.flat()
    return touchedBy(ids.length > long && this.pending > 0 ? [] : ids, this.#entries())
  }

  /** Whether it can be taken back now; `now`: wall clock, ms. */
  canUndo(now: number): boolean {
    // The phase first: the view follows it, and not the chunks.
    return isUndoable(this.record.phase, now) && this.#chunks.length > 0
  }

  /** Hands over no more, and takes back what is not sent yet. */
  async cancelUnsent(): Promise<void> {
    this.#cancelled = true
    await this.#discardUnsent()
  }

  /** What was being handed over or sent when it was cancelled, and comes back unsent, is taken back too. */
  async #discardUnsent(): Promise<void> {
    const { outbox } = this.#ports
    const unsent = unsentIn(this.#chunks, outbox.view().bare)
    if (unsent.length > 0) this.#take(await outbox.discard(unsent))
  }

  /** Goes on after a failure. */
  async resume(): Promise<void> {
    this.failure = null
    await this.#apply()
  }

  /** Sets what this import created to Deleted and gives changed ones their status back, through the outbox. */
  async undoNow(): Promise<void> {
    if (this.undoing) return
    this.undoing = true
    await this.#undoOnce()
    this.undoing = false
  }

  async #undoOnce(): Promise<void> {
    const { store, outbox, now, lists } = this.#ports
    // From what the service says now: a cached status that is too old would ask the person.
    const ids = organizationsIn(await this.#workOutUndo())
    await Promise.all(ids.map((id) => lists.fetch(id, 'person')))
    const undo = await this.#workOutUndo()
    const { id, phase } = this.record
    const done = await runUndo({ id, phase, undo, store, outbox, now })
    this.#take(done)
    if (!done.ok) return
    this.#setPhase(done.value)
    this.undone = undo
    this.undo = null
  }

  /** Every row of the file with what came of it, as CSV. */
  async report(): Promise<Uint8Array> {
    const { reader } = await this.#open()
    const entries = this.#entries()
    const outcome = (step: number): RowOutcome => outcomeOfStep(step, entries)
    await tellOutcomes(reader, { total: this.progress.total, outcome, ...this.#ports })
    return reader.report(this.#ports.locale(), this.record.choices.mends)
  }

  /** Stops following; the reading worker ends. What is in the outbox goes on. */
  close(): void {
    this.#stop()
    this.#reader?.close()
    this.#reader = null
  }

  async #goOn(): Promise<void> {
    const { kind } = this.record.phase
    if (kind === 'planned' || kind === 'applying') await this.#apply()
    if (kind === 'undoing') await this.undoNow()
    this.#look()
  }

  async #apply(): Promise<void> {
    const { reader } = await this.#open()
    const total = await reader.unseal(this.#stored.plan)
    this.#setTotal(total)
    const { id, phase } = this.record
    const { outbox, now } = this.#ports
    const applied = await applyImport({
      ...{ id, phase, total, outbox, now, chunks: this.#chunks, store: this.#followed() },
      steps: (from, to) => reader.steps(from, to),
      cancelled: () => this.#cancelled,
      progress: () => this.#look()
    })
    this.#take(applied)
    if (applied.ok) this.#setPhase(applied.value)
    this.#look()
  }

  /** The store, each of its writes noted here too. */
  #followed(): ImportStore {
    return followedStore(this.#ports.store, {
      phase: (phase) => this.#setPhase(phase),
      chunk: (index, entryIds) => (this.#chunks[index] = entryIds)
    })
  }

  #setPhase(phase: Phase): void {
    this.record = { ...this.record, phase }
    this.#setTotal(this.progress.total)
  }

  #setTotal(total: number): void {
    const progress = this.#tally.progress(total)
    // What was never handed over is cancelled with the rest.
    const kept = this.record.phase.kind === 'cancelled' ? total - handedOver(this.#chunks) : 0
    this.progress = { ...progress, cancelled: progress.cancelled + kept }
  }

  #take(result: Result<unknown, Failure>): void {
    this.failure = result.ok ? null : result.failure
  }

  /** Looks at everything that may have changed; one look at a time, and one more after it if anything changed meanwhile. */
  #look(): void {
    this.#again = true
    if (this.#looking) return
    this.#looking = true
    void this.#lookOn().catch(this.#ports.onbug)
  }

  async #lookOn(): Promise<void> {
    while (this.#again) {
      this.#again = false
      if (this.#cancelled) await this.#discardUnsent()
      const news = await this.#lookAtChunks()
      if (news.length > 0) this.#take(await this.#ports.store.keepOutcomes(this.record.id, news))
      this.#setTotal(this.progress.total)
    }
    this.#looking = false
    await this.#showUndo()
  }

  async #lookAtChunks(): Promise<StoredImport['outcomes']> {
    const news: StoredImport['outcomes'][number][] = []
    const { bare, changes } = this.#ports.outbox.view()
    const due = this.#tally.due(this.#chunks, changes.since(this.#mark))
    this.#mark = changes.mark
    for (const [looked, index] of due.entries()) {
      if (looked > 0 && looked % atOnce === 0) await this.#ports.breathe()
      news.push(...this.#tally.look(index, this.#chunks[index] ?? [], bare))
    }
    return news
  }

  async #showUndo(): Promise<void> {
    const known = this.progress.total <= short || this.pending === 0
    if (!known || !this.canUndo(this.#ports.now())) return
    const undo = await this.#workOutUndo()
    if (this.canUndo(this.#ports.now())) this.undo = undo
  }

  async #workOutUndo(): Promise<ImportUndo> {
    const { lists, outbox, breathe } = this.#ports
    const { reader } = await this.#open()
    const known = await knownLists(lists)
    return undoInStretches({
      total: handedOver(this.#chunks),
      steps: (from, to) => reader.steps(from, to),
      entries: this.#entries(),
      operator: operatorsAsWished(known, outbox.view().bare),
      breathe
    })
  }

  #entries(): Entries {
    return this.#tally.entriesOf(this.#chunks, this.#ports.outbox.view().bare)
  }

  async #open(): Promise<OpenReader> {
    this.#reader ??= await reopen(this.#stored, this.#ports)
    return this.#reader
  }
}

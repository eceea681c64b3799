import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import { applyImport, handedOver } from './apply-import.ts'
import { followedStore } from './followed-store.ts'
import { Following } from './following.ts'
import type { ImportRecord, ImportStore, Phase, StoredImport } from './import.ts'
import { KeptReader } from './kept-reader.ts'
import type { OpenReader } from './open-reader.ts'
import { outcomeOfStep, type Entries, type ImportProgress, type RowOutcome } from './outcome.ts'
import type { ImportPorts } from './ports.ts'
import type { Reader } from './reader-port.ts'
import { reopen } from './reopen.ts'
import { withUndo } from './taken-back.ts'
import { noProgress, pendingIn } from './tally.ts'
import { tellOutcomes } from './tell-outcomes.ts'
import { nobodyTouched, touchedBy, type Touched } from './touched.ts'
import { Undoing } from './undoing.svelte.ts'

/** Up to so many steps the undo is worked out anew after every change, not only at the end. */
const short = 2000
/** From so many steps on, working out whom an import touched is felt. */
const long = 10_000

/** An import that was applied: on its way through the outbox, done, or taken back. */
export class ImportRun {
  readonly #ports: ImportPorts
  readonly #stored: StoredImport
  readonly #following: Following
  readonly #reader: KeptReader
  #watchers = 0
  #cancelled = false
  #looking = false
  #again = false
  #stop = (): void => undefined
  readonly undo: Undoing
  record: ImportRecord = $state.raw() as ImportRecord
  /** `total` is 0 until it is known. */
  progress: ImportProgress = $state.raw(noProgress)
  /** Why it could not go on; it can be resumed. */
  failure: Failure | null = $state.raw(null)

  /** `reader`: one that has the plan already; else it is opened when it is needed. */
  constructor(stored: StoredImport, ports: ImportPorts, reader: OpenReader | null = null) {
    this.#ports = ports
    this.#stored = stored
    this.#following = new Following(stored.chunks, stored.outcomes)
    this.#reader = new KeptReader(() => reopen(stored, ports), reader)
    this.record = stored.record
    this.undo = new Undoing(
      {
        record: () => this.record,
        imported: this.#following,
        pending: () => this.pending,
        reader: this.#reader,
        moved: (phase) => this.#setPhase(phase),
        take: (result) => this.#take(result)
      },
      stored,
      ports
    )
  }

  /** Learns where the import stands, goes on from there, and follows what becomes of it. */
  async begin(): Promise<void> {
    this.#setTotal(this.#following.count)
    await this.#lookOnce()
    this.#stop = this.#ports.outbox.subscribe(() => this.#look())
    void this.#goOn().catch(this.#ports.onbug)
  }

  /** Steps of which nothing has come yet. */
  get pending(): number {
    return pendingIn(this.progress)
  }

  /** Something of it, or of its undo, is still to come. */
  get isUnderWay(): boolean {
    return this.pending > 0 || this.undo.pending > 0 || this.record.phase.kind === 'undoing'
  }

  /** Whom it added or changed; nobody yet while it is long and still under way, since that changes all the time. */
  touched(): Touched {
    const { chunks } = this.#following
    if (handedOver(chunks) > long && this.pending > 0) return nobodyTouched
    return touchedBy(chunks.flat(), this.#entries())
  }

  /** Hands over no more, and takes back what is not sent yet; of an undo, where that is under way. */
  async cancelUnsent(): Promise<void> {
    if (this.pending === 0) return this.undo.cancelUnsent()
    this.#cancelled = true
    await this.#discardUnsent()
  }

  /** What was being handed over or sent when it was cancelled, and comes back unsent, is taken back too. */
  async #discardUnsent(): Promise<void> {
    const discarded = await this.#following.discardUnsent(this.#ports)
    if (discarded !== null) this.#take(discarded)
  }

  /** Goes on after a failure. */
  async resume(): Promise<void> {
    this.failure = null
    await this.#goOn()
  }

  /** Sets what this import created to Deleted and gives changed ones their status back, through the outbox. */
  async undoNow(): Promise<void> {
    await this.undo.begin()
    this.#look()
  }

  /** Every row of the file with what came of it, and of taking it back, as CSV. */
  async report(): Promise<Uint8Array> {
    const entries = this.#entries()
    const undone = this.undo.takenBack()
    const outcome = (step: number): RowOutcome => withUndo(outcomeOfStep(step, entries), undone)
    return this.#reader.use(async (reader) => {
      await tellOutcomes(reader, { total: this.progress.total, outcome, ...this.#ports })
      return reader.report(this.#ports.locale(), this.record.choices.mends)
    })
  }

  /** Somebody looks at it: meanwhile it is worked out what an undo would do. Returns how to stop. */
  watch(): () => void {
    const letGo = this.#reader.keep()
    this.#watchers += 1
    this.#look()
    return () => {
      this.#watchers -= 1
      letGo()
    }
  }

  /** Stops following; the reading worker ends. What is in the outbox goes on. */
  close(): void {
    this.#stop()
    this.#reader.close()
  }

  async #goOn(): Promise<void> {
    const { kind } = this.record.phase
    if (kind === 'planned' || kind === 'applying') await this.#apply()
    this.#look()
  }

  #apply(): Promise<void> {
    return this.#reader.use((reader) => this.#applyWith(reader))
  }

  async #applyWith(reader: Reader): Promise<void> {
    const total = await reader.unseal(this.#stored.plan)
    this.#setTotal(total)
    const { id, phase } = this.record
    const { outbox, now } = this.#ports
    const { chunks } = this.#following
    const applied = await applyImport({
      ...{ id, phase, total, outbox, now, chunks, store: this.#followed() },
      steps: (from, to) => reader.steps(from, to),
      cancelled: () => this.#cancelled,
      progress: () => this.#look()
    })
    this.#take(applied)
    if (applied.ok) this.#setPhase(applied.value)
  }

  /** The store, each of its writes noted here too. */
  #followed(): ImportStore {
    return followedStore(this.#ports.store, {
      phase: (phase) => this.#setPhase(phase),
      chunk: (index, entryIds) => this.#following.put(index, entryIds)
    })
  }

  #setPhase(phase: Phase): void {
    this.record = { ...this.record, phase }
    this.#setTotal(this.progress.total)
  }

  #setTotal(total: number): void {
    const progress = this.#following.progress(total)
    const { kind } = this.record.phase
    // What was never handed over is cancelled with the rest.
    const kept = kind === 'planned' || kind === 'applying' ? 0 : total - this.#following.count
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
      if (this.#cancelled || this.record.phase.kind === 'undoing') await this.#discardUnsent()
      await this.#lookOnce()
    }
    this.#looking = false
    if (await this.undo.goOn()) this.#look()
    await this.#showUndo()
  }

  /** Counts what has become of it, and keeps what has ended. */
  async #lookOnce(): Promise<void> {
    const own = await this.#following.look(this.#ports)
    const news = [...own, ...(await this.undo.look())]
    if (news.length > 0) this.#take(await this.#ports.store.keepOutcomes(this.record.id, news))
    this.#setTotal(this.progress.total)
  }

  async #showUndo(): Promise<void> {
    const known = this.progress.total <= short || this.pending === 0
    if (!known || this.#watchers === 0 || !this.undo.canBegin(this.#ports.now())) return
    const plan = await this.undo.workOut()
    if (this.undo.canBegin(this.#ports.now())) this.undo.plan = plan
  }

  #entries(): Entries {
    return this.#following.entriesIn(this.#ports.outbox.view().bare)
  }
}

import type { JournalRecord, JournalView } from '../../shared/journal.ts'
import type { Failure } from '../../shared/failure.ts'
import { failed, ok, type Result } from '../../shared/result.ts'
import { apply, take } from './apply.ts'
import { backOff } from './back-off.ts'
import { acceptedIn, changesOf, isIdle, openRecords, testRecord, withdrawn } from './changes.ts'
import type { Draft, Instant } from './draft.ts'
import { nextDue } from './due.ts'
import type { Effect, Event, Request } from './event.ts'
import type { OutboxPorts, Stored } from './ports.ts'
import type { State } from './state.ts'
import { step } from './step.ts'
import { idsOf, stretchesOf } from './stretches.ts'
import { type RecoveredEvent, unknownCause, type Work } from './work.ts'

/**
 * Carries out what `step` decides: stores each step before it is true, then does its effects. One event at
 * a time; what happens meanwhile waits its turn. Where something cannot be stored nothing has happened, and
 * the event is taken again once storing works.
 */
export class Replay {
  readonly #state: State
  readonly #ports: OutboxPorts
  readonly #changed: () => void
  readonly #perform: (effect: Effect) => void
  readonly #work: Work[] = []
  /** Events that could not be stored, in order. */
  #stuck: Work[] = []
  /** Records that the journal would not take. */
  #unrecorded: JournalRecord[] = []
  #running: Promise<void> | null = null
  #since = 0
  #storageFailures = 0
  #stopTimer = (): void => undefined
  #stopTest: (() => void) | null = null
  #closed = false

  /** `changed` is called after every change; `perform` starts an effect and later posts what came of it. */
  constructor(
    state: State,
    ports: OutboxPorts,
    hooks: { changed: () => void; perform: (effect: Effect) => void }
  ) {
    this.#state = state
    this.#ports = ports
    this.#changed = hooks.changed
    this.#perform = hooks.perform
  }

  /** Something happened. */
  post(event: Event): void {
    this.#work.push({ event, answer: null })
    this.#start()
  }

  /** Begins with what the two durable places hold; answers once that is stored and applied. */
  recover(stored: Stored, journal: JournalView): Promise<Result<null, Failure>> {
    return new Promise((answer) => {
      this.#work.unshift({ event: { kind: 'recovered', stored, journal, open: [] }, answer })
      this.#start()
    })
  }

  /** A person asks for something: answers once it is stored, or why it is not. */
  ask(event: Request): Promise<Result<null, Failure>> {
    return new Promise((answer) => {
      this.#work.push({ event, answer })
      this.#start()
    })
  }

  /** Writes into the journal what has ended; kept and tried again where it cannot. */
  async record(records: readonly JournalRecord[]): Promise<void> {
    const written = await this.#ports.courier.record(this.#ports.accountId, records)
    if (written.ok) return
    this.#unrecorded.push(...records)
    this.storageFailed(written.failure)
  }

  /** Begins the journal anew from what the store keeps; nothing is sent before that is done. */
  async restartJournal(): Promise<void> {
    const restarted = await this.#writeJournal()
    if (restarted.ok) this.post({ kind: 'journal-restarted' })
    else this.storageFailed(restarted.failure)
  }

  /** Something could not be stored: nothing is sent until a test write succeeds. */
  storageFailed(failure: Failure): void {
    this.post({ kind: 'storage', failure })
  }

  /** Stops for good; answers once what is being stored is stored. */
  async close(): Promise<void> {
    this.#closed = true
    this.#stopTimer()
    this.#stopTest?.()
    await this.#running
  }

  #start(): void {
    if (this.#closed) return
    this.#running ??= this.#run().finally(() => {
      this.#running = null
      if (this.#work.length > 0) this.#start()
    })
  }

  async #run(): Promise<void> {
    for (let work = this.#work.shift(); work && !this.#closed; work = this.#work.shift()) {
      await this.#carryOut(work).catch((error: unknown) => {
        this.#ports.onbug(error)
        work.answer?.(failed(unknownCause))
      })
    }
    this.#arm()
  }

  async #carryOut(work: Work): Promise<void> {
    let { event } = work
    // Storing works again only once everything that waited for it has been stored.
    if (event.kind === 'storage' && event.failure === null && this.#stuck.length > 0) return
    this.#since = this.#ports.clock.monotonic()
    if (event.kind === 'recovered') event = await this.#load(event)
    const stored = await this.#take(event)
    this.#changed()
    work.answer?.(stored)
    if (!stored.ok) {
      if (!work.answer) this.#stuck.push(work)
      this.storageFailed(stored.failure)
      return
    }
    // What has happened meanwhile comes first: replies make room for what is sent next.
    while (!this.#closed && (await this.#goOn())) {
      this.#changed()
      if (this.#work.length > 0) return
    }
  }

  /** What the store holds becomes the state, some at a time: the window paints meanwhile. */
  async #load(event: RecoveredEvent): Promise<RecoveredEvent> {
    const { entries } = this.#state
    const { breathe } = this.#ports.timers
    for (const some of stretchesOf(event.stored)) {
      take(this.#state, some)
      this.#changed()
      await breathe()
      if (this.#closed) return event
    }
    return { ...event, open: await idsOf(event.journal.open, (id) => entries.get(id), breathe) }
  }

  /** One more thing that can be done now; says whether there was one. */
  async #goOn(): Promise<boolean> {
    const draft = step(this.#state, { kind: 'next' }, this.#now())
    if (isIdle(draft)) return false
    const stored = await this.#commit(draft)
    if (!stored.ok) this.storageFailed(stored.failure)
    return stored.ok
  }

  #take(event: Event): Promise<Result<null, Failure>> {
    return this.#commit(step(this.#state, event, this.#now()))
  }

  /** Stores a step, makes it true, does its effects. New edits are copied into the journal first. */
  async #commit(draft: Draft): Promise<Result<null, Failure>> {
    const stored = await this.#store(draft).catch((error: unknown) => {
      this.#ports.onbug(error)
      return failed(unknownCause)
    })
    if (!stored.ok) return stored
    apply(this.#state, draft)
    draft.effects.forEach(this.#perform)
    return stored
  }

  async #store(draft: Draft): Promise<Result<null, Failure>> {
    const { courier, accountId, store } = this.#ports
    const changes = changesOf(draft)
    const copies = draft.recovers ? [] : acceptedIn(draft)
    const copied = copies.length > 0 ? await courier.record(accountId, copies) : ok(null)
    if (!copied.ok || !changes) return copied
    const stored = await store.write(changes)
    if (!stored.ok && copies.length > 0) await courier.record(accountId, withdrawn(copies))
    return stored
  }

  async #testWrite(): Promise<void> {
    if (this.#state.queue.storage === null) return
    const { store } = this.#ports
    const records = this.#unrecorded
    const isRestart = this.#state.queue.journalDue !== null
    const written = await store.test()
    const tested = written.ok ? await this.#writeJournal() : written
    if (this.#closed) return
    if (!tested.ok) {
      this.storageFailed(tested.failure)
      return
    }
    this.#storageFailures = 0
    this.#unrecorded = this.#unrecorded.slice(records.length)
    if (isRestart) this.post({ kind: 'journal-restarted' })
    this.#work.push(...this.#stuck.splice(0))
    this.post({ kind: 'storage', failure: null })
  }

  /** Writes into the journal what it lacks: all of it, or the ends that it would not take. */
  #writeJournal(): Promise<Result<null, Failure>> {
    const { courier, accountId } = this.#ports
    const { queue, entries } = this.#state
    if (queue.journalDue !== null)
      return courier.restart(accountId, queue.journalDue, openRecords(entries.values()))
    return courier.record(accountId, [...testRecord(entries.values()), ...this.#unrecorded])
  }

  #now(): Instant {
    const { clock, random } = this.#ports
    return { wall: clock.wall(), monotonic: clock.monotonic(), random }
  }

  #arm(): void {
    this.#stopTimer()
    this.#armTest()
    const due = nextDue(this.#state, this.#since)
    if (due === Infinity || this.#closed) return
    const wait = Math.max(0, due - this.#ports.clock.monotonic())
    this.#stopTimer = this.#ports.timers.after(wait, () => this.post({ kind: 'tick' }))
  }

  /** While something cannot be stored, a test write is always to come. */
  #armTest(): void {
    if (this.#closed || this.#state.queue.storage === null) return
    if (this.#stopTest) return
    this.#storageFailures += 1
    const wait = backOff(this.#storageFailures, this.#ports.random.fraction())
    const test = (): void => {
      const ended = (): void => {
        this.#stopTest = null
        this.#armTest()
      }
      void this.#testWrite().catch(this.#ports.onbug).finally(ended)
    }
    this.#stopTest = this.#ports.timers.after(wait, test)
  }
}

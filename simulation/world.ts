import { memoryFile, type MemoryFile } from '../electron/courier/memory-file.ts'
import { createCore, type Core } from '../electron/sandbox/core.ts'
import { openOutbox } from '../renderer/outbox/open-outbox.ts'
import type { Outbox } from '../renderer/outbox/outbox.ts'
import type { Courier } from '../renderer/outbox/ports.ts'
import type { Events } from '../shared/ipc.ts'
import type { Lists } from '../renderer/outbox/ports.ts'
import { CachedLists } from './cached-lists.ts'
import { chance, type Chance } from './chance.ts'
import { createMain, type Main } from './main-process.ts'
import { MemoryStore } from './memory-store.ts'
import { Process } from './process.ts'
import { Evidence } from './screen.ts'
import { VirtualClock } from './virtual-clock.ts'
import type { Witness } from './witness.ts'

/** How a world is made; times in ms. */
export interface WorldOptions {
  readonly seed: number
  readonly settleMs: number
  readonly latency: number
  readonly timeoutMs: number
  /** The window's timers come at multiples of this; 0 for as asked. */
  readonly throttleMs: number
  readonly witness: Witness
  /** Awaited at every labelled moment of the processes; may kill them. */
  readonly at?: (label: string, world: World) => Promise<void>
}

const account = 'account'
type Listener = (event: never) => void

/**
 * The whole app without a screen: the real outbox, courier, journal, client and pace over a service in
 * memory, on one clock. Its two processes can be killed; disks and the service stay.
 */
export class World {
  readonly options: WorldOptions
  readonly clock = new VirtualClock()
  readonly core: Core
  readonly store = new MemoryStore()
  readonly journal: MemoryFile
  readonly evidence = new Evidence()
  readonly lists = new CachedLists(this.evidence)
  readonly bugs: unknown[] = []
  journalFailure: string | null = null
  /** The store was lost at some time: what had ended is not known any more. */
  storeLost = false
  /** The network is gone. */
  isDown = false
  /** The token that the account holds. */
  token: string
  outbox: Outbox | null = null
  #main: Main | null = null
  #window = new Process()
  #windowLists: Lists | null = null
  #windows = 0
  readonly #listeners = new Map<keyof Events, Set<Listener>>()

  constructor(options: WorldOptions) {
    this.options = options
    this.core = createCore({
      now: this.clock.service,
      schedule: this.clock.schedule,
      wall: this.clock.wall,
      settings: { latency: options.latency, rateLimit: 'off' }
    })
    this.token = this.core.token()
    this.store.onEnded = (id) => this.evidence.ended(id)
    this.store.onDecided = (attempts) => options.witness.decided(attempts, this.lists.observed)
    this.journal = memoryFile(() => this.journalFailure)
  }

  /** Starts whatever is dead: main first, then the window. */
  async start(): Promise<void> {
    this.#main ??= createMain(this, (name, event) => this.tell(name, event))
    if (this.outbox) return
    const main = this.#main
    this.#window = new Process()
    this.#windows += 1
    this.options.witness.signedIn()
    this.options.witness.paused(false)
    const window = this.#window
    // What comes for a window that is dead by then is taken by nobody.
    const asking = window.guard<Pick<Lists, 'fetch'>>({
      fetch: (id, urgency) =>
        this.#across('list', 'listed', () => main.process.guard(main).list(id, urgency))
    })
    const lists = this.lists.open(asking.fetch)
    this.#windowLists = lists
    const random: Chance = chance(this.options.seed + this.#windows, `w${this.#windows}`)
    const at = (label: string): Promise<void> => this.at(label)
    const outbox = openOutbox({
      accountId: account,
      courier: window.guard(this.#overIpc(main)),
      on: (name, listener) => this.#listen(name, listener),
      probe: () => main.probe(),
      store: window.guard(this.store.open(at)),
      lists: window.guard(lists),
      clock: this.clock,
      timers: {
        after: (ms, run) => this.clock.after(this.#throttled(ms), window.later(run)),
        breathe: () => Promise.resolve()
      },
      random,
      onbug: (error) => this.bugs.push(error),
      settings: { settleMs: this.options.settleMs, requestsPerSecond: 5, paused: false }
    })
    await Promise.race([outbox.opened, this.#killed(window)])
    if (window.alive) this.outbox = outbox
  }

  /** The window dies; main lives on, and what it carries arrives. */
  killWindow(): void {
    this.#window.kill()
    this.#listeners.clear()
    this.outbox = null
    for (const wake of this.#waiting.splice(0)) wake(null)
  }

  /** The whole app dies. */
  kill(): void {
    this.killWindow()
    this.#main?.process.kill()
    this.#main = null
    this.options.witness.killed(this.clock.monotonic())
  }

  get isRunning(): boolean {
    return this.outbox !== null
  }

  /** A labelled moment: somebody may pull the plug now. */
  async at(label: string): Promise<void> {
    await this.options.at?.(label, this)
  }

  /** The person signs in again, with the token that is good by now. */
  async signIn(): Promise<void> {
    const main = this.#main
    const token = this.core.token()
    if (!main || !(await main.process.guard(main).prove(token))) return
    this.token = token
    this.options.witness.signedIn()
    this.outbox?.signedIn()
  }

  /** The person pauses the queue, or lets it go on. */
  pause(on: boolean): void {
    if (!this.outbox) return
    this.options.witness.paused(on)
    this.outbox.pause(on)
  }

  /** The grid refreshes an organization. */
  async refresh(organizationId: number): Promise<void> {
    const { outbox } = this
    if (!this.#main || !outbox || !this.#windowLists) return
    const askedAt = this.clock.monotonic()
    const list = await this.#windowLists.fetch(organizationId, 'background')
    if (list.ok && this.outbox === outbox) outbox.seen(organizationId, list.value, askedAt)
  }

  /** The lid is shut for so long, with whatever is under way. */
  async sleep(ms: number): Promise<void> {
    await this.clock.sleep(ms)
    this.tell('resumed', null)
    this.#main?.probe()
  }

  /** A timer of a window that is hidden: late, to the next full step. */
  #throttled(ms: number): number {
    const { throttleMs } = this.options
    if (throttleMs === 0) return ms
    const now = this.clock.monotonic()
    return Math.ceil((now + ms) / throttleMs) * throttleMs - now
  }

  tell<Name extends keyof Events>(name: Name, event: Events[Name]): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(event as never)
  }

  /** Calls cross the border between the processes, and answers do: either may die in between. */
  #overIpc(main: Main): Courier {
    const courier = main.process.guard(main.courier)
    return {
      recover: (...given) => this.#across('recover', 'recovered', () => courier.recover(...given)),
      record: (id, records) =>
        this.#across('record', 'recorded', () => courier.record(id, records)),
      restart: (...given) => this.#across('restart', 'restarted', () => courier.restart(...given)),
      send: (id, attempt) => this.#across('send', 'outcome', () => courier.send(id, attempt)),
      recall: (id, attemptIds) =>
        this.#across('recall', 'recall-told', () => {
          courier.recall(id, attemptIds)
          this.options.witness.recalled(attemptIds)
          return Promise.resolve(null)
        })
    }
  }

  async #across<T>(there: string, back: string, call: () => Promise<T>): Promise<T> {
    await this.at(`ipc-${there}`)
    const answer = await call()
    await this.at(`ipc-${back}`)
    return answer
  }

  readonly #waiting: ((none: null) => void)[] = []

  #killed(window: Process): Promise<null> {
    if (!window.alive) return Promise.resolve(null)
    return new Promise((resolve) => this.#waiting.push(resolve))
  }

  #listen(name: keyof Events, listener: Listener): () => void {
    const listeners = this.#listeners.get(name) ?? new Set()
    this.#listeners.set(name, listeners.add(listener))
    return () => listeners.delete(listener)
  }
}

import { join } from 'node:path'
import { createClient, type Client } from '../electron/chathub/client.ts'
import { createListParser } from '../electron/chathub/list-parser.ts'
import { createPace } from '../electron/chathub/pace.ts'
import { createCourier } from '../electron/courier/courier.ts'
import { createDeliver } from '../electron/courier/deliver.ts'
import { journalFile } from '../electron/courier/journal-file.ts'
import { createCore, type Core } from '../electron/sandbox/core.ts'
import { openOperatorCache } from '../renderer/cache/operator-database.ts'
import { openOutboxDatabase } from '../renderer/cache/outbox-database.ts'
import { OperatorLists } from '../renderer/operators/lists.ts'
import { openOutbox } from '../renderer/outbox/open-outbox.ts'
import type { Outbox } from '../renderer/outbox/outbox.ts'
import type { Courier } from '../renderer/outbox/ports.ts'
import type { Failure } from '../shared/failure.ts'
import type { Events } from '../shared/ipc.ts'
import { ok } from '../shared/result.ts'
import { Busy } from './busy.ts'
import { chance } from './chance.ts'
import { hubTransport } from './hub-transport.ts'
import { VirtualClock } from './virtual-clock.ts'

/** How a world that runs for hours is made; times in ms. */
export interface SoakWorldOptions {
  /** Where the journal is written. */
  readonly folder: string
  readonly account: string
  readonly refreshMs: number
  /** How much of what has ended is kept. */
  readonly history: { readonly forMs: number; readonly most: number }
}

type Listener = (event: never) => void

/**
 * The app without a screen for hours on end: the real lists, outbox, databases, journal, client and pace,
 * over a service in memory, on a virtual clock. Databases and files really are written.
 */
export class SoakWorld {
  readonly clock = new VirtualClock()
  readonly core: Core
  readonly lists: OperatorLists
  readonly bugs: unknown[] = []
  readonly journalPath: string
  /** The network is gone. */
  isDown = false
  readonly #options: SoakWorldOptions
  readonly #busy = new Busy()
  readonly #client: Client
  readonly #cache
  readonly #listeners = new Map<keyof Events, Set<Listener>>()
  #outbox: Outbox | null = null
  #stop = (): void => undefined

  constructor(options: SoakWorldOptions) {
    const { clock } = this
    this.#options = options
    this.journalPath = join(options.folder, 'journal.jsonl')
    this.core = createCore({
      now: clock.service,
      schedule: clock.schedule,
      wall: clock.wall,
      operators: 1_000,
      ledger: { limit: 100 },
      settings: { latency: 200, rateLimit: 'off' }
    })
    this.#client = this.#clientOf()
    this.#cache = this.#busy.wrap(openOperatorCache(options.account))
    this.lists = new OperatorLists({
      bridge: {
        list: (_, id, urgency) => this.#client.list(this.#access(), id, urgency),
        organizations: (_, urgency) => this.#client.organizations(this.#access(), urgency)
      },
      cache: this.#cache,
      account: { id: options.account, typedOrganizations: null },
      ages: () => ({
        operatorsTtlMs: options.refreshMs,
        organizationsTtlMs: 5 * options.refreshMs
      }),
      clock
    })
  }

  /** Opens what a window opens. */
  async start(): Promise<void> {
    const { account, history } = this.#options
    const { clock } = this
    const courier = this.#courierOf()
    const store = openOutboxDatabase(account, undefined, { ...history, now: clock.wall })
    this.#outbox = openOutbox({
      accountId: account,
      courier,
      on: (name, listener) => this.#listen(name, listener),
      probe: () => undefined,
      store: this.#busy.wrap(store),
      lists: this.lists,
      clock,
      timers: { after: clock.after, breathe: () => Promise.resolve() },
      random: chance(1, 'soak'),
      onbug: (error) => this.bugs.push(error),
      settings: { settleMs: 60_000, requestsPerSecond: 5, paused: false }
    })
    const { outbox } = this
    await outbox.opened
    this.#stop = this.lists.onList((...list) => outbox.seen(...list))
    await this.lists.start()
  }

  get outbox(): Outbox {
    if (!this.#outbox) throw new Error('The world has not been started')
    return this.#outbox
  }

  /** Lets time pass; whatever is written meanwhile is on the disk afterwards. */
  async pass(ms: number, step: number): Promise<void> {
    const end = this.clock.monotonic() + ms
    while (this.clock.monotonic() < end) {
      await this.clock.runTo(Math.min(end, this.clock.monotonic() + step))
      await this.#busy.over()
    }
  }

  /** The network goes, or is back. */
  setDown(on: boolean): void {
    this.isDown = on
    if (!on) this.#tell('connection', { kind: 'online' })
    if (!on) this.lists.reachable()
  }

  /** Closes what a window closes. */
  async close(): Promise<void> {
    this.#stop()
    await this.lists.close()
    await this.#outbox?.close()
    this.#cache.close()
  }

  #access() {
    const token = this.core.token()
    return { server: 'http://127.0.0.1:4010', credential: 'company-token', token } as const
  }

  #clientOf(): Client {
    const { clock } = this
    return createClient({
      transport: hubTransport({
        core: this.core,
        clock,
        isDown: () => this.isDown,
        onLeave: () => undefined,
        onAnswer: () => undefined
      }),
      pace: createPace({ clock, perSecond: 5 }),
      lists: createListParser(() => {
        throw new Error('No list of a soak is that large')
      }),
      clock,
      timeoutMs: () => 30_000,
      userAgent: 'soak',
      observe: (_, failure) => this.#observe(failure)
    })
  }

  #courierOf(): Courier {
    const courier = createCourier({
      file: () => this.#busy.wrap(journalFile(this.journalPath)),
      deliver: createDeliver({
        access: () => Promise.resolve(ok(this.#access())),
        client: this.#client,
        refused: () => Promise.resolve(true)
      }),
      clock: this.clock,
      report: (error) => this.bugs.push(error)
    })
    const recall: Courier['recall'] = (...asked) => {
      courier.recall(...asked)
      return Promise.resolve(null)
    }
    return { ...courier, recall }
  }

  #observe(failure: Failure | null): void {
    if (failure?.kind !== 'unreachable') return
    const since = this.clock.wall()
    this.#tell('connection', { kind: 'offline', failure, since, nextProbeAt: since + 15_000 })
  }

  #tell<Name extends keyof Events>(name: Name, event: Events[Name]): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(event as never)
  }

  #listen(name: keyof Events, listener: Listener): () => void {
    const listeners = this.#listeners.get(name) ?? new Set()
    this.#listeners.set(name, listeners.add(listener))
    return () => listeners.delete(listener)
  }
}

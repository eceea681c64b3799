import type { Attempt, Outcome } from '../../shared/attempt.ts'
import type { Edit, EntryId } from '../../shared/edit.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Events, OperatorList } from '../../shared/ipc.ts'
import type { JournalRecord } from '../../shared/journal.ts'
import { pack, type OperatorColumns, unpack } from '../../shared/operator-columns.ts'
import type { Operator, Status } from '../../shared/operator.ts'
import { failed, ok, type Result } from '../../shared/result.ts'
import type { AcceptedEdit } from '../../shared/edit.ts'
import type { KeptEntry } from './kept-entry.ts'
import { openOutbox } from './open-outbox.ts'
import type { HistoryEvent, Outbox } from './outbox.ts'
import type { Courier, Lists, OutboxPorts, OutboxStore, Random, Timers } from './ports.ts'

/** Time that passes only when told to. Timers run in order; promises settle in between. */
export class VirtualTime implements Timers {
  now = 0
  #timers: { readonly at: number; readonly run: () => void }[] = []

  readonly after = (ms: number, run: () => void): (() => void) => {
    const timer = { at: this.now + ms, run }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer)
    }
  }
  readonly breathe = (): Promise<void> => Promise.resolve()
  readonly wall = (): number => 1_700_000_000_000 + this.now
  readonly monotonic = (): number => this.now

  /** Lets everything settle that needs no time. */
  async settle(): Promise<void> {
    const { port1, port2 } = new MessageChannel()
    await new Promise((resolve) => {
      port1.onmessage = resolve
      port2.postMessage(null)
    })
    port1.close()
  }

  /** Lets `ms` pass, timer by timer. */
  async pass(ms: number): Promise<void> {
    const end = this.now + ms
    await this.settle()
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.now = Math.max(this.now, next.at)
      const { run } = next
      this.#timers = this.#timers.filter((each) => each !== next)
      run()
      await this.settle()
    }
    this.now = end
  }

  #next(end: number) {
    const due = this.#timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)
    return due[0]
  }
}

/** What the service does with a request: `lost` has applied it, `dropped` has not. */
export type Behaviour =
  | { readonly kind: 'lost' | 'dropped' }
  | { readonly kind: 'fails'; readonly failure: Failure }
  | { readonly kind: 'lost-late'; readonly after: number }
  | { readonly kind: 'answers'; readonly change: (rows: Operator[]) => Operator[] }

/** A service of one or more organizations, in memory, with a ledger of what came in. */
export class FakeHub {
  readonly organizations = new Map<number, Operator[]>()
  readonly ledger: Attempt[] = []
  lists = 0
  latency = 50
  /** Decides what happens to a request; `null`: it is done as documented. */
  misbehave: (attempt: Attempt) => Behaviour | null = () => null
  /** Changes what a list shows, or makes it fail. */
  spoilList: (organizationId: number, rows: Operator[]) => Result<Operator[], Failure> = (
    _,
    rows
  ) => ok(rows)
  readonly #time: VirtualTime
  #nextId = 105

  constructor(time: VirtualTime) {
    this.#time = time
    this.organizations.set(24, [
      { id: 101, name: 'John Smith', status: 0 },
      { id: 102, name: 'Sarah Johnson', status: 0 },
      { id: 103, name: 'Mike Wilson', status: 1 }
    ])
  }

  rows(organizationId = 24): Operator[] {
    return this.organizations.get(organizationId) ?? []
  }

  named(name: string, organizationId = 24): Operator[] {
    return this.rows(organizationId).filter((row) => row.name === name)
  }

  /** A colleague adds. */
  add(name: string, organizationId = 24): Operator {
    const row: Operator = { id: this.#nextId++, name, status: 0 }
    this.organizations.set(organizationId, [...this.rows(organizationId), row])
    return row
  }

  /** A colleague sets a status. */
  set(id: number, status: Status): void {
    for (const [organizationId, rows] of this.organizations) {
      this.organizations.set(
        organizationId,
        rows.map((row) => (row.id === id ? { ...row, status } : row))
      )
    }
  }

  async send(attempt: Attempt): Promise<Outcome> {
    this.ledger.push(attempt)
    await this.#wait()
    const behaviour = this.misbehave(attempt)
    if (behaviour?.kind === 'fails') return failed(behaviour.failure)
    if (behaviour?.kind === 'lost-late')
      this.#time.after(behaviour.after, () => this.#apply(attempt))
    if (behaviour?.kind === 'dropped' || behaviour?.kind === 'lost-late') return failed(reset)
    const outcome = this.#apply(attempt)
    if (behaviour?.kind === 'lost') return failed(reset)
    if (behaviour?.kind !== 'answers' || !outcome?.ok || outcome.value.kind !== 'added')
      return outcome
    return ok({ kind: 'added', operators: behaviour.change([...outcome.value.operators]) })
  }

  async list(organizationId: number): Promise<Result<OperatorList, Failure>> {
    this.lists += 1
    const rows = this.rows(organizationId)
    await this.#wait()
    const spoilt = this.spoilList(organizationId, rows)
    return spoilt.ok ? ok({ columns: pack(spoilt.value), at: this.#time.wall() }) : spoilt
  }

  #wait(): Promise<void> {
    return new Promise((resolve) => this.#time.after(this.latency, resolve))
  }

  #apply(attempt: Attempt): Outcome {
    if (attempt.kind === 'add') {
      const operators = attempt.entries.map(({ name }) => this.add(name, attempt.organizationId))
      return ok({ kind: 'added', operators })
    }
    this.set(attempt.operatorId, attempt.status)
    return ok({ kind: 'status-set' })
  }
}

export const reset: Failure = { kind: 'lost', cause: 'reset', code: 'ECONNRESET' }
export const refusedConnection: Failure = {
  kind: 'unreachable',
  cause: 'refused',
  code: 'ECONNREFUSED'
}

/** The service said no, with that status. */
export function refusal(status: number, retryAfterMs: number | null = null): Failure {
  return { kind: 'refused', status, words: `status ${status}`, retryAfterMs }
}

/** What survives a crash: the store's and the journal's contents. */
export class Disk {
  storeId: string | null = null
  entries = new Map<EntryId, KeptEntry>()
  attempts = new Map<string, Attempt>()
  created = new Map<EntryId, number>()
  history: HistoryEvent[] = []
  journal: { storeId: string | null; damaged: boolean } = { storeId: null, damaged: false }
  queued = new Map<EntryId, AcceptedEdit>()
  ended = new Map<EntryId, 'confirmed' | 'matched' | 'cancelled' | 'superseded'>()
  intents = new Map<string, { attempt: Attempt; outcome: Outcome }>()
  /** The store refuses to write while this is set. */
  full: Failure | null = null
  journalFull: Failure | null = null

  store(): OutboxStore {
    return {
      load: () =>
        Promise.resolve(
          ok({
            storeId: this.storeId,
            entries: [...this.entries.values()],
            attempts: [...this.attempts.values()],
            created: new Map(this.created)
          })
        ),
      write: async (changes) => {
        await Promise.resolve()
        if (this.full) return failed(this.full)
        this.storeId = changes.storeId ?? this.storeId
        for (const entry of structuredClone(changes.entries)) this.entries.set(entry.id, entry)
        for (const id of changes.past) this.entries.delete(id)
        for (const attempt of changes.attempts) this.attempts.set(attempt.id, attempt)
        for (const id of changes.goneAttempts) this.attempts.delete(id)
        for (const [entryId, operatorId] of changes.created) this.created.set(entryId, operatorId)
        this.history.push(...changes.history)
        return ok(null)
      },
      history: (id) => Promise.resolve(ok(this.history.filter((event) => event.entryId === id))),
      test: () => Promise.resolve(this.full ? failed(this.full) : ok(null)),
      close: () => undefined
    }
  }

  courier(hub: FakeHub): Courier {
    return {
      recover: () =>
        Promise.resolve(
          ok({
            ...this.journal,
            open: [...this.queued.values()].filter(({ id }) => !this.ended.has(id)),
            ended: [...this.ended].map(([entryId, ending]) => ({ entryId, ending })),
            attempts: [...this.intents].map(([attemptId, each]) => ({ attemptId, ...each }))
          })
        ),
      record: (_, records) => Promise.resolve(this.#record(records)),
      restart: (_, storeId, records) => {
        this.journal = { storeId, damaged: false }
        this.queued.clear()
        this.ended.clear()
        this.intents.clear()
        return Promise.resolve(this.#record(records))
      },
      send: async (_, attempt) => {
        if (this.journalFull) return failed(this.journalFull)
        this.intents.set(attempt.id, { attempt, outcome: null })
        const outcome = await hub.send(attempt)
        this.intents.set(attempt.id, { attempt, outcome })
        return outcome
      }
    }
  }

  #record(records: readonly JournalRecord[]): Result<null, Failure> {
    if (this.journalFull) return failed(this.journalFull)
    for (const record of records) {
      if (record.kind === 'queued') this.queued.set(record.accepted.id, record.accepted)
      else if (!this.ended.has(record.entryId)) this.ended.set(record.entryId, record.ending)
    }
    return ok(null)
  }
}

/** A cache that merges as the real one does: what a list lacks stays. */
export class FakeLists implements Lists {
  readonly cache = new Map<number, Map<number, Operator>>()
  readonly #hub: FakeHub

  constructor(hub: FakeHub) {
    this.#hub = hub
  }

  readonly fetch = async (organizationId: number): Promise<Result<OperatorList, Failure>> => {
    const list = await this.#hub.list(organizationId)
    if (list.ok) this.#merge(organizationId, unpack(list.value.columns))
    return list
  }
  readonly known = (organizationId: number): Promise<OperatorColumns | null> => {
    const rows = this.cache.get(organizationId)
    return Promise.resolve(rows ? pack([...rows.values()]) : null)
  }
  readonly applied = (organizationId: number, operators: readonly Operator[]): Promise<void> => {
    this.#merge(organizationId, operators)
    return Promise.resolve()
  }

  #merge(organizationId: number, operators: readonly Operator[]): void {
    const rows = this.cache.get(organizationId) ?? new Map<number, Operator>()
    for (const operator of operators) rows.set(operator.id, operator)
    this.cache.set(organizationId, rows)
  }
}

/** A simple generator of numbers that look random: the same seed, the same numbers. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  let ids = 0
  const fraction = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return { fraction, id: () => `id-${seed}-${(ids += 1)}` }
}

type Listeners = { [Name in keyof Events]: Set<(event: Events[Name]) => void> }

/** An outbox over fakes, which can be killed and started again over what survived. */
export class Rig {
  readonly time = new VirtualTime()
  readonly hub = new FakeHub(this.time)
  readonly disk = new Disk()
  lists = new FakeLists(this.hub)
  readonly bugs: unknown[] = []
  readonly #listeners: Listeners = {
    connection: new Set(),
    command: new Set(),
    settings: new Set(),
    'token-refused': new Set(),
    quitting: new Set(),
    resumed: new Set()
  }
  #starts = 0
  #alive: { is: boolean } = { is: true }
  outbox!: Outbox

  /** Starts over what the disk holds. */
  async start(settings: { settleMs?: number; paused?: boolean } = {}): Promise<Outbox> {
    this.#starts += 1
    this.#alive = { is: true }
    const alive = this.#alive
    const ports: OutboxPorts = {
      accountId: 'account',
      courier: untilKilled(alive, this.disk.courier(this.hub)),
      store: untilKilled(alive, this.disk.store()),
      lists: untilKilled(alive, this.lists),
      on: (name, listener) => {
        this.#listeners[name].add(listener)
        return () => this.#listeners[name].delete(listener)
      },
      probe: () => undefined,
      clock: this.time,
      timers: {
        ...this.time,
        after: (ms, run) => this.time.after(ms, () => (alive.is ? run() : undefined)),
        breathe: this.time.breathe
      },
      random: seededRandom(this.#starts),
      onbug: (error) => this.bugs.push(error)
    }
    const { settleMs = 60_000, paused = false } = settings
    this.outbox = await openOutbox({
      ...ports,
      settings: { settleMs, requestsPerSecond: 5, paused }
    })
    await this.time.settle()
    return this.outbox
  }

  /** Ends the process at once: nothing that is under way comes back. */
  kill(): void {
    this.#alive.is = false
    for (const listeners of Object.values(this.#listeners)) listeners.clear()
  }

  tell<Name extends keyof Events>(name: Name, event: Events[Name]): void {
    for (const listener of this.#listeners[name]) listener(event)
  }

  /** Queues adds and answers with their ids. */
  async add(...names: string[]): Promise<EntryId[]> {
    return this.enqueue(
      names.map((name) => ({ kind: 'add', organizationId: 24, name, addAnyway: false }))
    )
  }

  async setStatus(id: number, from: Status, to: Status): Promise<EntryId> {
    const name = this.hub.rows().find((row) => row.id === id)?.name ?? ''
    const operator = { kind: 'known', id } as const
    const [entry = ''] = await this.enqueue([
      { kind: 'set-status', organizationId: 24, operator, name, from, to, after: null }
    ])
    return entry
  }

  async enqueue(edits: readonly Edit[]): Promise<EntryId[]> {
    const accepted = await this.outbox.enqueue(edits)
    if (!accepted.ok) throw new Error(`Not accepted: ${accepted.failure.kind}`)
    return accepted.value.map(({ id }) => id)
  }

  state(id: EntryId | undefined) {
    const entry = this.outbox.view().entries.get(id ?? '')
    if (!entry) throw new Error(`No entry ${id ?? ''}`)
    return entry.state
  }
}

/** The calls of a port, whose answers stop coming once the process is dead. */
function untilKilled<Port extends object>(alive: { readonly is: boolean }, port: Port): Port {
  return new Proxy(port, {
    get: (target, name) => {
      const call: unknown = Reflect.get(target, name)
      if (typeof call !== 'function') return call
      return (...args: unknown[]): unknown => {
        if (!alive.is) return new Promise(() => undefined)
        const answer: unknown = Reflect.apply(call, target, args)
        if (!(answer instanceof Promise)) return answer
        return answer.then((value: unknown) => (alive.is ? value : new Promise(() => undefined)))
      }
    }
  })
}

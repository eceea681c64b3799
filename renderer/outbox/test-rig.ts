import type { Edit, EntryId } from '../../shared/edit.ts'
import type { Events } from '../../shared/ipc.ts'
import { pack } from '../../shared/operator-columns.ts'
import type { Status } from '../../shared/operator.ts'
import { Disk } from './fake-disk.ts'
import { FakeHub } from './fake-hub.ts'
import { FakeLists } from './fake-lists.ts'
import { openOutbox } from './open-outbox.ts'
import type { Outbox } from './outbox.ts'
import type { OutboxPorts, Random } from './ports.ts'
import { VirtualTime } from './virtual-time.ts'

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
    this.outbox = openOutbox({
      ...ports,
      settings: { settleMs, requestsPerSecond: 5, paused }
    })
    await this.outbox.opened
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

  /** The grid asked for the organization, and was shown it as it is now. */
  show(organizationId = 24): void {
    const list = { columns: pack(this.hub.rows(organizationId)), at: this.time.wall() }
    this.outbox.seen(organizationId, list, this.time.monotonic())
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

import { createClient, type Client } from '../electron/chathub/client.ts'
import { createListParser } from '../electron/chathub/list-parser.ts'
import { createPace } from '../electron/chathub/pace.ts'
import { createCourier, type Courier } from '../electron/courier/courier.ts'
import { createDeliver } from '../electron/courier/deliver.ts'
import type { Failure } from '../shared/failure.ts'
import type { Events, OperatorList, Urgency } from '../shared/ipc.ts'
import { ok, type Result } from '../shared/result.ts'
import { hubTransport } from './hub-transport.ts'
import { Process } from './process.ts'
import type { World } from './world.ts'

/** The main process: the courier and its journal, the client and its pace, the probe. */
export interface Main {
  readonly process: Process
  readonly courier: Courier
  readonly list: (
    organizationId: number,
    urgency: Urgency
  ) => Promise<Result<OperatorList, Failure>>
  readonly probe: () => void
  /** Tries a token as a sign-in does; says whether it is good. */
  readonly prove: (token: string) => Promise<boolean>
}

type Tell = <Name extends keyof Events>(name: Name, event: Events[Name]) => void

/** Starts one over the world's disk and network. */
export function createMain(world: World, tell: Tell): Main {
  const process = new Process()
  const connection = new Connection(world, process, tell)
  const { witness } = world.options
  const client = clientOf(world, process, connection)
  return {
    process,
    courier: courierOf(world, { process, client, tell }),
    list: (organizationId, urgency) => {
      if (urgency === 'outbox')
        witness.asked(world.clock.monotonic(), `a list of ${organizationId}`)
      return client.list(accessOf(world), organizationId, urgency)
    },
    probe: () => connection.probe(),
    prove: async (token) => {
      const access = { ...accessOf(world), token, proving: true }
      return (await client.organizations(access, 'person')).ok
    }
  }
}

function accessOf({ token }: World) {
  return { server: 'http://127.0.0.1:4010', credential: 'company-token', token } as const
}

function clientOf(world: World, process: Process, connection: Connection): Client {
  const clock = guarded(world, process)
  return createClient({
    transport: hubTransport({
      core: world.core,
      clock: world.clock,
      isDown: () => world.isDown || !process.alive,
      onLeave: (outgoing) => world.options.witness.left(outgoing, world.clock.monotonic()),
      onAnswer: (outgoing, status) => {
        if (process.alive) world.options.witness.answered(outgoing, status, world.clock.monotonic())
      }
    }),
    pace: createPace({ clock, perSecond: 5 }),
    lists: createListParser(() => {
      throw new Error('No list of a simulation is that large')
    }),
    clock,
    timeoutMs: () => world.options.timeoutMs,
    userAgent: 'simulation',
    observe: (_, failure) => connection.observe(failure)
  })
}

interface Parts {
  readonly process: Process
  readonly client: Client
  readonly tell: Tell
}

function courierOf(world: World, { process, client, tell }: Parts): Courier {
  const { witness } = world.options
  const now = world.clock.monotonic
  const deliver = createDeliver({
    access: () => Promise.resolve(ok(accessOf(world))),
    client,
    refused: (accountId, { token }) => {
      const stands = token === world.token
      if (stands) witness.tokenRefused(now())
      if (stands) tell('token-refused', accountId)
      return Promise.resolve(stands)
    }
  })
  return createCourier({
    file: () => process.guard(world.journal),
    deliver: (accountId, attempt, signal) => {
      const flight = witness.handed(attempt, world)
      const delivery = deliver(accountId, attempt, signal)
      void delivery.then((end) => {
        if (process.alive) witness.ended(flight, end, now())
      })
      return process.guard({ end: () => delivery }).end()
    },
    clock: guarded(world, process),
    report: (error) => world.bugs.push(error),
    at: (label) => process.guard({ at: () => world.at(label) }).at()
  })
}

function guarded({ clock }: World, process: Process) {
  return {
    now: clock.now,
    monotonic: clock.monotonic,
    after: (ms: number, run: () => void) => clock.after(ms, process.later(run))
  }
}

/** What main tells about being online: from every call, and from probes while it is not. */
class Connection {
  readonly #world: World
  readonly #process: Process
  readonly #tell: Tell
  #online = true
  #wait = 1_000

  constructor(world: World, process: Process, tell: Tell) {
    this.#world = world
    this.#process = process
    this.#tell = tell
  }

  observe(failure: Failure | null): void {
    const offline = failure?.kind === 'unreachable' || failure?.kind === 'portal'
    if (!offline) this.#say(true)
    else if (failure.kind !== 'unreachable' || failure.code !== 'CANCELLED')
      this.#goOffline(failure)
  }

  probe(): void {
    if (!this.#world.isDown) this.#say(true)
  }

  #goOffline(failure: Failure): void {
    if (!this.#online) return
    this.#online = false
    this.#wait = 1_000
    const since = this.#world.clock.wall()
    this.#tell('connection', { kind: 'offline', failure, since, nextProbeAt: since + this.#wait })
    this.#probeLater()
  }

  #probeLater(): void {
    const look = (): void => {
      if (this.#online) return
      this.probe()
      this.#wait = Math.min(15_000, this.#wait * 2)
      this.#probeLater()
    }
    if (!this.#online) this.#world.clock.after(this.#wait, this.#process.later(look))
  }

  #say(online: boolean): void {
    if (this.#online === online) return
    this.#online = online
    this.#tell('connection', { kind: 'online' })
  }
}

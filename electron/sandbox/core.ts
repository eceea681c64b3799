import type { Access } from './access.ts'
import { currentToken } from './access.ts'
import { colleague, type Colleague } from './colleague.ts'
import { usualBasis, type Basis } from './data.ts'
import { createFaults, type Faults } from './faults.ts'
import { handle, type Running } from './handle.ts'
import { createHistory } from './history.ts'
import { createLedger, type Ledger, type LedgerOptions } from './ledger.ts'
import { createListBodies } from './list-body.ts'
import { createRateLimit } from './rate-limit.ts'
import { commit, initialState, operatorsOf } from './state.ts'
import { documentedSettings } from './model.ts'
import type { Account, Answer, Change, OperatorRow, SandboxRequest, Settings } from './model.ts'

/** What a core needs; only `now` and `schedule` have no default. */
export type CoreOptions = Partial<Basis> & {
  /** Monotonic time in ms. */
  readonly now: () => number
  /** Runs something once, `ms` from now. */
  readonly schedule: (ms: number, run: () => void) => void
  /** Ms since 1970, for the life of tokens; by default a fixed day plus `now`. */
  readonly wall?: () => number
  readonly accounts?: readonly [Account, ...Account[]]
  readonly settings?: Partial<Settings>
  readonly ledger?: LedgerOptions
  /**
   * Stores changes before they become true; `failed` refuses them, and the caller gets a 500. What
   * it stored comes back as `recorded` at the next start.
   */
  readonly record?: (changes: readonly Change[]) => 'stored' | 'failed'
  readonly recorded?: readonly Change[]
}

/** A ChatHub without sockets: requests in, answers out, on a clock that is given. */
export type Core = {
  /** Never rejects; stays pending where it waits for a schedule that never comes. */
  readonly handle: (request: SandboxRequest) => Promise<Answer>
  readonly faults: Faults
  readonly ledger: Ledger
  /** Somebody else who works with the same organizations. */
  readonly colleague: Colleague
  /** What is really there, in the order of the list. */
  readonly operators: (organizationId: number) => readonly OperatorRow[]
  readonly configure: (settings: Partial<Settings>) => void
  /** In an outage every request is refused before a byte of it arrives. */
  readonly setOutage: (on: boolean) => void
  /** The token that the first account has now; another one after tokens were revoked. */
  readonly token: () => string
  /** Back to the beginning: data, ledger and faults; what was under way is cut. */
  readonly reset: () => void
}

/** The account of a sandbox that is told of none. */
const usualAccount: Account = {
  login: 'supervisor',
  password: 'training',
  token: 'sandbox-token'
}

const fixedDay = Date.UTC(2026, 0, 5, 8)

/** Starts a ChatHub in memory. Deterministic: the same options and requests give the same answers. */
export function createCore(options: CoreOptions): Core {
  const running = start(options)
  return {
    handle: (request) => handle(running, request),
    faults: running.faults,
    ledger: running.ledger,
    colleague: colleague(running),
    operators: (organizationId) => operatorsOf(running.state, organizationId),
    configure(settings) {
      running.settings = { ...running.settings, ...settings }
    },
    setOutage(on) {
      running.outage = on
    },
    token: () => firstToken(running.access),
    reset() {
      running.state = initialState(running.basis)
      running.history = createHistory()
      running.run += 1
      running.bodies.clear()
      running.ledger.clear()
      running.faults.clear()
    }
  }
}

function start(options: CoreOptions): Running {
  const { seed, operators, organizations, each } = { ...usualBasis, ...options }
  const basis: Basis = { seed, operators, organizations, ...(each === undefined ? {} : { each }) }
  const state = initialState(basis)
  commit(state, options.recorded ?? [])
  return {
    basis,
    state,
    settings: { ...documentedSettings, ...options.settings },
    access: { accounts: options.accounts ?? [usualAccount], generation: 0 },
    outage: false,
    run: 0,
    faults: createFaults(),
    ledger: createLedger(options.ledger),
    bodies: createListBodies(),
    history: createHistory(),
    rateLimit: createRateLimit(),
    now: options.now,
    schedule: options.schedule,
    wall: options.wall ?? (() => fixedDay + options.now()),
    record: options.record ?? (() => 'stored')
  }
}

function firstToken(access: Access): string {
  const [account] = access.accounts
  if (account === undefined) throw new Error('A sandbox has at least one account')
  return currentToken(access, account)
}

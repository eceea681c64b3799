import type { Failure } from '../../shared/failure.ts'
import type { OperatorList, Urgency } from '../../shared/ipc.ts'
import { pack, unpack } from '../../shared/operator-columns.ts'
import type { Operator, Organization } from '../../shared/operator.ts'
import { failed, ok, type Result } from '../../shared/result.ts'
import { statistics } from '../../shared/statistics.ts'
import type { KnownOperators, KnownOrganizations, OperatorCache } from '../cache/operator-cache.ts'
import type { Clock } from './clock.ts'
import { OperatorLists } from './lists.ts'

const support: Organization = { id: 24, name: 'Customer Support' }
/** How long a list stays fresh, ms. */
export const minute = 60_000

/** A clock that stands until it is moved. */
class HandClock implements Clock {
  #now = 1_000_000
  #timers = new Map<() => void, number>()
  now = (): number => this.#now
  monotonic = (): number => this.#now - 1_000_000
  after(ms: number, run: () => void): () => void {
    this.#timers.set(run, this.#now + ms)
    return () => this.#timers.delete(run)
  }
  pass(ms: number): void {
    this.#now += ms
    const due = [...this.#timers].filter(([, at]) => at <= this.#now)
    for (const [run] of due) this.#timers.delete(run)
    for (const [run] of due) run()
  }
  get waiting(): number {
    return this.#timers.size
  }
}

interface Request {
  readonly organizationId: number
  readonly urgency: Urgency
  readonly answer: (result: Result<OperatorList, Failure>) => void
}

/** A bridge whose lists answer when the test says so. */
class HandBridge {
  readonly requests: Request[] = []
  organizationsAnswer: Result<readonly Organization[], Failure> = ok([support])
  organizationRequests = 0
  list = (
    _: string,
    organizationId: number,
    urgency: Urgency
  ): Promise<Result<OperatorList, Failure>> =>
    new Promise((answer) => this.requests.push({ organizationId, urgency, answer }))
  organizations = (): Promise<Result<readonly Organization[], Failure>> => {
    this.organizationRequests += 1
    return Promise.resolve(this.organizationsAnswer)
  }
}

/** A disk in memory: what one cache kept, the next one of that account finds. */
export class Disk implements OperatorCache {
  readonly #lists = new Map<number, KnownOperators>()
  #organizations: KnownOrganizations | null = null
  readonly writes: { readonly next: KnownOperators; readonly kept: KnownOperators | null }[] = []
  refuses: Failure | null = null

  #answer<T>(value: T): Promise<Result<T, Failure>> {
    return Promise.resolve(this.refuses ? failed(this.refuses) : ok(value))
  }
  operators = (id: number) => this.#answer(this.#lists.get(id) ?? null)
  keepOperators = (next: KnownOperators, kept: KnownOperators | null) => {
    this.writes.push({ next, kept })
    if (!this.refuses) this.#lists.set(next.organizationId, next)
    return this.#answer(null)
  }
  counts = () => {
    const counted = [...this.#lists.values()].map(({ organizationId, columns }) => {
      const { total, deleted } = statistics(columns.statuses)
      return [organizationId, total - deleted] as const
    })
    return this.#answer(new Map(counted))
  }
  organizations = () => this.#answer(this.#organizations)
  keepOrganizations = (known: KnownOrganizations) => {
    this.#organizations = known
    return this.#answer(null)
  }
  keepSeen = () => this.#answer(null)
  seen = () => this.#answer([])
  draft = () => this.#answer(null)
  keepDraft = () => this.#answer(null)
  wipe = () => {
    this.#lists.clear()
    this.#organizations = null
    return this.#answer(null)
  }
  close = () => undefined
}

/** Lists of one account with a clock and a bridge that wait for the test. */
export function setUpLists(
  cache = new Disk(),
  typedOrganizations: readonly number[] | null = null
) {
  const clock = new HandClock()
  const bridge = new HandBridge()
  const ages = () => ({ operatorsTtlMs: minute, organizationsTtlMs: 5 * minute })
  const lists = new OperatorLists({
    bridge,
    cache,
    account: { id: 'me', typedOrganizations },
    ages,
    clock
  })
  const answer = async (request: number, operators: readonly Operator[]) => {
    bridge.requests[request]?.answer(ok({ columns: pack(operators), at: clock.now() }))
    await turns()
  }
  const fail = async (request: number, failure: Failure) => {
    bridge.requests[request]?.answer(failed(failure))
    await turns()
  }
  const shown = (organizationId = 24) =>
    unpack(lists.operators(organizationId)?.columns ?? pack([]))
  return { clock, bridge, cache, lists, answer, fail, shown }
}

/** Lets everything that is ready to run do so. */
export async function turns(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve()
}

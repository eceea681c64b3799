import type { Failure } from '../../shared/failure.ts'
import type { Urgency } from '../../shared/ipc.ts'
import type { Scope } from '../../shared/operator.ts'
import type { Result } from '../../shared/result.ts'
import type { Settings } from '../../shared/settings.ts'
import type { Clock } from './clock.ts'
import { type Coverage, coverageOf, stateOfAll } from './coverage.ts'
import {
  type Age,
  dueIn,
  type FetchLog,
  type ListState,
  listState,
  logFetches
} from './list-state.ts'
import { type Ageing, refreshByAge, type Refresher } from './refresh.ts'
import { Sweep } from './sweep.ts'

/** The one list of organizations, among the lists that are known by their organization. */
export const organizationList = -1

/** A shorter time to live would fetch without end. */
const shortestTtlMs = 1000

/** While all organizations are shown, each list rests so long for every organization there is. */
const sharedRestMs = 2000

/** What lists are kept fresh with; a key is an organization's id, or `organizationList`. */
export interface RefreshingParts {
  readonly clock: Clock
  readonly ages: () => Settings['cache']
  /** When the list that is in memory came, wall clock, ms; `null` where none is. */
  readonly at: (key: number) => number | null
  /** When an organization's list came last, in memory or not. */
  readonly seenAt: (organizationId: number) => number | null
  readonly organizationIds: () => readonly number[]
  readonly fetch: (key: number, urgency: Urgency) => Promise<Result<unknown, Failure>>
  /** Called after every change of what the methods below answer. */
  readonly changed: () => void
}

/** Keeps what is shown fresh: one organization's list, or those of all, one after another. */
export class Refreshing {
  readonly #parts: RefreshingParts
  readonly #log: FetchLog
  readonly #refresher: Refresher
  readonly #sweep: Sweep
  readonly #refreshes = new Map<Scope, number>()
  #shown: Scope | null = null

  constructor(parts: RefreshingParts) {
    const { clock, organizationIds, seenAt, changed } = parts
    this.#parts = parts
    this.#log = logFetches(clock.now, changed)
    this.#sweep = new Sweep({
      ids: organizationIds,
      at: seenAt,
      dueIn: (id) => dueIn(seenAt(id), this.#log.of(id), this.#ageOfMany()),
      hasFailed: (id) => this.#log.of(id).failed !== null,
      fetch: (id) => this.#refetch(id, 'background'),
      restMs: () => this.#ageOfMany().ttl,
      now: clock.now,
      ondone: (ended) => this.#swept(ended)
    })
    this.#refresher = refreshByAge(clock, () => [
      this.#ageing(organizationList),
      ...(this.#shown === null
        ? []
        : [this.#shown === 'all' ? this.#sweep : this.#ageing(this.#shown)])
    ])
  }

  /** What is shown is kept fresh, and nothing else; `null`: nothing. */
  show(scope: Scope | null): void {
    this.#shown = scope
    if (scope !== 'all') this.#sweep.end()
    if (scope !== null) this.plan()
  }

  /** Looks again at what is due. */
  plan(): void {
    this.#refresher.plan()
  }

  /** Notes a fetch while it runs, and how it ended. */
  async log<T>(key: number, fetch: Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
    const answer = await this.#log.track(key, fetch)
    this.plan()
    return answer
  }

  state(scope: Scope): ListState {
    if (scope !== 'all')
      return listState(this.#parts.at(scope), this.#log.of(scope), this.#age(scope))
    const { halted } = this.#sweep
    return stateOfAll(this.coverage(), { halted, stale: this.#sweep.dueIn() === 0 })
  }

  /** How far the lists of all organizations are there. */
  coverage(): Coverage {
    const { organizationIds, seenAt } = this.#parts
    return coverageOf({
      ids: organizationIds(),
      at: seenAt,
      fetching: (id) => this.#log.of(id),
      progress: this.#sweep.progress
    })
  }

  /** How often a list was refreshed by hand or by age, or all of them one after another. */
  refreshes(scope: Scope): number {
    return this.#refreshes.get(scope) ?? 0
  }

  visible(on: boolean): void {
    this.#refresher.visible(on)
  }

  /** The service answers again, or the token was renewed: what failed is due now. */
  reachable(): void {
    this.#log.forgive()
    this.#sweep.reachable()
    this.plan()
  }

  /** Fetches what is shown and the organizations, whatever their age. */
  async refresh(): Promise<void> {
    if (this.#shown === 'all') this.#sweep.all()
    this.plan()
    const one = typeof this.#shown === 'number' ? [this.#shown] : []
    await Promise.all([organizationList, ...one].map((key) => this.#refetch(key, 'person')))
  }

  close(): void {
    this.#refresher.close()
  }

  #swept(ended: boolean): void {
    if (ended) this.#count('all')
    this.#parts.changed()
    this.plan()
  }

  #ageing(key: number): Ageing {
    return {
      dueIn: () => dueIn(this.#parts.at(key), this.#log.of(key), this.#age(key)),
      running: () => this.#log.of(key).running > 0,
      fetch: () => void this.#refetch(key, 'background')
    }
  }

  #age(key: number): Age {
    const { operatorsTtlMs, organizationsTtlMs } = this.#parts.ages()
    const ttl = key === organizationList ? organizationsTtlMs : operatorsTtlMs
    return { now: this.#parts.clock.now(), ttl: Math.max(shortestTtlMs, ttl) }
  }

  /** Two hundred lists a minute would leave little of the pace to anything else. */
  #ageOfMany(): Age {
    const { now, ttl } = this.#age(0)
    return { now, ttl: Math.max(ttl, this.#parts.organizationIds().length * sharedRestMs) }
  }

  async #refetch(key: number, urgency: Urgency): Promise<Failure | null> {
    const answer = await this.#parts.fetch(key, urgency)
    if (!answer.ok) return answer.failure
    this.#count(key)
    this.#parts.changed()
    return null
  }

  #count(scope: Scope): void {
    this.#refreshes.set(scope, this.refreshes(scope) + 1)
  }
}

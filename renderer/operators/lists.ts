import type { AccountId } from '../../shared/account.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Bridge, OperatorList, Urgency } from '../../shared/ipc.ts'
import type { OperatorColumns } from '../../shared/operator-columns.ts'
import type { Operator, Organization } from '../../shared/operator.ts'
import type { Result } from '../../shared/result.ts'
import type { Settings } from '../../shared/settings.ts'
import type { KnownOperators, OperatorCache } from '../cache/operator-cache.ts'
import type { Lists } from '../outbox/ports.ts'
import type { Clock } from './clock.ts'
import { type Fetches, shareFetches } from './fetches.ts'
import { KeptLists } from './kept-lists.ts'
import {
  type Age,
  dueIn,
  type FetchLog,
  type ListState,
  listState,
  logFetches
} from './list-state.ts'
import { keepOrganizations, type OrganizationList } from './organization-list.ts'
import type { OrganizationsView } from './organizations-view.ts'
import { type Ageing, refreshByAge, type Refresher } from './refresh.ts'
import { takeInOrder, type Taking } from './take.ts'

/** What the lists of one account are built from. */
export interface ListsParts {
  readonly bridge: Pick<Bridge['operators'], 'organizations' | 'list'>
  readonly cache: OperatorCache
  readonly account: {
    readonly id: AccountId
    readonly typedOrganizations: readonly number[] | null
  }
  readonly ages: () => Settings['cache']
  readonly clock: Clock
}

/** A shorter time to live would fetch without end. */
const shortestTtlMs = 1000

/** The one list of organizations, among the fetches that are logged by organization. */
const allOrganizations = -1

/** Takes a list that came. `askedAt`: when it was asked for, on the monotonic clock. */
type Watcher = (organizationId: number, list: OperatorList, askedAt: number) => void

/** Every list of one account: shown from the cache at once, refreshed behind. */
export class OperatorLists implements Lists {
  readonly #parts: ListsParts
  readonly #listeners = new Set<() => void>()
  readonly #watchers = new Set<Watcher>()
  readonly #knowers = new Set<(known: KnownOperators) => void>()
  readonly #log: FetchLog
  readonly #organizations: OrganizationList
  readonly #kept: KeptLists
  readonly #taking: Taking
  readonly #lists: Fetches<OperatorList>
  readonly #all: Fetches<readonly Organization[]>
  readonly #refresher: Refresher
  readonly #refreshes = new Map<number, number>()
  #open: number | null = null

  constructor(parts: ListsParts) {
    const { bridge, cache, account, clock } = parts
    const changed = this.#changed
    this.#parts = parts
    this.#log = logFetches(clock.now, changed)
    this.#organizations = keepOrganizations({ bridge, cache, account, changed, now: clock.now })
    this.#kept = new KeptLists(cache, (known) => {
      this.#organizations.count(known)
      for (const knower of this.#knowers) knower(known)
      changed()
    })
    this.#taking = takeInOrder(this.#kept)
    this.#lists = shareFetches((id, urgency) => this.#logged(id, this.#fetchList(id, urgency)))
    this.#all = shareFetches((key, urgency) =>
      this.#logged(key, this.#organizations.fetch(urgency))
    )
    this.#refresher = refreshByAge(clock, () =>
      [allOrganizations, ...(this.#open === null ? [] : [this.#open])].map(this.#ageing)
    )
  }

  /** Reads what the cache keeps of the organizations; refreshing begins. */
  async start(): Promise<void> {
    await this.#organizations.load()
    this.#refresher.plan()
  }

  /** Called after every change of what the methods below answer; returns how to stop. */
  subscribe(listener: () => void): () => void {
    return listen(this.#listeners, listener)
  }

  /** Called with every list that was fetched; returns how to stop. */
  onList(listener: Watcher): () => void {
    return listen(this.#watchers, listener)
  }

  /** Called with what is known of an organization, after it was read and after every change; returns how to stop. */
  onKnown(listener: (known: KnownOperators) => void): () => void {
    return listen(this.#knowers, listener)
  }

  organizations(): OrganizationsView {
    return {
      organizations: this.#organizations.known()?.organizations ?? null,
      counts: this.#organizations.counts(),
      state: this.state(allOrganizations)
    }
  }

  /** What is known of an organization, where it is in memory. */
  operators(organizationId: number): KnownOperators | null {
    return this.#kept.inMemory(organizationId)
  }

  state(organizationId: number): ListState {
    return listState(
      this.#at(organizationId),
      this.#log.of(organizationId),
      this.#age(organizationId)
    )
  }

  /** How often an organization was refreshed by hand or by age; lists for the outbox do not count. */
  refreshes(organizationId: number): number {
    return this.#refreshes.get(organizationId) ?? 0
  }

  /** Why the cache could not be read or written last; `null` while it works. */
  storageFailure(): Failure | null {
    return this.#kept.failure()
  }

  /** Shows an organization: only this one is refreshed by age, and only while the window is visible. */
  async open(organizationId: number | null): Promise<void> {
    this.#open = null
    this.#kept.pin(organizationId)
    if (organizationId === null) return
    await this.#kept.load(organizationId)
    if (!this.#kept.pinned(organizationId)) return
    this.#open = organizationId
    this.#refresher.plan()
  }

  visible(on: boolean): void {
    this.#refresher.visible(on)
  }

  /** The service answers again, or the token was renewed: what failed is due now. */
  reachable(): void {
    this.#log.forgive()
    this.#refresher.plan()
  }

  /** Fetches the open organization and the organizations, whatever their age. */
  async refresh(): Promise<void> {
    const keys = [allOrganizations, ...(this.#open === null ? [] : [this.#open])]
    await Promise.all(keys.map((key) => this.#refetch(key, 'person')))
  }

  /** Fetches a list that begins after this call; the cache and everyone who listens get it before this answers. */
  fetch(organizationId: number, urgency: Urgency): Promise<Result<OperatorList, Failure>> {
    return this.#lists.fetch(organizationId, urgency, true)
  }

  async known(organizationId: number): Promise<OperatorColumns | null> {
    const { at, columns } = await this.#kept.load(organizationId)
    return at === null && columns.ids.length === 0 ? null : columns
  }

  async applied(organizationId: number, operators: readonly Operator[]): Promise<void> {
    await this.#taking.applied(organizationId, operators)
  }

  /** Forgets what is in memory, after the cache was wiped, and fetches anew. */
  async forget(): Promise<void> {
    this.#kept.forget()
    this.#organizations.forget()
    this.#changed()
    await this.open(this.#open)
  }

  /** Stops refreshing; resolves once what is known was written, or refused. */
  async close(): Promise<void> {
    this.#refresher.close()
    await this.#kept.settled()
  }

  readonly #changed = (): void => {
    for (const listener of this.#listeners) listener()
  }

  readonly #ageing = (key: number): Ageing => ({
    dueIn: () => dueIn(this.#at(key), this.#log.of(key), this.#age(key)),
    running: () => this.#log.of(key).running > 0,
    fetch: () => void this.#refetch(key, 'background')
  })

  #at(key: number): number | null {
    return key === allOrganizations
      ? (this.#organizations.known()?.at ?? null)
      : (this.#kept.inMemory(key)?.at ?? null)
  }

  #age(key: number): Age {
    const { operatorsTtlMs, organizationsTtlMs } = this.#parts.ages()
    const ttl = key === allOrganizations ? organizationsTtlMs : operatorsTtlMs
    return { now: this.#parts.clock.now(), ttl: Math.max(shortestTtlMs, ttl) }
  }

  async #refetch(key: number, urgency: Urgency): Promise<void> {
    const answer = await (key === allOrganizations ? this.#all : this.#lists).fetch(
      key,
      urgency,
      false
    )
    if (!answer.ok) return
    this.#refreshes.set(key, this.refreshes(key) + 1)
    this.#changed()
  }

  async #logged<T>(key: number, fetch: Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
    const answer = await this.#log.track(key, fetch)
    this.#refresher.plan()
    return answer
  }

  async #fetchList(
    organizationId: number,
    urgency: Urgency
  ): Promise<Result<OperatorList, Failure>> {
    const askedAt = this.#parts.clock.monotonic()
    const take = this.#taking.begin(organizationId)
    const answer = await this.#parts.bridge.list(this.#parts.account.id, organizationId, urgency)
    await take(answer.ok ? answer.value : null)
    if (!answer.ok) return answer
    for (const watcher of this.#watchers) watcher(organizationId, answer.value, askedAt)
    return answer
  }
}

function listen<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

import type { AccountId } from '../../shared/account.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Bridge, OperatorList, Urgency } from '../../shared/ipc.ts'
import type { OperatorColumns } from '../../shared/operator-columns.ts'
import type { Operator, Organization, Scope } from '../../shared/operator.ts'
import type { Result } from '../../shared/result.ts'
import type { Settings } from '../../shared/settings.ts'
import type { KnownOperators, OperatorCache } from '../cache/operator-cache.ts'
import type { Lists } from '../outbox/ports.ts'
import type { Clock } from './clock.ts'
import type { Coverage } from './coverage.ts'
import { type Fetches, shareFetches } from './fetches.ts'
import { KeptLists } from './kept-lists.ts'
import { Everyone } from './everyone.ts'
import type { ListState } from './list-state.ts'
import { keepOrganizations, type OrganizationList } from './organization-list.ts'
import type { OrganizationsView } from './organizations-view.ts'
import type { ShownOperators } from './parts.ts'
import { organizationList, Refreshing } from './refreshing.ts'
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

/** So many lists are read from the cache at once. */
const atOnce = 8

/** Takes a list that came. `askedAt`: when it was asked for, on the monotonic clock. */
type Watcher = (organizationId: number, list: OperatorList, askedAt: number) => void

/** Every list of one account: shown from the cache at once, refreshed behind. */
export class OperatorLists implements Lists {
  readonly #parts: ListsParts
  readonly #listeners = new Set<() => void>()
  readonly #watchers = new Set<Watcher>()
  readonly #knowers = new Set<(known: KnownOperators) => void>()
  readonly #organizations: OrganizationList
  readonly #kept: KeptLists
  readonly #taking: Taking
  readonly #lists: Fetches<OperatorList>
  readonly #all: Fetches<readonly Organization[]>
  readonly #refreshing: Refreshing
  readonly #everyone: Everyone
  #open: Scope | null = null

  constructor(parts: ListsParts) {
    const { bridge, cache, account, clock } = parts
    const changed = this.#changed
    const organizationIds = () => this.#ids()
    this.#parts = parts
    this.#organizations = keepOrganizations({
      ...{ bridge, cache, account, now: clock.now },
      changed: () => this.#organizationsChanged()
    })
    this.#everyone = new Everyone({ clock, organizationIds, changed })
    this.#kept = new KeptLists(cache, (known) => this.#listChanged(known))
    this.#taking = takeInOrder(this.#kept)
    this.#refreshing = new Refreshing({
      ...{ clock, ages: parts.ages, organizationIds, changed },
      at: (key) => this.#at(key),
      seenAt: (id) => this.#kept.seenAt(id),
      fetch: (key, urgency) =>
        key === organizationList
          ? this.#all.fetch(key, urgency, false)
          : this.#lists.fetch(key, urgency, false)
    })
    const refreshing = this.#refreshing
    this.#lists = shareFetches((id, urgency) => refreshing.log(id, this.#fetchList(id, urgency)))
    this.#all = shareFetches((key, urgency) =>
      refreshing.log(key, this.#organizations.fetch(urgency))
    )
  }

  /** Reads what the cache keeps of the organizations; refreshing begins. */
  async start(): Promise<void> {
    await this.#organizations.load()
    this.#refreshing.plan()
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
      state: this.#refreshing.state(organizationList)
    }
  }

  /** What is known of an organization, where it is in memory; or of all, while those are open. */
  operators(scope: number): KnownOperators | null
  operators(scope: Scope): ShownOperators | null
  operators(scope: Scope): ShownOperators | null {
    return scope === 'all' ? this.#everyone.now() : this.#kept.inMemory(scope)
  }

  state(scope: Scope): ListState {
    return this.#refreshing.state(scope)
  }

  /** How far the lists of all organizations are there. */
  coverage(): Coverage {
    return this.#refreshing.coverage()
  }

  /** How often a list was refreshed by hand or by age, or all of them; lists for the outbox do not count. */
  refreshes(scope: Scope): number {
    return this.#refreshing.refreshes(scope)
  }

  /** Why the cache could not be read or written last; `null` while it works. */
  storageFailure(): Failure | null {
    return this.#kept.failure()
  }

  /** Shows an organization, or all: only what is shown is refreshed by age, and only while the window is visible. */
  async open(scope: Scope | null): Promise<void> {
    this.#open = scope
    this.#refreshing.show(null)
    this.#kept.pin(scope === 'all' ? null : scope)
    if (scope === 'all') this.#everyone.open()
    else this.#everyone.close()
    if (scope === null) return
    await (scope === 'all' ? this.#loadAll() : this.#kept.load(scope))
    if (this.#open === scope) this.#refreshing.show(scope)
  }

  visible(on: boolean): void {
    this.#refreshing.visible(on)
  }

  /** The service answers again, or the token was renewed: what failed is due now. */
  reachable(): void {
    this.#refreshing.reachable()
  }

  /** Fetches what is open and the organizations, whatever their age. */
  async refresh(): Promise<void> {
    await this.#refreshing.refresh()
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
    this.#everyone.close()
    this.#organizations.forget()
    this.#changed()
    await this.open(this.#open)
  }

  /** Stops refreshing; resolves once what is known was written, or refused. */
  async close(): Promise<void> {
    this.#refreshing.close()
    this.#everyone.close()
    await this.#kept.settled()
  }

  readonly #changed = (): void => {
    for (const listener of this.#listeners) listener()
  }

  #at(key: number): number | null {
    return key === organizationList
      ? (this.#organizations.known()?.at ?? null)
      : (this.#kept.inMemory(key)?.at ?? null)
  }

  #ids(): readonly number[] {
    return this.#organizations.known()?.organizations.map(({ id }) => id) ?? []
  }

  #listChanged(known: KnownOperators): void {
    this.#organizations.count(known)
    this.#everyone.put(known)
    for (const knower of this.#knowers) knower(known)
    this.#changed()
  }

  #organizationsChanged(): void {
    if (this.#open === 'all') void this.#loadAll()
    this.#changed()
  }

  /** Reads what the cache keeps of every organization, some at a time: all at once would fill the memory. */
  async #loadAll(): Promise<void> {
    const missing = this.#ids().filter((id) => !this.#everyone.holds(id))
    for (let from = 0; from < missing.length; from += atOnce) {
      const lists = missing.slice(from, from + atOnce).map((id) => this.#kept.load(id))
      for (const known of await Promise.all(lists))
        this.#everyone.read(this.#kept.inMemory(known.organizationId) ?? known)
      if (this.#open !== 'all') return
    }
    this.#everyone.join()
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

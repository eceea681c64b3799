import type { Edit, EntryId } from '../../shared/edit.ts'
import type { Failure } from '../../shared/failure.ts'
import type { OperatorList } from '../../shared/ipc.ts'
import { failed, ok, type Result } from '../../shared/result.ts'
import { emptyState } from './apply.ts'
import type { Answer, Entry } from './entry.ts'
import type { Request } from './event.ts'
import { LiveEntries } from './live-entries.ts'
import type { About, HistoryEvent, Outbox, OutboxView, Undoable } from './outbox.ts'
import { perform } from './perform.ts'
import { Opening } from './opening.ts'
import type { OutboxPorts } from './ports.ts'
import { readList } from './read-list.ts'
import { Replay } from './replay.ts'
import type { State } from './state.ts'
import { planUndo } from './undo.ts'
import { viewOf } from './view.ts'
import { listen } from './wake.ts'
import { numbered, wishesOf } from './wishes.ts'

/** What the outbox is opened with: its ports, and the settings as they are now. Times in ms. */
export interface OpenOutbox extends OutboxPorts {
  readonly settings: {
    readonly settleMs: number
    readonly requestsPerSecond: number
    readonly paused: boolean
  }
}

/**
 * Opens an account's outbox, and makes it whole after whatever ended the last run: what is asked of it meanwhile
 * waits. Where one of its two stores cannot be read it says so, accepts nothing, sends nothing, and tries again.
 */
export function openOutbox(given: OpenOutbox): Outbox {
  return new OpenedOutbox(given)
}

class OpenedOutbox implements Outbox {
  readonly #ports: OutboxPorts
  readonly #state: State
  readonly #replay: Replay
  readonly #entries: LiveEntries
  readonly #listeners = new Set<() => void>()
  readonly #stopListening: () => void
  readonly #opening: Opening
  #view: OutboxView

  constructor(given: OpenOutbox) {
    const { settleMs, requestsPerSecond, paused } = given.settings
    this.#ports = given
    this.#state = emptyState({
      accountId: given.accountId,
      settleMs,
      requestsPerSecond,
      pausedByPerson: paused
    })
    this.#entries = new LiveEntries(this.#state)
    this.#view = this.#look(0)
    this.#replay = new Replay(this.#state, given, {
      changed: () => this.#changed(),
      perform: (effect) =>
        perform(
          {
            state: this.#state,
            ports: given,
            post: (event) => this.#replay.post(event),
            record: (records) => this.#replay.record(records),
            restartJournal: () => this.#replay.restartJournal()
          },
          effect
        )
    })
    this.#stopListening = listen(given, (event) => this.#replay.post(event))
    this.#opening = new Opening(given, this.#replay, () => this.#changed())
  }

  get opened(): Promise<void> {
    return this.#opening.tried
  }

  view(): OutboxView {
    return this.#view
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async enqueue(
    edits: readonly Edit[],
    firstId?: EntryId
  ): Promise<Result<readonly Entry[], Failure>> {
    const actionId = this.#ports.random.id()
    const { readAt, wishes: unnumbered } = await this.#wishes(edits)
    const wishes = firstId === undefined ? unnumbered : numbered(unnumbered, firstId)
    const accepted = await this.#ask({ kind: 'accept', wishes, readAt, actionId })
    return accepted.ok ? ok(this.#ofAction(actionId)) : accepted
  }

  retry(ids: readonly EntryId[]): Promise<Result<null, Failure>> {
    return this.#ask({ kind: 'retry', ids })
  }

  discard(ids: readonly EntryId[]): Promise<Result<null, Failure>> {
    return this.#ask({ kind: 'discard', ids })
  }

  async rename(id: EntryId, name: string): Promise<Result<Entry, Failure>> {
    const old = this.#state.entries.get(id)
    if (old?.edit.kind !== 'add') throw new Error(`There is no add ${id}`)
    const actionId = this.#ports.random.id()
    const { readAt, wishes } = await this.#wishes([{ ...old.edit, name }])
    const [wish] = wishes
    if (!wish) throw new Error('A renamed entry has one edit')
    const renamed = await this.#ask({ kind: 'rename', id, wish, readAt, actionId })
    if (!renamed.ok) return renamed
    return ok(this.#ofAction(actionId)[0] ?? old)
  }

  answer(ids: readonly EntryId[], answer: Answer): Promise<Result<null, Failure>> {
    return this.#ask({ kind: 'answer', ids, answer })
  }

  undoable(): Undoable | null {
    if (!this.#state.queue.recovered) return null
    const plan = planUndo(this.#state)
    if (!plan) return null
    const { actionId, cancels, compensates } = plan
    if (compensates.length > 0) return { kind: 'compensate', actionId, cancels, edits: compensates }
    return { kind: 'unsent', actionId, entryIds: cancels }
  }

  async undo({ actionId }: Undoable): Promise<Result<null, Failure>> {
    const plan = planUndo(this.#state)
    if (plan?.actionId !== actionId) return ok(null)
    const { readAt, wishes } = await this.#wishes([...plan.restores, ...plan.compensates])
    const request = {
      kind: 'undo',
      undone: actionId,
      cancels: plan.cancels,
      actionId: this.#ports.random.id()
    } as const
    return this.#ask({ ...request, wishes, readAt })
  }

  async past(about: About): Promise<readonly Entry[]> {
    const stored = await this.#ports.store.past(about)
    if (!stored.ok) return []
    return stored.value.toSorted((one, other) => other.order - one.order)
  }

  async history(id: EntryId): Promise<readonly HistoryEvent[]> {
    const entry = this.#state.entries.get(id)
    const stored = await this.#ports.store.history(id)
    const queued = entry
      ? [{ at: entry.queuedAt, entryId: id, what: 'queued', failure: null } as const]
      : []
    return stored.ok ? [...queued, ...stored.value] : queued
  }

  sendNow(): void {
    this.#replay.post({ kind: 'send-now' })
  }

  pause(on: boolean): void {
    this.#replay.post({ kind: 'pause', on })
  }

  seen(organizationId: number, list: OperatorList, askedAt: number): void {
    // Which names are ours is not known yet.
    if (!this.#state.queue.recovered) return
    // The queue's own list is on its way, or is this one.
    if (typeof this.#state.organizations.get(organizationId)?.listing === 'number') return
    void this.#take(organizationId, list, askedAt).catch(this.#ports.onbug)
  }

  signedIn(): void {
    this.#replay.post({ kind: 'signed-in' })
  }

  configure(settings: { readonly settleMs: number; readonly requestsPerSecond: number }): void {
    this.#replay.post({ kind: 'configure', ...settings })
  }

  async close(): Promise<void> {
    this.#stopListening()
    this.#opening.stop()
    await this.#replay.close()
    const { accountId, courier, store, onbug } = this.#ports
    await courier.recall(accountId, null).catch(onbug)
    store.close()
  }

  async #take(organizationId: number, list: OperatorList, askedAt: number): Promise<void> {
    const { clock, lists, timers } = this.#ports
    const at = clock.monotonic()
    const reading = await readList({
      list,
      known: await lists.known(organizationId),
      wanted: (key) => this.#state.lines.isSought(organizationId, key),
      breathe: timers.breathe,
      askedAt,
      at,
      upTo: this.#state.organizations.get(organizationId)?.accepted ?? 0
    })
    this.#replay.post({ kind: 'listed', organizationId, reading, asked: false })
  }

  async #wishes(edits: readonly Edit[]) {
    const readAt = this.#ports.clock.monotonic()
    return { readAt, wishes: await wishesOf(edits, this.#ports) }
  }

  async #ask(request: Request): Promise<Result<null, Failure>> {
    await this.opened
    const { failure } = this.#opening
    return failure ? failed(failure) : this.#replay.ask(request)
  }

  #ofAction(actionId: string): Entry[] {
    const ids = this.#state.lines.ofAction(actionId)
    return ids.map((id) => this.#entries.get(id)).filter((entry) => entry !== undefined)
  }

  #changed(): void {
    this.#view = this.#look(this.#view.revision + 1)
    for (const listener of this.#listeners) listener()
  }

  #look(revision: number): OutboxView {
    const { clock } = this.#ports
    const view = viewOf(this.#state, this.#entries, {
      wall: clock.wall(),
      monotonic: clock.monotonic()
    })
    const { counts } = view
    const waiting = counts.waiting + counts.sending + counts.verifying
    const failure = revision === 0 ? null : this.#opening.failure
    return {
      ...view,
      revision,
      queue: failure ? { kind: 'paused', why: 'storage', waiting, failure } : view.queue
    }
  }
}

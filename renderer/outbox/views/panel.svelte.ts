import { atOnce, type Calm } from '../../calm.ts'
import { createSubscriber } from 'svelte/reactivity'
import type { EntryId } from '../../../shared/edit.ts'
import type { Failure } from '../../../shared/failure.ts'
import type { Result } from '../../../shared/result.ts'
import type { Answer, Entry } from '../entry.ts'
import type { HistoryEvent, Outbox, OutboxView } from '../outbox.ts'
import { askingAlike, type StateKind } from './arrange.ts'
import { openDuplicates } from './open-duplicates.ts'
import { PanelOrder, type PanelRows } from './panel-order.ts'

/** The outbox as its panel shows it: order, filter, the one open entry, and what a person does about it. */
export class OutboxPanel {
  readonly #outbox: Outbox
  readonly #onpause: (on: boolean) => void
  readonly #subscribe: () => void
  /** The open entry as it was when its history was last read. */
  #followed: Entry | undefined
  filter: StateKind | null = $state(null)
  openId: EntryId | null = $state(null)
  history: readonly HistoryEvent[] = $state.raw([])
  /** Why the last action could not be stored. */
  failure: Failure | null = $state.raw(null)
  readonly #duplicates = $derived.by(() =>
    openDuplicates(this.view.possibleDuplicates, this.view.entries.values())
  )
  readonly #order = new PanelOrder()
  readonly #rows: PanelRows = $derived.by(() => this.#order.rows(this.view, this.filter))
  readonly #alike: readonly EntryId[] = $derived.by(() => {
    const entry = this.openId === null ? undefined : this.view.entries.get(this.openId)
    return entry?.state.kind === 'needs-person' ? askingAlike(this.#asking(), entry) : []
  })

  /** `onpause`: keeps the pause for the next start. `calm`: how often it is drawn anew; left out, each time. */
  constructor(
    outbox: Outbox,
    onpause: (on: boolean) => void = () => undefined,
    calm: Calm = atOnce
  ) {
    this.#outbox = outbox
    this.#onpause = onpause
    // Kept up from the beginning: to put a hundred thousand in order at once would be felt.
    outbox.subscribe(() => this.#order.follow(outbox.view()))
    this.#subscribe = createSubscriber((update) => {
      const { listen, stop } = calm(() => {
        update()
        void this.#follow()
      })
      const unsubscribe = outbox.subscribe(listen)
      return () => {
        unsubscribe()
        stop()
      }
    })
  }

  /** The outbox now; whoever reads it is updated with it. */
  get view(): OutboxView {
    this.#subscribe()
    return this.#outbox.view()
  }

  /** Possible duplicates that nobody has dealt with. */
  get duplicates(): OutboxView['possibleDuplicates'] {
    return this.#duplicates
  }

  /** How much waits for a person: questions, refusals, possible duplicates. */
  get asking(): number {
    const { counts } = this.view
    return counts['needs-person'] + counts.rejected + this.#duplicates.length
  }

  /** The entries to show, in order. */
  get rows(): PanelRows {
    return this.#rows
  }

  /** Entries that ask the same as the open one, it included; empty where it asks nothing. */
  get alike(): readonly EntryId[] {
    return this.#alike
  }

  /** Opens an entry and reads its history, or closes the one that is open. */
  async toggle(id: EntryId): Promise<void> {
    this.openId = this.openId === id ? null : id
    this.history = []
    if (this.openId !== null) await this.readHistory()
  }

  /** Reads the open entry's history anew. */
  async readHistory(): Promise<void> {
    const id = this.openId
    if (id === null) return
    const history = await this.#outbox.history(id)
    if (this.openId === id) this.history = history
  }

  /** What happens to the open entry while it is open belongs to its history too. */
  async #follow(): Promise<void> {
    const entry = this.openId === null ? undefined : this.#outbox.view().entries.get(this.openId)
    if (entry === this.#followed) return
    this.#followed = entry
    await this.readHistory()
  }

  retry(ids: readonly EntryId[]): Promise<void> {
    return this.#act(this.#outbox.retry(ids))
  }

  discard(ids: readonly EntryId[]): Promise<void> {
    return this.#act(this.#outbox.discard(ids))
  }

  answer(ids: readonly EntryId[], answer: Answer): Promise<void> {
    return this.#act(this.#outbox.answer(ids, answer))
  }

  /** Replaces a refused or waiting add by one of another name. */
  rename(id: EntryId, name: string): Promise<void> {
    return this.#act(this.#outbox.rename(id, name))
  }

  /** Every rejected entry. */
  rejected(): EntryId[] {
    return [...this.#order.inState(this.view, 'rejected')]
  }

  sendNow(): void {
    this.#outbox.sendNow()
  }

  pause(on: boolean): void {
    this.#outbox.pause(on)
    this.#onpause(on)
  }

  #asking(): Entry[] {
    const { view } = this
    const asking = this.#order.inState(view, 'needs-person').map((id) => view.bare.get(id))
    return asking.filter((entry) => entry !== undefined)
  }

  async #act(action: Promise<Result<unknown, Failure>>): Promise<void> {
    const result = await action
    this.failure = result.ok ? null : result.failure
    await this.readHistory()
  }
}

import type { KnownOperators } from '../cache/operator-cache.ts'
import type { Indexer } from './indexer.ts'
import { carriedIndex, type NameIndex } from './name-index.ts'

/**
 * The list that is shown, together with its index: a long list that changed much is shown once its new index
 * is made, so that order and search never belong to another list.
 */
export class IndexedList {
  readonly #indexer: Indexer
  readonly #locale: () => string
  readonly #ready: () => void
  #shown: KnownOperators | null = null
  #index: NameIndex | null = null
  #wanted: KnownOperators['columns'] | null = null

  /** `ready` is called when an index was made, and another list is to be shown with it. */
  constructor(indexer: Indexer, locale: () => string, ready: () => void) {
    this.#indexer = indexer
    this.#locale = locale
    this.#ready = ready
  }

  /** The index of what is shown; `null` while the first one is being made. */
  get index(): NameIndex | null {
    return this.#index
  }

  /** Lets go of what is shown, because another organization is opened. */
  leave(): void {
    this.#shown = null
    this.#index = null
    this.#wanted = null
  }

  /** What to show now that this is known. */
  shown(known: KnownOperators): KnownOperators {
    const locale = this.#locale()
    const before = this.#shown
    const carried =
      before && this.#index?.locale === locale
        ? carriedIndex(this.#index, before.columns, known.columns)
        : null
    const index = carried ?? this.#indexer.now(known.columns, locale)
    if (index || !before || !this.#index) {
      this.#shown = known
      this.#index = index
    }
    if (!index && this.#wanted !== known.columns) void this.#make(known, locale)
    return this.#shown ?? known
  }

  async #make(known: KnownOperators, locale: string): Promise<void> {
    const { columns } = known
    this.#wanted = columns
    const index = await this.#indexer.later(columns, locale)
    if (this.#wanted !== columns) return
    this.#wanted = null
    this.#shown = known
    this.#index = index
    this.#ready()
  }
}

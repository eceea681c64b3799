import type { OperatorColumns } from '../../shared/operator-columns.ts'
import type { KnownOperators } from '../cache/operator-cache.ts'
import type { Indexer } from './indexer.ts'
import { carriedIndex, type NameIndex } from './name-index.ts'

interface Indexed {
  readonly columns: OperatorColumns
  readonly index: NameIndex
}

/**
 * The list that is shown, together with its index: a long list that changed much is shown once its new index
 * is made, so that order and search never belong to another list.
 */
export class IndexedList {
  readonly #indexer: Indexer
  readonly #locale: () => string
  readonly #ready: () => void
  #shown: KnownOperators | null = null
  #indexed: Indexed | null = null
  /** Made since, for a list that may be the next to be shown. */
  #made: Indexed | null = null
  #making: OperatorColumns | null = null
  /** Every index that was made, for as long as its list is in memory: who comes back finds it sorted. */
  readonly #known = new WeakMap<OperatorColumns, NameIndex>()

  /** `ready` is called when an index was made, and another list can be shown with it. */
  constructor(indexer: Indexer, locale: () => string, ready: () => void) {
    this.#indexer = indexer
    this.#locale = locale
    this.#ready = ready
  }

  /** The index of what is shown; `null` while the first one is being made. */
  get index(): NameIndex | null {
    return this.#indexed?.index ?? null
  }

  /** Lets go of what is shown, because another organization is opened. */
  leave(): void {
    this.#shown = this.#indexed = this.#made = this.#making = null
  }

  /** What to show now that this is known. */
  shown(known: KnownOperators): KnownOperators {
    const { columns } = known
    const locale = this.#locale()
    const index = this.#carried(columns) ?? this.#indexer.now(columns, locale)
    // A list that replaces nothing is shown at once, in the service's order for the moment.
    if (index || !this.#indexed?.columns.ids.length) {
      this.#shown = known
      this.#indexed = index && { columns, index }
    }
    if (index) this.#known.set(columns, index)
    if (!index && !this.#making) void this.#make(columns, locale)
    return this.#shown ?? known
  }

  #carried(columns: OperatorColumns): NameIndex | null {
    const locale = this.#locale()
    const known = this.#known.get(columns)
    if (known?.locale === locale) return known
    const usable = [this.#indexed, this.#made].filter((one) => one?.index.locale === locale)
    const carried = usable.map((one) => one && carriedIndex(one.index, one.columns, columns))
    return carried.find((index) => index !== null) ?? null
  }

  async #make(columns: OperatorColumns, locale: string): Promise<void> {
    this.#making = columns
    const index = await this.#indexer.later(columns, locale)
    if (this.#making !== columns) return
    this.#making = null
    this.#made = { columns, index }
    this.#known.set(columns, index)
    this.#ready()
    this.#made = null
  }
}

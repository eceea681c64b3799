import type { OperatorColumns } from '../../shared/operator-columns.ts'
import { carriedIndex } from './carried-index.ts'
import type { Indexer } from './indexer.ts'
import type { NameIndex } from './name-index.ts'
import type { ShownOperators } from './parts.ts'

interface Indexed {
  readonly known: ShownOperators
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
  #shown: ShownOperators | null = null
  #indexed: Indexed | null = null
  /** Made since, for a list that may be the next to be shown. */
  #made: Indexed | null = null
  #making: ShownOperators | null = null
  /** Of which the index is still missing. */
  #waiting: ShownOperators | null = null
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
    this.#shown = this.#indexed = this.#made = this.#making = this.#waiting = null
  }

  /** What to show now that this is known. */
  shown(known: ShownOperators): ShownOperators {
    const isWaiting = known === this.#waiting && !this.#known.has(known.columns)
    if (isWaiting && !this.#made) return this.#shown ?? known
    const index = this.#carried(known) ?? this.#indexer.now(known.columns, this.#locale())
    this.#waiting = index ? null : known
    if (index) this.#show({ known, index })
    // A list that has grown on meanwhile: better what it was, in order, than without order for longer.
    else if (this.#made?.index.locale === this.#locale()) this.#show(this.#made)
    // A list that replaces nothing is shown at once, in the service's order for the moment.
    else if (!this.#indexed?.known.columns.ids.length) {
      this.#shown = known
      this.#indexed = null
    }
    if (index) this.#known.set(known.columns, index)
    else void this.#make(known)
    return this.#shown ?? known
  }

  #show(indexed: Indexed): void {
    this.#shown = indexed.known
    this.#indexed = indexed
  }

  #carried(known: ShownOperators): NameIndex | null {
    const locale = this.#locale()
    const made = this.#known.get(known.columns)
    if (made?.locale === locale) return made
    const usable = [this.#indexed, this.#made].filter((one) => one?.index.locale === locale)
    const carried = usable.map((one) => one && carriedIndex(one.index, one.known, known))
    return carried.find((index) => index !== null) ?? null
  }

  async #make(known: ShownOperators): Promise<void> {
    if (this.#making) return
    this.#making = known
    const index = await this.#indexer.later(known.columns, this.#locale())
    if (this.#making !== known) return
    this.#making = null
    this.#made = { known, index }
    this.#known.set(known.columns, index)
    this.#ready()
    this.#made = null
  }
}

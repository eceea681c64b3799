import type { Organization } from '../../shared/operator.ts'
import { ChangeLog } from '../outbox/change-log.ts'
import type { OutboxView } from '../outbox/outbox.ts'
import { wordsOf } from './fold.ts'
import { heldRows, nextHeld, nobodyHeld } from './held.ts'
import { matchingRows, noneVisible, type Sources, type VisibleRows, visibleRows } from './index.ts'
import { IndexedList } from './indexed-list.ts'
import type { Indexer } from './indexer.ts'
import { nobodyKnown } from './known.ts'
import { LiveRows, rowsOf } from './live-rows.ts'
import { foundRows } from './look-up.ts'
import { NameOrder } from './name-order.ts'
import { organizationRanks } from './organization-ranks.ts'
import type { ShownOperators } from './parts.ts'
import type { Query } from './query.ts'
import { type MarkSources, noMarks, rowMarks } from './row-marks.ts'
import { type OperatorRow, type OperatorRows, rowAt, type RowKey } from './rows.ts'
import { allowedSlips } from './similar-names.ts'
import { nobodySimilar, SimilarSearch, type Sought } from './similar-search.ts'

/** What rows are computed with. */
export interface ShownRowsParts {
  readonly indexer: Indexer
  /** By which names are sorted. */
  readonly locale: () => string
  /** An index was made: another list can be shown. */
  readonly onindex: () => void
  /** More of what waits can be taken in, now that the window may have painted. */
  readonly onmore: () => void
  /** Lets the window paint. */
  readonly breathe: () => Promise<void>
  /** Similar names were found for what was searched, or many names sorted. */
  readonly onfound: () => void
}

/** What is known of whoever is shown, what waits, and what is asked. */
export interface ShownFrom {
  readonly known: ShownOperators
  readonly queue: Pick<OutboxView, 'bare' | 'changes'>
  readonly query: Query
  /** Another list is shown, or this one was refreshed: nobody stays from before. */
  readonly anew: boolean
}

/** Nobody. */
export const noRows: OperatorRows = rowsOf(nobodyKnown(0), {
  bare: new Map(),
  changes: new ChangeLog()
})

/** A search that matches fewer may have been mistyped. */
const fewMatches = 5

/** The rows of the operators that are shown, and which of them a question shows. */
export class ShownRows {
  readonly #list: IndexedList
  readonly #live = new LiveRows()
  readonly #similar: SimilarSearch
  readonly #indexer: Indexer
  readonly #byName: NameOrder
  readonly #locale: () => string
  readonly #breathe: () => Promise<void>
  readonly #onmore: () => void
  #breathing = false
  /** How often rows were put in order behind. */
  #sorted = 0
  #held: ReadonlySet<RowKey> = nobodyHeld
  #marks: MarkSources = noMarks
  #rows = noRows
  #exact = noneVisible
  #visible = noneVisible
  /** From what `#exact` was computed, and what `#visible` shows beside. */
  #asked: readonly unknown[] | null = null
  #shownSimilar: Uint32Array = nobodySimilar

  constructor({ indexer, locale, onindex, onfound, onmore, breathe }: ShownRowsParts) {
    this.#similar = new SimilarSearch((texts, words) => indexer.similar(texts, words), onfound)
    this.#indexer = indexer
    this.#locale = locale
    this.#list = new IndexedList(indexer, locale, onindex)
    this.#byName = new NameOrder(indexer, () => {
      this.#sorted += 1
      onfound()
    })
    this.#breathe = breathe
    this.#onmore = onmore
  }

  /** Lets go of what is shown, because another list follows. */
  leave(): void {
    this.#list.leave()
  }

  /** By what rows are marked is known anew. */
  mark(sources: MarkSources): void {
    this.#marks = sources
  }

  /** Another question is asked: nobody stays for the last one. */
  release(): void {
    this.#held = nobodyHeld
  }

  /** The rows now. */
  follow({ known, queue, query, anew }: ShownFrom): OperatorRows {
    const rows = this.#live.next(this.#list.shown(known), queue)
    if (this.#live.isBehind && !this.#breathing) void this.#goOn()
    const before = { rows: this.#rows, order: this.#visible.order, held: this.#held }
    if (anew) this.#held = nobodyHeld
    else if (rows.statuses !== this.#rows.statuses)
      this.#held = nextHeld(before, rows, { query, bare: queue.bare })
    return (this.#rows = rows)
  }

  /** Which of the rows a question shows; the same object where nothing has changed. */
  show(query: Query, organizations: readonly Organization[]): VisibleRows {
    const rows = this.#rows
    const { index } = this.#list
    const marks = rowMarks(rows, this.#marks)
    const ranks = organizationRanks(organizations, this.#locale())
    const asked = [rows.statuses, index, marks, this.#held, ranks, query, this.#sorted] as const
    const same = this.#asked?.every((one, at) => one === asked[at]) ?? false
    if (!same) this.#exact = this.#visibleOf({ marks, ranks }, query)
    this.#asked = asked
    const similar = this.#similar.of(this.#soughtBeside(this.#exact, query))
    if (same && similar === this.#shownSimilar) return this.#visible
    this.#shownSimilar = similar
    return (this.#visible =
      similar.length === 0 ? this.#exact : this.#visibleOf({ marks, ranks, similar }, query))
  }

  #visibleOf(
    among: Pick<Sources, 'marks' | 'ranks'> & Partial<Pick<Sources, 'similar'>>,
    query: Query
  ): VisibleRows {
    const rows = this.#rows
    const held = heldRows(this.#held, rows)
    const byName: NameOrder['of'] = (...of) => this.#byName.of(...of)
    const { index } = this.#list
    return visibleRows({ rows, index, byName, held, similar: nobodySimilar, ...among }, query)
  }

  /** Rows that match a text, those that do not show included, in the service's order; so many at most. */
  find(text: string, most: number): OperatorRow[] {
    return foundRows(this.#rows, matchingRows(this.#rows, this.#list.index, text), most)
  }

  /** Rows whose names are but similar to a text, the closest first; so many at most. */
  async findSimilar(text: string, most: number): Promise<OperatorRow[]> {
    const { index } = this.#list
    const words = wordsOf(text)
    if (!index || !words.some((word) => allowedSlips(word) > 0)) return []
    const { known } = this.#rows
    const found = await this.#indexer.similar(index.folded, words)
    // Another list may have come meanwhile: its rows have other numbers.
    if (known.columns !== this.#rows.known.columns) return []
    return Array.from(found.subarray(0, most), (row) => rowAt(this.#rows, row))
  }

  async #goOn(): Promise<void> {
    this.#breathing = true
    await this.#breathe()
    this.#breathing = false
    this.#onmore()
  }

  /** Similar names are looked for where a search matches few. */
  #soughtBeside({ counts }: VisibleRows, { text }: Query): Sought | null {
    const { index } = this.#list
    const words = wordsOf(text)
    const few = counts[0] + counts[1] + counts[2] < fewMatches
    return few && index && words.length > 0 ? { texts: index.folded, words } : null
  }
}

import type { RowFilter, SortKey } from '../../shared/grid-settings.ts'
import type { Scope, Status } from '../../shared/operator.ts'
import { atOnce } from '../calm.ts'
import type { Coverage } from './coverage.ts'
import { AddedRows } from './added-rows.svelte.ts'
import { type Emptiness, emptiness } from './emptiness.ts'
import type { Cell } from './grid-keys.ts'
import { noneVisible, type VisibleRows } from './index.ts'
import { nobodyKnown } from './known.ts'
import type { ListState } from './list-state.ts'
import type { OperatorsParts } from './operators-parts.ts'
import { noOrganizationsYet, type OrganizationsView } from './organizations-view.ts'
import { showingRow } from './look-up.ts'
import { placeOfKey, selectedRows } from './places.ts'
import { Pointer } from './pointer.svelte.ts'
import {
  everyone,
  narrows,
  type Query,
  showsStatus,
  withFilterToggled,
  withSince,
  withSort,
  withStatusToggled
} from './query.ts'
import type { MarkSources } from './row-marks.ts'
import {
  currentKey,
  type OperatorRow,
  type OperatorRows,
  rowAt,
  rowCount,
  type RowKey,
  rowOfKey
} from './rows.ts'
import { isSelected, type Selection } from './selection.ts'
import { noRows, ShownRows } from './shown-rows.ts'

/** The operators of the open organization, or of all, as they are shown: rows, what is searched, chosen, selected. */
export class Operators {
  readonly #parts: OperatorsParts
  readonly #shown: ShownRows
  readonly #stops: readonly (() => void)[]
  #refreshes = 0

  organizations: OrganizationsView = $state.raw(noOrganizationsYet)
  /** Whose operators are open; `null` before anybody's are. */
  scope: Scope | null = $state.raw(null)
  /** How far the lists of all organizations are there, while those are open. */
  coverage: Coverage | null = $state.raw(null)
  state: ListState | null = $state.raw(null)
  rows: OperatorRows = $state.raw(noRows)
  visible: VisibleRows = $state.raw(noneVisible)
  query: Query = $state.raw(everyone)
  /** The first day since which it can be told who is new; `null` before that is known. */
  newsFrom: number | null = $state.raw(null)
  /** The row that the person went to last; a new object each time, so that it is shown each time. */
  sought: { readonly key: RowKey } | null = $state.raw(null)
  readonly added = new AddedRows()
  /** Where the person is among the rows, and which of them are selected. */
  readonly pointer = new Pointer(() => this)

  constructor(parts: OperatorsParts) {
    const { lists, outbox, indexer, locale, breathe, calm = atOnce } = parts
    this.#parts = parts
    this.#shown = new ShownRows({
      ...{ indexer, locale, breathe },
      onindex: () => this.#follow(true),
      onmore: () => this.#follow(false),
      onfound: () => this.#show()
    })
    // One rest for both: a reply to an edit changes the two of them.
    const { listen, stop } = calm(() => this.#follow(false))
    this.#stops = [...[lists, outbox].map((source) => source.subscribe(listen)), stop]
    this.#follow(true)
  }

  /** Stops listening. */
  close(): void {
    for (const stop of this.#stops) stop()
  }

  /** The open organization; `null` where none is, or all are. */
  get organizationId(): number | null {
    return typeof this.scope === 'number' ? this.scope : null
  }

  /** Shows an organization, or all: the cache at once. What was searched and selected in another is let go. */
  async open(scope: Scope): Promise<void> {
    if (scope === this.scope) return
    const isFirst = this.scope === null
    this.scope = scope
    this.#shown.leave()
    this.pointer.letGo()
    // A view that the app begins with may search.
    if (!isFirst) this.query = { ...this.query, text: '' }
    const opened = this.#parts.lists.open(scope)
    this.#follow(true)
    this.pointer.focus({ row: 0, column: 0 })
    await opened
  }

  /** Shows who answers this, in its order. */
  ask(query: Query): void {
    if (!narrows(this.query, query)) this.pointer.letGoOfAll()
    this.query = query
    this.#shown.release()
    this.#show()
  }

  search(text: string): void {
    this.ask({ ...this.query, text })
  }

  /** Chooses a status chip, or lets go of it. */
  toggleStatus(status: Status): void {
    this.ask(withStatusToggled(this.query, status))
  }

  /** Narrows what shows by a filter, or lets go of it. */
  toggleFilter(filter: RowFilter): void {
    this.ask(withFilterToggled(this.query, filter))
  }

  /** Narrows what shows to whoever is new since a day. */
  askSince(day: string): void {
    this.ask(withSince(this.query, day))
  }

  /** By what rows are marked is known anew. */
  mark(sources: MarkSources): void {
    this.newsFrom = sources.firstDay
    this.#shown.mark(sources)
    this.#show()
  }

  /** Shows who matches the search and is deleted, too. */
  showDeleted(): void {
    if (!this.query.chosen.includes(2)) this.toggleStatus(2)
  }

  /** Shows everyone who is not deleted. */
  showAll(): void {
    this.ask({ ...this.query, text: '', chosen: [], filters: [] })
  }

  /** Sorts by a column: upwards, then downwards, then no more. `too`: beside those that sort already. */
  sort(by: SortKey, too = false): void {
    this.ask(withSort(this.query, by, too))
  }

  /** The language has changed: names sort by it; whoever stays and is selected is not touched. */
  sortAnew(): void {
    this.#follow(false)
  }

  /** The row at a place among the shown ones, which must exist. */
  rowAt(place: number): OperatorRow {
    return rowAt(this.rows, this.visible.order[place] ?? -1)
  }

  /** Whether the row at a place is selected; "all" are those who match. */
  isSelected(key: RowKey, place: number): boolean {
    const isAmong = this.selection.kind === 'some' || place < this.visible.exact
    return isAmong && isSelected(this.selection, key)
  }

  /** Rows that match a text, those that do not show included, in the service's order; so many at most. */
  find(text: string, most: number): OperatorRow[] {
    return this.#shown.find(text, most)
  }

  /** Rows whose names are but similar to a text, the closest first; so many at most. */
  findSimilar(text: string, most: number): Promise<OperatorRow[]> {
    return this.#shown.findSimilar(text, most)
  }

  /** Goes to a row, whatever was searched or filtered: it is focused, and selected alone. */
  goTo(key: RowKey): void {
    const row = rowOfKey(this.rows, key)
    if (row < 0) return
    if (placeOfKey(this, key) < 0) this.ask(showingRow(this.query, this.rows, row))
    this.pointer.goTo(placeOfKey(this, key))
    this.sought = { key }
  }

  /** Whether a row matches the chips no more and stays only until the next refresh. */
  isHeld({ status }: Pick<OperatorRow, 'status'>): boolean {
    return !showsStatus(this.query, status)
  }

  /** The selected rows that show, in their order. */
  selected(): OperatorRow[] {
    return selectedRows(this.selection, this)
  }

  /** Why no row shows; `null` where one does. */
  get emptiness(): Emptiness | null {
    const { state, visible, query } = this
    return emptiness({ state, visible, query, rows: rowCount(this.rows) })
  }

  get selection(): Selection {
    return this.pointer.selection
  }

  /** The cell that has the focus within the grid; its row is a place among the shown rows, -1 the header. */
  get cell(): Cell {
    return this.pointer.cell
  }

  /** How many rows are selected and show. */
  get selectedCount(): number {
    return this.pointer.selectedCount
  }

  /** How many of them show which status. */
  get selectedStatuses(): Readonly<Record<Status, number>> {
    return this.pointer.selectedStatuses
  }

  /** Follows what the lists and the outbox say now. `anew`: another list is shown, nobody stays from before. */
  #follow(anew: boolean): void {
    const { lists, outbox } = this.#parts
    this.organizations = lists.organizations()
    const { scope } = this
    if (scope === null) return
    this.state = lists.state(scope)
    this.coverage = scope === 'all' ? lists.coverage() : null
    const queue = outbox.view()
    const refreshed = this.#refreshes !== lists.refreshes(scope)
    this.#refreshes = lists.refreshes(scope)
    const known = lists.operators(scope) ?? nobodyKnown(scope === 'all' ? 0 : scope)
    const rows = this.#shown.follow({ known, queue, query: this.query, anew: anew || refreshed })
    this.rows = rows
    this.pointer.rekey((key) => currentKey(rows, queue.bare, key))
    this.#show()
  }

  /** Computes what shows. */
  #show(): void {
    this.visible = this.#shown.show(this.query, this.organizations.organizations ?? [])
    this.pointer.follow()
  }
}

import type { Status } from '../../shared/operator.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { AddedRows } from './added-rows.svelte.ts'
import { type Emptiness, emptiness } from './emptiness.ts'
import {
  type Cell,
  type GridAction,
  gridAction,
  type GridShape,
  type KeyPress
} from './grid-keys.ts'
import { heldRows, nextHeld, nobodyHeld } from './held.ts'
import { noneVisible, type VisibleRows, visibleRows } from './index.ts'
import { IndexedList } from './indexed-list.ts'
import type { Indexer } from './indexer.ts'
import { nobodyKnown } from './known.ts'
import type { ListState } from './list-state.ts'
import { noOrganizationsYet, type OperatorLists, type OrganizationsView } from './lists.ts'
import { countSelected, extended, keyAtPlace, placeOfKey, selectedRows } from './places.ts'
import {
  everyone,
  type Query,
  showsStatus,
  type SortKey,
  withSort,
  withStatusToggled
} from './query.ts'
import {
  currentKey,
  type OperatorRow,
  type OperatorRows,
  rowAt,
  rowCount,
  type RowKey,
  rowsOf
} from './rows.ts'
import {
  everything,
  isSelected,
  nothing,
  only,
  rekeyed,
  type Selection,
  toggled
} from './selection.ts'

/** What the view of the operators is built from. `locale`: by which names are sorted. */
export interface OperatorsParts {
  readonly lists: Pick<
    OperatorLists,
    'organizations' | 'operators' | 'state' | 'subscribe' | 'open' | 'refreshes'
  >
  readonly outbox: Pick<Outbox, 'view' | 'subscribe'>
  readonly indexer: Indexer
  readonly locale: () => string
}

const noRows: OperatorRows = rowsOf(nobodyKnown(0), { entries: new Map() })

/** The operators of the open organization as they are shown: rows, what is searched, chosen, selected. */
export class Operators {
  readonly #parts: OperatorsParts
  readonly #list: IndexedList
  readonly #stops: readonly (() => void)[]
  #held: ReadonlySet<RowKey> = nobodyHeld
  #activeKey: RowKey | null = null
  #refreshes = 0

  organizations: OrganizationsView = $state.raw(noOrganizationsYet)
  organizationId: number | null = $state.raw(null)
  state: ListState | null = $state.raw(null)
  rows: OperatorRows = $state.raw(noRows)
  visible: VisibleRows = $state.raw(noneVisible)
  query: Query = $state.raw(everyone)
  selection: Selection = $state.raw(nothing)
  /** The cell that has the focus within the grid; its row is a place among the shown rows, -1 the header. */
  cell: Cell = $state.raw({ row: 0, column: 0 })
  readonly added = new AddedRows()
  /** How many rows are selected and show. */
  readonly selectedCount = $derived(countSelected(this.selection, this))

  constructor(parts: OperatorsParts) {
    const { lists, outbox, indexer, locale } = parts
    this.#parts = parts
    this.#list = new IndexedList(indexer, locale, () => this.#follow(true))
    this.#stops = [lists, outbox].map((source) => source.subscribe(() => this.#follow(false)))
    this.#follow(true)
  }

  /** Stops listening. */
  close(): void {
    for (const stop of this.#stops) stop()
  }

  /** Shows an organization: its cache at once. What was searched and selected in another is let go. */
  async open(organizationId: number): Promise<void> {
    if (organizationId === this.organizationId) return
    const { lists } = this.#parts
    this.organizationId = organizationId
    this.#list.leave()
    this.selection = nothing
    this.query = { ...this.query, text: '' }
    this.#refreshes = lists.refreshes(organizationId)
    const opened = lists.open(organizationId)
    this.#follow(true)
    this.#focus({ row: 0, column: 0 })
    await opened
  }

  search(text: string): void {
    this.#ask({ ...this.query, text })
  }

  /** Chooses a status chip, or lets go of it. */
  toggleStatus(status: Status): void {
    this.#ask(withStatusToggled(this.query, status))
  }

  /** Shows who matches the search and is deleted, too. */
  showDeleted(): void {
    if (!this.query.chosen.includes(2)) this.toggleStatus(2)
  }

  /** Shows everyone who is not deleted. */
  showAll(): void {
    this.#ask({ ...this.query, text: '', chosen: [] })
  }

  /** Sorts by a column: upwards, then downwards, then as the service lists. */
  sort(by: SortKey): void {
    this.#ask(withSort(this.query, by))
  }

  /** The language has changed: names sort by it; whoever stays and is selected is not touched. */
  sortAnew(): void {
    this.#follow(false)
  }

  /** The row at a place among the shown ones, which must exist. */
  rowAt(place: number): OperatorRow {
    return rowAt(this.rows, this.visible.order[place] ?? -1)
  }

  isSelected(key: RowKey): boolean {
    return isSelected(this.selection, key)
  }

  /** Whether a row matches the chips no more and stays only until the next refresh. */
  isHeld({ status }: Pick<OperatorRow, 'status'>): boolean {
    return !showsStatus(this.query, status)
  }

  /** Every row that shows, in their order. */
  shown(): OperatorRow[] {
    return Array.from(this.visible.order, (row) => rowAt(this.rows, row))
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

  /** A click on a row: alone; with Ctrl in or out; with Shift the range from the last one. */
  click(cell: Cell, { mod, shift }: Pick<KeyPress, 'mod' | 'shift'>): void {
    const key = keyAtPlace(this, cell.row)
    if (key === null) return
    if (shift) this.#extendTo(cell.row)
    else this.selection = mod ? toggled(this.selection, key) : only(key)
    this.#focus(cell)
  }

  /** A click for the menu: on a selected row it is for all of them, otherwise for this row alone. */
  clickForMenu(cell: Cell): void {
    const key = keyAtPlace(this, cell.row)
    if (key !== null && !this.isSelected(key)) this.selection = only(key)
    this.#focus(cell)
  }

  /** Selects every row that shows. */
  selectAll(): void {
    this.selection = everything(this.selection)
  }

  /** A key in the grid, and what it meant. Selection and focus have followed; menu and sorting are the view's. */
  press(press: KeyPress, shape: Omit<GridShape, 'rows'>): GridAction | null {
    const { cell } = this
    const action = gridAction(press, cell, { ...shape, rows: this.visible.order.length })
    const key = keyAtPlace(this, cell.row)
    if (action?.kind === 'move') {
      if (action.extend) this.#extendTo(action.to.row)
      this.#focus(action.to)
    } else if (action?.kind === 'select-all') this.selectAll()
    else if (action?.kind === 'menu') this.clickForMenu(cell)
    else if (action?.kind === 'toggle' && key !== null)
      this.selection = toggled(this.selection, key)
    else if (action?.kind === 'choose' && key !== null) this.selection = only(key)
    return action
  }

  #ask(query: Query): void {
    this.query = query
    this.#held = nobodyHeld
    this.#show()
  }

  /** Follows what the lists and the outbox say now. `anew`: another list is shown, nobody stays from before. */
  #follow(anew: boolean): void {
    const { lists, outbox } = this.#parts
    this.organizations = lists.organizations()
    const id = this.organizationId
    if (id === null) return
    this.state = lists.state(id)
    const { entries } = outbox.view()
    const rows = rowsOf(this.#list.shown(lists.operators(id) ?? nobodyKnown(id)), { entries })
    const refreshed = this.#refreshes !== lists.refreshes(id)
    this.#refreshes = lists.refreshes(id)
    const before = { rows: this.rows, order: this.visible.order, held: this.#held }
    this.#held =
      anew || refreshed ? nobodyHeld : nextHeld(before, rows, { query: this.query, entries })
    const keyNow = (key: RowKey): RowKey => currentKey(rows, entries, key)
    this.rows = rows
    this.selection = rekeyed(this.selection, keyNow)
    this.#activeKey = this.#activeKey === null ? null : keyNow(this.#activeKey)
    this.#show()
  }

  /** Computes what shows, and keeps the focus on its row where that still does, else at its place. */
  #show(): void {
    const { rows, query, cell } = this
    const held = heldRows(this.#held, rows)
    this.visible = visibleRows({ rows, index: this.#list.index, held }, query)
    const place = placeOfKey(this, this.#activeKey)
    const last = Math.max(0, this.visible.order.length - 1)
    this.#focus({ ...cell, row: place < 0 ? Math.min(cell.row, last) : place })
  }

  #focus(cell: Cell): void {
    if (cell.row !== this.cell.row || cell.column !== this.cell.column) this.cell = cell
    this.#activeKey = keyAtPlace(this, cell.row)
  }

  #extendTo(place: number): void {
    this.selection = extended(this.selection, this, { from: this.cell.row, to: place })
  }
}

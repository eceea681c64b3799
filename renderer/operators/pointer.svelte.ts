import {
  type Cell,
  type GridAction,
  gridAction,
  type GridShape,
  type KeyPress
} from './grid-keys.ts'
import { extended, keyAtPlace, type Places, placeOfKey, selectedStatuses } from './places.ts'
import type { RowKey } from './rows.ts'
import {
  everything,
  isSelected,
  nothing,
  only,
  rekeyed,
  type Selection,
  toggled
} from './selection.ts'

/** Where a person is in the grid: the cell with the focus, and the rows that are selected. */
export class Pointer {
  readonly #places: () => Places
  #activeKey: RowKey | null = null

  selection: Selection = $state.raw(nothing)
  /** The cell that has the focus within the grid; its row is a place among the shown rows, -1 the header. */
  cell: Cell = $state.raw({ row: 0, column: 0 })
  /** How many rows are selected and show, by status. */
  readonly selectedStatuses = $derived.by(() => selectedStatuses(this.selection, this.#places()))

  /** How many they are in all. */
  readonly selectedCount: number = $derived(
    this.selectedStatuses[0] + this.selectedStatuses[1] + this.selectedStatuses[2]
  )

  /** `places`: the rows that show now. */
  constructor(places: () => Places) {
    this.#places = places
  }

  /** Nothing is selected any more. */
  letGo(): void {
    this.selection = nothing
  }

  /** Another question is asked: "all" meant those who answered the last one. */
  letGoOfAll(): void {
    if (this.selection.kind === 'all') this.letGo()
  }

  /** A click on a row: alone; with Ctrl in or out; with Shift the range from the last one. */
  click(cell: Cell, { mod, shift }: Pick<KeyPress, 'mod' | 'shift'>): void {
    const key = keyAtPlace(this.#places(), cell.row)
    if (key === null) return
    if (shift) this.#extendTo(cell.row)
    else this.selection = mod ? toggled(this.selection, key) : only(key)
    this.focus(cell)
  }

  /** A click for the menu: on a selected row it is for all of them, otherwise for this row alone. */
  clickForMenu(cell: Cell): void {
    const places = this.#places()
    const key = keyAtPlace(places, cell.row)
    const among = this.selection.kind === 'some' || cell.row < places.visible.exact
    if (key !== null && !(among && isSelected(this.selection, key))) this.selection = only(key)
    this.focus(cell)
  }

  /** Goes to the row at a place: it is selected alone. */
  goTo(place: number): void {
    this.click({ ...this.cell, row: place }, { mod: false, shift: false })
  }

  /** Selects every row that shows. */
  selectAll(): void {
    this.selection = everything(this.selection)
  }

  /** A key in the grid, and what it meant. Selection and focus have followed; menu and sorting are the view's. */
  press(press: KeyPress, shape: Omit<GridShape, 'rows'>): GridAction | null {
    const { cell } = this
    const places = this.#places()
    const action = gridAction(press, cell, { ...shape, rows: places.visible.order.length })
    const key = keyAtPlace(places, cell.row)
    if (action?.kind === 'move') {
      if (action.extend) this.#extendTo(action.to.row)
      this.focus(action.to)
    } else if (action?.kind === 'select-all') this.selectAll()
    else if (action?.kind === 'menu') this.clickForMenu(cell)
    else if (action?.kind === 'toggle' && key !== null)
      this.selection = toggled(this.selection, key)
    else if (action?.kind === 'choose' && key !== null) this.selection = only(key)
    return action
  }

  /** Rows go on under other keys: an add has become an operator. */
  rekey(keyNow: (key: RowKey) => RowKey): void {
    this.selection = rekeyed(this.selection, keyNow)
    this.#activeKey = this.#activeKey === null ? null : keyNow(this.#activeKey)
  }

  /** Other rows show: the focus stays on its row where that still does, else at its place. */
  follow(): void {
    const places = this.#places()
    const place = placeOfKey(places, this.#activeKey)
    const last = Math.max(0, places.visible.order.length - 1)
    this.focus({ ...this.cell, row: place < 0 ? Math.min(this.cell.row, last) : place })
  }

  /** Puts the focus on a cell. */
  focus(cell: Cell): void {
    if (cell.row !== this.cell.row || cell.column !== this.cell.column) this.cell = cell
    this.#activeKey = keyAtPlace(this.#places(), cell.row)
  }

  #extendTo(place: number): void {
    this.selection = extended(this.selection, this.#places(), { from: this.cell.row, to: place })
  }
}

import type { ColumnChoice, GridColumn, GridSettings } from '../../shared/grid-settings.ts'
import { defaultGrid } from '../../shared/grid-settings.ts'
import {
  completed,
  leastWidth,
  movedTo,
  resized,
  shownColumns,
  tracksOf,
  withShown
} from './columns.ts'

/** What a person chose about the grid of one account: its columns. Every change is kept. */
export class GridChoices {
  readonly #keep: (settings: GridSettings) => void
  #columns: readonly ColumnChoice[] = $state.raw([])
  #rest: Omit<GridSettings, 'columns'>
  /** The columns that show, from the start side. */
  readonly shown: readonly GridColumn[] = $derived(shownColumns(this.#columns))
  /** Their tracks, for CSS. */
  readonly tracks: string = $derived(tracksOf(this.#columns))
  /** The room that they need at least, px. */
  readonly least: number = $derived(leastWidth(this.#columns))

  /** `keep` stores what is chosen. */
  constructor(stored: GridSettings = defaultGrid, keep: (settings: GridSettings) => void) {
    const { columns, ...rest } = stored
    this.#columns = completed(columns)
    this.#rest = rest
    this.#keep = keep
  }

  get columns(): readonly ColumnChoice[] {
    return this.#columns
  }

  /** A column's width, px; `null`: its share. While it is dragged it is not kept yet. */
  resize(column: GridColumn, width: number | null, when: 'dragging' | 'done' = 'done'): void {
    this.#columns = resized(this.#columns, column, width)
    if (when === 'done') this.#store()
  }

  /** Puts a column at a place among those that show. */
  move(column: GridColumn, place: number): void {
    this.#change(movedTo(this.#columns, column, place))
  }

  show(column: GridColumn, shown: boolean): void {
    this.#change(withShown(this.#columns, column, shown))
  }

  /** All columns as they were at first. */
  reset(): void {
    this.#change(defaultGrid.columns)
  }

  #change(columns: readonly ColumnChoice[]): void {
    this.#columns = columns
    this.#store()
  }

  #store(): void {
    this.#keep({ columns: this.#columns, ...this.#rest })
  }
}

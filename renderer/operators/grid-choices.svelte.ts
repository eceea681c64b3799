import {
  defaultGrid,
  type ColumnChoice,
  type GridColumn,
  type GridSettings,
  type SavedView
} from '../../shared/grid-settings.ts'
import {
  completed,
  leastWidth,
  movedTo,
  resized,
  shownColumns,
  tracksOf,
  withShown
} from './columns.ts'
import type { Query } from './query.ts'
import { viewOf, type Views, withoutView, withView } from './saved-views.ts'

/** What a person chose about the grid of one account: its columns, and its saved views. Every change is kept. */
export class GridChoices {
  readonly #keep: (settings: GridSettings) => void
  #columns: readonly ColumnChoice[] = $state.raw([])
  #views: Views = $state.raw(defaultGrid)
  /** The view that was chosen last. */
  current: SavedView | null = $state.raw(null)
  /** A view is being given a name: this one, or, where it is `null`, a new one. */
  naming: { readonly view: SavedView | null } | null = $state.raw(null)
  /** The columns that show, from the start side. */
  readonly shown: readonly GridColumn[] = $derived(shownColumns(this.#columns))
  /** Their tracks, for CSS. */
  readonly tracks: string = $derived(tracksOf(this.#columns))
  /** The room that they need at least, px. */
  readonly least: number = $derived(leastWidth(this.#columns))

  /** `keep` stores what is chosen. */
  constructor(stored: GridSettings = defaultGrid, keep: (settings: GridSettings) => void) {
    const { columns, views, startView } = stored
    this.#columns = completed(columns)
    this.#views = { views, startView }
    this.#keep = keep
  }

  /** Those that can be shown or hidden. */
  get columns(): readonly ColumnChoice[] {
    return this.#columns
  }

  get views(): readonly SavedView[] {
    return this.#views.views
  }

  /** The view to begin with. */
  get start(): SavedView | null {
    const { views, startView } = this.#views
    return views.find(({ id }) => id === startView) ?? null
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

  /** Takes the columns of a view; `null`: no view is chosen any more, the columns stay. */
  choose(view: SavedView | null): void {
    this.current = view
    if (view) this.#change(completed(view.columns))
  }

  /** Saves what is shown under a name: as a new view, or as the one with this id. */
  saveView(named: Pick<SavedView, 'id' | 'name'>, query: Query): void {
    this.putView(viewOf({ ...named, name: named.name.trim() }, { query, columns: this.#columns }))
  }

  /** Puts a view among the others, as it is, and chooses it. */
  putView(view: SavedView): void {
    this.#views = withView(this.#views, view)
    this.current = view
    this.#store()
  }

  removeView(id: string): void {
    this.#views = withoutView(this.#views, id)
    if (this.current?.id === id) this.current = null
    this.#store()
  }

  /** The view to begin with at the next start; `null`: none. */
  startWith(id: string | null): void {
    this.#views = { ...this.#views, startView: id }
    this.#store()
  }

  #change(columns: readonly ColumnChoice[]): void {
    this.#columns = columns
    this.#store()
  }

  #store(): void {
    this.#keep({ columns: this.#columns, ...this.#views })
  }
}

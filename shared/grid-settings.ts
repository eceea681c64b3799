import type { Status } from './operator.ts'

/** The columns of the grid, from its start side, as long as nobody moved them. */
export const gridColumns = ['name', 'id', 'status', 'organization', 'edit'] as const

/** One of them. */
export type GridColumn = (typeof gridColumns)[number]

/** The narrowest and the widest that a column can be made, px. */
export const columnWidths = { from: 56, to: 900 } as const

/** How a person wants a column; `width` in px, `null` for its share of what is there. */
export interface ColumnChoice {
  readonly column: GridColumn
  readonly width: number | null
  readonly shown: boolean
}

/** What rows can be sorted by, one after another: every column. */
export type SortKey = GridColumn

/** One step of an order; a later one decides where the earlier ones find rows alike. */
export interface SortStep {
  readonly by: SortKey
  readonly descending: boolean
}

/** What rows can be narrowed to beside their status: by one's own edits, or because they are new. */
export const rowFilters = [
  'waiting',
  'needs-you',
  'last-import',
  'new-visit',
  'new-today',
  'new-week',
  'new-date'
] as const

/** One of them. */
export type RowFilter = (typeof rowFilters)[number]

/** Which rows the grid shows, in what order and columns, under a name that the person gave. */
export interface SavedView {
  readonly id: string
  readonly name: string
  readonly text: string
  readonly chosen: readonly Status[]
  readonly filters: readonly RowFilter[]
  /** Since which day somebody is new for the filter `new-date`: `2026-11-01`. */
  readonly since?: string | undefined
  readonly sort: readonly SortStep[]
  readonly columns: readonly ColumnChoice[]
}

/** The longest name of a view, in characters, and how many views an account can have. */
export const viewLimits = { name: 60, count: 50 } as const

/** What a person chose about the grid of one account. `startView`: the id of the view to begin with. */
export interface GridSettings {
  readonly columns: readonly ColumnChoice[]
  readonly views: readonly SavedView[]
  readonly startView: string | null
}

/** What holds while nobody chose otherwise. */
export const defaultGrid: GridSettings = {
  columns: gridColumns.map((column) => ({ column, width: null, shown: true })),
  views: [],
  startView: null
}

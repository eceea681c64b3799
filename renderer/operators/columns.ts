import {
  columnWidths,
  defaultGrid,
  type ColumnChoice,
  type GridColumn
} from '../../shared/grid-settings.ts'

/** The least room of a column that takes its share, px (for an id: eight digits), and its share of what is left. */
const shares: Readonly<Record<GridColumn, readonly [number, number]>> = {
  name: [160, 3],
  id: [92, 1],
  status: [124, 1],
  organization: [100, 2],
  edit: [112, 1.4]
}

/** The choices that can be used: every column once, those that are missing at the end, the name always shown. */
export function completed(choices: readonly ColumnChoice[]): readonly ColumnChoice[] {
  const known = choices.filter(
    ({ column }, at) => choices.findIndex((other) => other.column === column) === at
  )
  const missing = defaultGrid.columns.filter(
    ({ column }) => !known.some((choice) => choice.column === column)
  )
  return [...known, ...missing].map((choice) =>
    choice.column === 'name' ? { ...choice, shown: true } : choice
  )
}

/** The columns that show, from the start side. */
export function shownColumns(choices: readonly ColumnChoice[]): GridColumn[] {
  return choices.filter(({ shown }) => shown).map(({ column }) => column)
}

/** The columns' tracks for CSS; where all have a width of their own, an empty one takes what is left. */
export function tracksOf(choices: readonly ColumnChoice[]): string {
  const shown = choices.filter((choice) => choice.shown)
  const tracks = shown.map(({ column, width }) => {
    const [least, share] = shares[column]
    return width === null ? `minmax(${least}px, ${share}fr)` : `${width}px`
  })
  const filler = shown.every(({ width }) => width !== null) ? ['minmax(0, 1fr)'] : []
  return [...tracks, ...filler].join(' ')
}

/** The room that the columns need at least, px. */
export function leastWidth(choices: readonly ColumnChoice[]): number {
  return choices
    .filter((choice) => choice.shown)
    .reduce((sum, { column, width }) => sum + (width ?? shares[column][0]), 0)
}

/** With a column of this width, as far as it can have it; `null`: its share again. */
export function resized(
  choices: readonly ColumnChoice[],
  column: GridColumn,
  width: number | null
): readonly ColumnChoice[] {
  const held =
    width === null
      ? null
      : Math.round(Math.max(columnWidths.from, Math.min(width, columnWidths.to)))
  return choices.map((choice) => (choice.column === column ? { ...choice, width: held } : choice))
}

/** With a column at this place among those that show. */
export function movedTo(
  choices: readonly ColumnChoice[],
  column: GridColumn,
  place: number
): readonly ColumnChoice[] {
  const moved = choices.find((choice) => choice.column === column)
  if (!moved) return choices
  const others = choices.filter((choice) => choice !== moved)
  const behind = others.filter(({ shown }) => shown)[Math.max(0, place)]
  const at = behind ? others.indexOf(behind) : others.length
  return others.toSpliced(at, 0, moved)
}

/** With a column shown or hidden; the name stays. */
export function withShown(
  choices: readonly ColumnChoice[],
  column: GridColumn,
  shown: boolean
): readonly ColumnChoice[] {
  return completed(
    choices.map((choice) => (choice.column === column ? { ...choice, shown } : choice))
  )
}

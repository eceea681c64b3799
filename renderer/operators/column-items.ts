import type { ColumnChoice, GridColumn, SortStep } from '../../shared/grid-settings.ts'
import type { Messages } from '../../shared/messages/messages.ts'
import type { MenuItem } from '../design/menu.ts'
import type { GridChoices } from './grid-choices.svelte.ts'
import { widthStep } from './header-keys.ts'

/** A column whose menu is asked for, and what the menu acts on. */
export interface ColumnAsked {
  readonly column: GridColumn
  /** Its width now, px. */
  readonly width: () => number
  /** Makes it as wide as what it shows. */
  readonly onfit: () => void
  readonly choices: Pick<GridChoices, 'columns' | 'shown' | 'resize' | 'move' | 'show' | 'reset'>
  readonly sort: readonly SortStep[]
  readonly onsort: (sort: readonly SortStep[]) => void
  readonly words: Pick<Messages, 'grid'>
}

/** What can be done with a column: its order, its width, its place; and which columns show. */
export function columnItems(asked: ColumnAsked): MenuItem[] {
  return [...sortItems(asked), ...lookItems(asked), ...shownItems(asked)]
}

function sortItems({ column, sort, onsort, words }: ColumnAsked): MenuItem[] {
  const by = column
  const text = words.grid.column
  const step = sort.find((each) => each.by === by)
  const others = sort.filter((each) => each !== step)
  const sorted = (descending: boolean): readonly SortStep[] =>
    step ? sort.map((each) => (each === step ? { by, descending } : each)) : [{ by, descending }]
  const way = (label: string, descending: boolean): MenuItem => ({
    label,
    checked: step?.descending === descending,
    onselect: () => onsort(sorted(descending))
  })
  const further = { label: text.then, onselect: () => onsort([...sort, { by, descending: false }]) }
  return [
    way(text.ascending, false),
    way(text.descending, true),
    ...(step || others.length === 0 ? [] : [further]),
    { label: text.unsorted, disabled: !step, onselect: () => onsort(others) }
  ]
}

function lookItems({ column, width, onfit, choices, words }: ColumnAsked): MenuItem[] {
  const text = words.grid.column
  const place = choices.shown.indexOf(column)
  const last = choices.shown.length - 1
  const widen = (by: number) => () => choices.resize(column, width() + by)
  const move = (by: number) => () => choices.move(column, place + by)
  return [
    { label: text.fit, rule: true, onselect: onfit },
    { label: text.wider, onselect: widen(widthStep * 2) },
    { label: text.narrower, onselect: widen(-widthStep * 2) },
    { label: text.automatic, onselect: () => choices.resize(column, null) },
    { label: text.toStart, rule: true, disabled: place === 0, onselect: move(-1) },
    { label: text.toEnd, disabled: place === last, onselect: move(1) },
    {
      label: text.hide,
      disabled: column === 'name',
      onselect: () => choices.show(column, false)
    }
  ]
}

/** A switch for each column; and all as they were. */
export function shownItems({ choices, words }: Pick<ColumnAsked, 'choices' | 'words'>): MenuItem[] {
  const shown = ({ column, shown: on }: ColumnChoice, at: number): MenuItem => ({
    label: words.grid.columns[column],
    rule: at === 0,
    toggle: true,
    checked: on,
    disabled: column === 'name',
    onselect: () => choices.show(column, !on)
  })
  const reset = { label: words.grid.column.reset, rule: true, onselect: () => choices.reset() }
  return [...choices.columns.map(shown), reset]
}

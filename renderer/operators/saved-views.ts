import type { ColumnChoice, GridSettings, SavedView } from '../../shared/grid-settings.ts'
import { viewLimits } from '../../shared/grid-settings.ts'
import type { Query } from './query.ts'

/** What a view is made of, before it has a name. */
export interface ViewContents {
  readonly query: Query
  readonly columns: readonly ColumnChoice[]
}

/** The views, and which of them comes first at the next start. */
export type Views = Pick<GridSettings, 'views' | 'startView'>

/** The longest text of a search that a view keeps. */
const longestText = 400

/** A view of this name. */
export function viewOf(
  { id, name }: Pick<SavedView, 'id' | 'name'>,
  { query, columns }: ViewContents
): SavedView {
  const { text, chosen, filters, since, sort } = query
  const asked = { chosen, filters, sort, ...(since === undefined ? {} : { since }) }
  return { id, name, text: text.slice(0, longestText), ...asked, columns }
}

/** What a view asks. */
export function queryOf({ text, chosen, filters, since, sort }: SavedView): Query {
  return { text, chosen, filters, sort, ...(since === undefined ? {} : { since }) }
}

/** With a view, in the place of the one with its id where there is one, else in the order of names. */
export function withView({ views, startView }: Views, view: SavedView): Views {
  const others = views.filter(({ id }) => id !== view.id)
  const sorted = [...others, view].sort((one, other) => one.name.localeCompare(other.name))
  return { views: sorted, startView }
}

/** Without a view. */
export function withoutView({ views, startView }: Views, id: string): Views {
  return {
    views: views.filter((view) => view.id !== id),
    startView: startView === id ? null : startView
  }
}

/** What is wrong with a name for a view; `null` where nothing is. `id`: the view that is renamed. */
export function nameFault(
  name: string,
  { views }: Pick<Views, 'views'>,
  id: string | null = null
): 'empty' | 'taken' | 'full' | null {
  const wanted = name.trim()
  if (wanted === '') return 'empty'
  const folded = wanted.toLocaleLowerCase()
  const others = views.filter((view) => view.id !== id)
  if (others.some((view) => view.name.toLocaleLowerCase() === folded)) return 'taken'
  return id === null && views.length >= viewLimits.count ? 'full' : null
}

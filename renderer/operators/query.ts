import type { RowFilter, SortKey, SortStep } from '../../shared/grid-settings.ts'
import type { Status } from '../../shared/operator.ts'

/** Which rows to show, in what order. */
export interface Query {
  readonly text: string
  /** Chosen status chips; none means every operator that is not deleted. */
  readonly chosen: readonly Status[]
  /** What they are narrowed to beside. */
  readonly filters: readonly RowFilter[]
  /** Since which day somebody is new for the filter `new-date`: `2026-11-01`. */
  readonly since?: string | undefined
  /** Steps of the order, the first one first; none is the service's own order. */
  readonly sort: readonly SortStep[]
}

/** Every operator that is not deleted, in the service's order. */
export const everyone: Query = { text: '', chosen: [], filters: [], sort: [] }

/**
 * Whether the chosen chips show a status. Who is deleted is hidden until somebody asks: for them, or for
 * what waits, was imported or is new, whatever its status.
 */
export function showsStatus(
  { chosen, filters }: Pick<Query, 'chosen' | 'filters'>,
  status: Status
): boolean {
  return chosen.length === 0 ? status !== 2 || filters.length > 0 : chosen.includes(status)
}

/** A filter chosen, or let go of; of those since when somebody is new, only one. */
export function withFilterToggled(query: Query, filter: RowFilter): Query {
  const isNew = filter.startsWith('new-')
  const others = query.filters.filter((one) => one !== filter && !(isNew && one.startsWith('new-')))
  return { ...query, filters: query.filters.includes(filter) ? others : [...others, filter] }
}

/** Narrowed to whoever is new since a day. */
export function withSince(query: Query, since: string): Query {
  const others = query.filters.filter((one) => !one.startsWith('new-'))
  return { ...query, filters: [...others, 'new-date'], since }
}

/** Whether whoever answers the next question answers this one too, as far as that is plain to see. */
export function narrows({ text, chosen, filters }: Query, next: Query): boolean {
  return next.text.startsWith(text) && next.chosen === chosen && next.filters === filters
}

/** A status chip chosen, or let go of. */
export function withStatusToggled(query: Query, status: Status): Query {
  const others = query.chosen.filter((one) => one !== status)
  const chosen = others.length < query.chosen.length ? others : [...others, status]
  return { ...query, chosen }
}

/**
 * Sorted by a column: upwards, then downwards, then no more. `too`: as one step among the others, a new one
 * after them; else by this column alone.
 */
export function withSort(query: Query, by: SortKey, too = false): Query {
  const now = query.sort.find((step) => step.by === by)
  const alone = now && query.sort.length === 1
  const next = now && (too || alone) ? turned(now) : { by, descending: false }
  if (!too) return { ...query, sort: next ? [next] : [] }
  const sort = now
    ? query.sort.flatMap((step) => (step === now ? (next ?? []) : step))
    : [...query.sort, { by, descending: false }]
  return { ...query, sort }
}

/** The step that follows on one; `null` after the last. */
function turned(step: SortStep): SortStep | null {
  return step.descending ? null : { ...step, descending: true }
}

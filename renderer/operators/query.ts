import type { Status } from '../../shared/operator.ts'

/** What rows are sorted by; `list` is the service's own order. */
export type SortKey = 'list' | 'name' | 'id' | 'status'

/** Which rows to show, in what order. */
export interface Query {
  readonly text: string
  /** Chosen status chips; none means every operator that is not deleted. */
  readonly chosen: readonly Status[]
  readonly sort: { readonly by: SortKey; readonly descending: boolean }
}

/** Every operator that is not deleted, in the service's order. */
export const everyone: Query = { text: '', chosen: [], sort: { by: 'list', descending: false } }

/** Whether the chosen chips show a status. */
export function showsStatus({ chosen }: Pick<Query, 'chosen'>, status: Status): boolean {
  return chosen.length === 0 ? status !== 2 : chosen.includes(status)
}

/** A status chip chosen, or let go of. */
export function withStatusToggled(query: Query, status: Status): Query {
  const others = query.chosen.filter((one) => one !== status)
  const chosen = others.length < query.chosen.length ? others : [...others, status]
  return { ...query, chosen }
}

/** Sorted by a column: upwards, then downwards, then as the service lists. */
export function withSort(query: Query, by: SortKey): Query {
  const { sort } = query
  if (sort.by !== by) return { ...query, sort: { by, descending: false } }
  return { ...query, sort: sort.descending ? everyone.sort : { by, descending: true } }
}

import type { SortKey } from './query.ts'

/** The columns of the grid, from its start side. */
export const columns = ['name', 'id', 'status', 'organization', 'edit'] as const

/** One of them. */
export type Column = (typeof columns)[number]

/** What a column sorts by; `null` where sorting says nothing. */
export function sortKeyOf(column: Column): SortKey | null {
  return column === 'organization' || column === 'edit' ? null : column
}

import type { SortKey, SortStep } from '../../shared/grid-settings.ts'
import type { Status } from '../../shared/operator.ts'

/** Which rows to show, in what order. */
export interface Query {
  readonly text: string
  /** Chosen status chips; none means every operator that is not deleted. */
  readonly chosen: readonly Status[]
  /** Steps of the order, the first one first; none is the service's own order. */
  readonly sort: readonly SortStep[]
}

/** Every operator that is not deleted, in the service's order. */
export const everyone: Query = { text: '', chosen: [], sort: [] }

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

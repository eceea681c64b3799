import { pack } from '../../shared/operator-columns.ts'
import type { Operator } from '../../shared/operator.ts'
import type { KnownOperators } from '../cache/operator-cache.ts'
import { everyList } from './every-list.ts'
import type { EveryOperators } from './parts.ts'

/** What is known of one organization in a test. */
export function listOf(
  organizationId: number,
  operators: readonly Operator[],
  at: number | null = 1
): KnownOperators {
  return { organizationId, columns: pack(operators), unlisted: new Set(), at }
}

/** Everyone of these organizations, in this order. */
export function everyoneOf(
  lists: readonly KnownOperators[],
  before: EveryOperators | null = null
): EveryOperators {
  const ids = lists.map(({ organizationId }) => organizationId)
  return everyList(ids, new Map(lists.map((list) => [list.organizationId, list])), before)
}

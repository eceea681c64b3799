import { hash } from './random.ts'
import { isFromBeginning } from './data.ts'
import type { ChatQuery, OperatorRow } from './model.ts'

/** One chat as the ChatHub lists it; status 0 New, 1 Open, 2 Waiting, 3 On pause, 4 Closed. */
export type Chat = {
  readonly id: number
  readonly operatorId: number
  readonly organizationId: number
  readonly status: number
  readonly createdAt: string
}

const perOperator = 10
const firstChat = Date.UTC(2026, 0, 5, 8)

/**
 * The chats of one operator: up to nine, a function of the seed and the operator's id. Operators
 * who were added later have none yet, deleted ones have closed ones only.
 */
function chatsOf(operator: OperatorRow, seed: number): Chat[] {
  const count = isFromBeginning(operator.id) ? hash(seed, operator.id) % perOperator : 0
  return Array.from({ length: count }, (_, index) => {
    const id = operator.id * perOperator + index
    const status = operator.status === 2 ? 4 : hash(seed, id) % 5
    const createdAt = new Date(firstChat + (hash(seed, id) % 2_592_000) * 1000).toISOString()
    const { id: operatorId, organizationId } = operator
    return { id, operatorId, organizationId, status, createdAt }
  })
}

/** One page of the chats of some operators, and how many match in all. */
export function pageOf(operators: readonly OperatorRow[], query: ChatQuery, seed: number) {
  const matching = operators
    .filter((operator) => query.operatorId === null || operator.id === query.operatorId)
    .flatMap((operator) => chatsOf(operator, seed))
    .filter((chat) => query.status === null || chat.status === query.status)
  const from = (query.page - 1) * query.perPage
  return { total: matching.length, items: matching.slice(from, from + query.perPage) }
}

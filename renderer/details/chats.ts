import type { Failure } from '../../shared/failure.ts'
import type { ChatCount } from '../../shared/ipc.ts'
import type { Result } from '../../shared/result.ts'

/** Statuses of chats as the service numbers them: 0 New, 1 Open, 2 Waiting, 3 On pause, 4 Closed. */
export const chatStatuses = [0, 1, 2, 3, 4] as const

/** One of them. */
export type ChatStatus = (typeof chatStatuses)[number]

/** An operator's chats as far as they are known. They are counted when a person asks: each count is a request. */
export type Chats =
  | { readonly kind: 'unasked' }
  | { readonly kind: 'counting' }
  /** `at`: wall clock, ms. */
  | { readonly kind: 'counted'; readonly counts: readonly number[]; readonly at: number }
  /** The service has no such call for this token. */
  | { readonly kind: 'not-offered' }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** Statuses of replies that mean: not here, or not with this token. */
const notOffered = new Set([403, 404, 405, 501])

/** Counts an operator's chats, one status after the other; the first failure ends it. */
export async function countChats(
  count: (status: ChatStatus) => Promise<Result<ChatCount, Failure>>,
  now: () => number
): Promise<Chats> {
  const counts: number[] = []
  for (const status of chatStatuses) {
    const answer = await count(status)
    if (!answer.ok) {
      const { failure } = answer
      return failure.kind === 'refused' && notOffered.has(failure.status)
        ? { kind: 'not-offered' }
        : { kind: 'failed', failure }
    }
    counts.push(answer.value.total)
  }
  return { kind: 'counted', counts, at: now() }
}

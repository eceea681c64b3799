import type { Attempt } from '../../shared/attempt.ts'
import type { Failure } from '../../shared/failure.ts'
import { carried } from './carried.ts'
import type { Draft } from './draft.ts'
import type { KeptEntry } from './kept-entry.ts'

/** The most that one request carries. */
export const largestBatch = 100

/** How many may travel together with an entry: half of the smallest batch that was refused with it. */
export function roomWith(entry: KeptEntry): number {
  return entry.refusedIn === null ? largestBatch : Math.max(1, Math.floor(entry.refusedIn / 2))
}

/** The rest of a refused batch, after what landed was adopted: each waits to travel in a smaller one, or is rejected. */
export function sendSmaller(draft: Draft, attempt: Attempt, failure: Failure): void {
  for (const entry of carried(draft, attempt)) refuse(draft, entry, { attempt, failure })
  draft.dropAttempt(attempt.id)
}

/** An entry was refused in a batch of that size: it waits for a smaller one; alone it is rejected. */
export function refuse(
  draft: Draft,
  entry: KeptEntry,
  { attempt, failure }: { attempt: Attempt; failure: Failure }
): void {
  const refusedIn = attempt.entries.length
  const patch = { refusedIn, refusedWith: attempt.id }
  if (refusedIn > 1) draft.move(entry, { kind: 'waiting', reason: null }, patch)
  else draft.move(entry, { kind: 'rejected', failure, at: draft.now.wall }, patch)
}

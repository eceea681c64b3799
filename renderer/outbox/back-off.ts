import type { Failure } from '../../shared/failure.ts'
import { never } from '../../shared/never.ts'
import type { Draft } from './draft.ts'

const first = 1_000
const longest = 60_000
const longestRetryAfter = 300_000

/**
 * How long to wait after that many failures in a row, ms: 1 s doubling to 60 s, with full jitter, of which
 * a tenth is kept as a floor so that chance never makes it a busy loop.
 */
export function backOff(failures: number, fraction: number): number {
  const ceiling = Math.min(longest, first * 2 ** Math.max(0, failures - 1))
  return Math.ceil(ceiling / 10 + fraction * ceiling * 0.9)
}

/** What a failed call says about the queue as a whole: whether and why it pauses. */
export function pauseQueue(draft: Draft, failure: Failure): void {
  switch (failure.kind) {
    case 'signed-out':
      draft.changeQueue({ signedOut: true })
      return
    case 'unreachable':
    case 'portal':
      pauseOffline(draft)
      return
    case 'not-stored':
      draft.changeQueue({ storage: failure })
      return
    case 'refused':
      if (failure.status === 401) draft.changeQueue({ signedOut: true })
      if (failure.status === 429) pauseForRate(draft, failure.retryAfterMs)
      return
    case 'recalled':
    case 'lost':
    case 'unreadable':
    case 'organizations-not-offered':
    case 'address':
    case 'credentials-missing':
    case 'organization-ids':
    case 'faults':
    case 'sandbox':
      return
    default:
      never(failure)
  }
}

/** What a call that was answered says: the line is up, and the rate is fine. */
export function answered(draft: Draft): void {
  if (draft.queue.unreachable || draft.queue.rateLimited)
    draft.changeQueue({ unreachable: null, rateLimited: null })
}

function pauseOffline(draft: Draft): void {
  const failures = (draft.queue.unreachable?.failures ?? 0) + 1
  const { monotonic, random } = draft.now
  draft.changeQueue({
    unreachable: { failures, retryAt: monotonic + backOff(failures, random.fraction()) }
  })
  forgetLists(draft)
}

/** What lists said before an outage proves nothing after it. */
function forgetLists(draft: Draft): void {
  for (const id of draft.state.organizations.keys()) draft.disproveLists(id)
}

function pauseForRate(draft: Draft, retryAfterMs: number | null): void {
  const failures = (draft.queue.rateLimited?.failures ?? 0) + 1
  const { monotonic, wall, random } = draft.now
  const told = retryAfterMs !== null && retryAfterMs > 0 ? retryAfterMs : 0
  const wait = Math.max(Math.min(told, longestRetryAfter), backOff(failures, random.fraction()))
  draft.changeQueue({ rateLimited: { failures, until: monotonic + wait, untilWall: wall + wait } })
}

import type { Draft } from './draft.ts'
import { leaving } from './watch.ts'
import type { OrganizationState, State } from './state.ts'

/** How often ended entries are looked through for those whose watch is over, ms. */
const pruneEvery = 3_600_000
/** When some have left there may be more, ms. */
const pruneMore = 1_000
/** A list that nobody needs is let go of after this time, ms. */
const listLives = 60_000

/** Whatever was waited for and has come: rests end, pauses end, old entries leave, old lists are let go. */
export function tick(draft: Draft): void {
  const { monotonic } = draft.now
  for (const [id, { failures, until }] of draft.state.rests) {
    if (until > 0 && until <= monotonic) draft.rests.set(id, { failures, until: 0 })
  }
  for (const organization of draft.state.organizations.values())
    tickOrganization(draft, organization)
  if (monotonic < draft.queue.pruneAt) return
  const gone = leaving(draft)
  for (const id of gone) draft.past.add(id)
  draft.changeQueue({ pruneAt: monotonic + (gone.length > 0 ? pruneMore : pruneEvery) })
}

function tickOrganization(draft: Draft, { id, paused, list }: OrganizationState): void {
  const { monotonic } = draft.now
  if (paused && paused.resumeAt <= monotonic) draft.changeOrganization(id, { paused: null })
  if (list && monotonic - list.at > listLives)
    draft.changeOrganization(id, { list: null, trusted: false })
}

/**
 * When something is due by itself after `since` (monotonic, ms); Infinity where nothing is. What was due
 * by then has been done, or waits for something else than time.
 */
export function nextDue(state: State, since: number): number {
  let due = Infinity
  for (const time of timesOf(state)) if (time > since && time < due) due = time
  return due
}

function* timesOf(state: State): Generator<number> {
  const { queue } = state
  yield queue.pruneAt
  if (queue.unreachable) yield queue.unreachable.retryAt
  if (queue.rateLimited) yield queue.rateLimited.until
  for (const { until } of state.rests.values()) yield until
  for (const { due } of state.checks.values()) yield due
  for (const { rereadAt, retryAt, paused, list } of state.organizations.values()) {
    yield retryAt
    if (rereadAt !== null) yield rereadAt
    if (paused) yield paused.resumeAt
    if (list) yield list.at + listLives + 1
  }
}

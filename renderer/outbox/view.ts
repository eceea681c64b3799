import type { EntryId } from '../../shared/edit.ts'
import { creationOf } from './apply.ts'
import type { Entry, WaitReason } from './entry.ts'
import type { KeptEntry } from './kept-entry.ts'
import type { OutboxView, QueueState } from './outbox.ts'
import type { State } from './state.ts'
import { largestBatch } from './bisect.ts'

/** Shows a state. `now`: both clocks, ms. It costs the same for one entry as for 100,000. */
export function viewOf(
  state: State,
  entries: ReadonlyMap<EntryId, Entry>,
  now: { wall: number; monotonic: number }
): OutboxView {
  return {
    revision: 0,
    entries,
    bare: state.entries,
    changes: state.changes,
    counts: { ...state.counts },
    queue: queueStateOf(state, now),
    paused: state.queue.pausedByPerson,
    possibleDuplicates: [...state.organizations.values()].flatMap(({ duplicates }) => duplicates)
  }
}

/** Why an entry that waits does so, where it has a reason of its own. */
export function reasonOf(state: State, entry: KeptEntry): WaitReason | null {
  const creator = creationOf(entry, state.created)
  if (creator !== null) return { kind: 'creation', entryId: creator }
  const ahead = state.lines.aheadOf(entry)
  if (ahead !== undefined) return { kind: 'earlier', entryId: ahead }
  const paused = state.organizations.get(entry.edit.organizationId)?.paused
  return paused ? { kind: 'organization-paused', failure: paused.failure } : null
}

function queueStateOf(state: State, now: { wall: number; monotonic: number }): QueueState {
  const { queue, counts } = state
  const waiting = counts.waiting + counts.sending + counts.verifying
  if (!queue.recovered) return { kind: 'opening' }
  if (queue.storage) return { kind: 'paused', why: 'storage', waiting, failure: queue.storage }
  if (waiting === 0)
    return counts['needs-person'] > 0
      ? { kind: 'needs-person', count: counts['needs-person'] }
      : { kind: 'idle' }
  const why = reasonToPause(state, now.monotonic)
  if (why === 'rate-limited')
    return { kind: 'paused', why, waiting, until: queue.rateLimited?.untilWall ?? now.wall }
  if (why) return { kind: 'paused', why, waiting }
  if (counts.waiting + counts.sending > 0 && !onlyPaused(state)) {
    return { kind: 'sending', done: queue.done, total: queue.done + waiting, etaMs: etaOf(state) }
  }
  const until = latestCheck(state, now)
  if (until !== null) return { kind: 'verifying', until }
  const resume = nextTry(state, now)
  if (resume !== null) return { kind: 'paused', why: 'refused', waiting, until: resume }
  if (counts['needs-person'] > 0) return { kind: 'needs-person', count: counts['needs-person'] }
  return { kind: 'sending', done: queue.done, total: queue.done + waiting, etaMs: null }
}

function reasonToPause(
  { queue }: State,
  monotonic: number
): 'signed-out' | 'quitting' | 'person' | 'offline' | 'rate-limited' | null {
  if (queue.signedOut) return 'signed-out'
  if (queue.quitting) return 'quitting'
  if (queue.pausedByPerson) return 'person'
  if (queue.connection === 'offline' || queue.unreachable) return 'offline'
  return queue.rateLimited && queue.rateLimited.until > monotonic ? 'rate-limited' : null
}

/** Nothing is under way, and nothing may go: whoever waits, waits for something of its own. */
function onlyPaused(state: State): boolean {
  if (state.counts.sending > 0) return false
  return [...state.lines.ready.keys()].every((id) => state.organizations.get(id)?.paused)
}

/** When an organization that refused is tried again, wall clock, ms; `null` where none did. */
function nextTry(state: State, now: { wall: number; monotonic: number }): number | null {
  const times = [...state.lines.ready.keys()]
    .map((id) => state.organizations.get(id)?.paused?.resumeAt)
    .filter((at) => at !== undefined)
  return times.length === 0 ? null : now.wall + Math.min(...times) - now.monotonic
}

function latestCheck(state: State, now: { wall: number; monotonic: number }): number | null {
  const ends = [...state.checks.values()].map(({ deadline, spacing }) => deadline + spacing)
  return ends.length === 0 ? null : now.wall + Math.max(...ends) - now.monotonic
}

/** How long the requests of what may go now take at the full rate, ms. */
function etaOf(state: State): number {
  let requests = state.sending.size
  for (const { adds, statuses } of state.lines.ready.values()) {
    requests += 1 + statuses.size
    for (const group of adds.values()) requests += Math.ceil(group.size / largestBatch)
  }
  return Math.ceil((requests / state.queue.requestsPerSecond) * 1_000)
}

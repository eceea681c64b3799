import type { Attempt } from '../../shared/attempt.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Operator } from '../../shared/operator.ts'
import { refuse, sendSmaller } from './bisect.ts'
import { carried } from './carried.ts'
import type { Draft } from './draft.ts'
import { keyOf, type KeptEntry } from './kept-entry.ts'
import type { Check, Reading } from './state.ts'

/** Ms after the end of an attempt at which lists are looked at for what it may have done. */
const looks = [1_000, 3_000, 8_000, 20_000, 40_000]
const leastSpacing = 1_000
/** So often found missing, and a person decides. */
const mostMissed = 3

/** What is known of an attempt that has to be looked up; `leftover` as in `Check`. */
export interface CheckAbout {
  readonly failure: Failure | null
  readonly settleMs: number
  readonly leftover?: readonly Operator[]
}

/**
 * Begins to find out what an attempt did. `settleMs`: how long the service may still be at it; 0 after a
 * refusal, which is over once it is said.
 */
export function beginCheck(
  draft: Draft,
  attempt: Attempt,
  { failure, settleMs, leftover = [] }: CheckAbout
): void {
  const { monotonic, wall } = draft.now
  const check: Check = {
    attemptId: attempt.id,
    organizationId: attempt.organizationId,
    failure,
    leftover,
    startedAt: monotonic,
    deadline: monotonic + settleMs,
    spacing: Math.max(leastSpacing, settleMs / 8),
    due: 0,
    first: null
  }
  draft.checks.set(attempt.id, { ...check, due: nextLook(check, monotonic) })
  draft.changeOrganization(attempt.organizationId, {})
  const until = wall + settleMs + check.spacing
  for (const entry of carried(draft, attempt)) {
    const watch = entry.watch ?? entry.known
    draft.move(entry, { kind: 'verifying', attemptId: attempt.id, failure, until }, { watch })
  }
}

/** Holds a list against everything of the organization that is being verified. */
export function verify(draft: Draft, organizationId: number, reading: Reading): void {
  const open = [...draft.state.checks.values()].filter(
    (check) => check.organizationId === organizationId
  )
  for (const check of open) verifyOne(draft, check, reading)
}

/** The rows of an entry's name that nobody of ours has yet. */
export function unclaimed(draft: Draft, entry: KeptEntry, reading: Reading): readonly Operator[] {
  const rows = reading.rows.get(keyOf(entry)) ?? []
  return rows.filter((row) => draft.claimantOf(row.id) === undefined)
}

/** The row of the entry's name that was not there before it was first lost, or last sent; the lowest id. */
export function comeSince(draft: Draft, entry: KeptEntry, reading: Reading): Operator | undefined {
  const before = new Set(entry.watch ?? entry.known)
  return unclaimed(draft, entry, reading).find(({ id }) => !before.has(id))
}

/** A row of the entry's name that was not there before ends it at once. Says whether one did. */
export function adopt(draft: Draft, entry: KeptEntry, reading: Reading): boolean {
  const row = comeSince(draft, entry, reading)
  if (!row) return false
  draft.claim(entry, row.id)
  draft.move(
    entry,
    { kind: 'matched', operatorId: row.id, how: 'lost-reply', at: draft.now.wall },
    { listed: true }
  )
  return true
}

function verifyOne(draft: Draft, check: Check, reading: Reading): void {
  const attempt = draft.attempt(check.attemptId)
  if (!attempt) return
  const open = carried(draft, attempt).filter((entry) => !adopt(draft, entry, reading))
  if (open.length === 0) {
    draft.dropAttempt(attempt.id)
    return
  }
  const { monotonic } = draft.now
  if (reading.askedAt < check.deadline || !draft.organization(check.organizationId).trusted) {
    draft.checks.set(attempt.id, { ...check, due: nextLook(check, monotonic) })
    return
  }
  const signature = signatureOf(open, reading)
  const agrees =
    check.first?.signature === signature && reading.askedAt - check.first.at >= check.spacing
  if (agrees) conclude(draft, check, { attempt, reading })
  else if (check.first?.signature === signature)
    draft.checks.set(attempt.id, { ...check, due: check.first.at + check.spacing })
  else
    draft.checks.set(attempt.id, {
      ...check,
      first: { signature, at: reading.at },
      due: reading.at + check.spacing
    })
}

/** The ids of the names in question, each as often as it shows. */
function signatureOf(entries: readonly KeptEntry[], reading: Reading): string {
  return entries
    .map((entry) => (reading.rows.get(keyOf(entry)) ?? []).map(({ id }) => id).join(' '))
    .join(';')
}

function nextLook(check: Check, now: number): number {
  const times = looks.map((after) => check.startedAt + after).filter((at) => at < check.deadline)
  const settleEnd = Math.max(check.deadline, check.startedAt)
  return (
    times.find((at) => at > now) ?? Math.max(settleEnd, now + (now >= settleEnd ? leastSpacing : 0))
  )
}

/** Two lists agree that nothing was done. */
function conclude(
  draft: Draft,
  { failure, leftover }: Check,
  { attempt, reading }: { attempt: Attempt; reading: Reading }
): void {
  if (isRefusal(failure)) {
    sendSmaller(draft, attempt, failure)
    return
  }
  for (const entry of carried(draft, attempt))
    concludeLost(draft, entry, { attempt, failure, reading, leftover })
  draft.dropAttempt(attempt.id)
}

/** Whether the service said no: such an attempt is over, whatever it did. */
export function isRefusal(failure: Failure | null): failure is Failure & { kind: 'refused' } {
  return failure?.kind === 'refused' && failure.status >= 400 && failure.status < 500
}

interface Concluding {
  readonly attempt: Attempt
  readonly failure: Failure | null
  readonly reading: Reading
  readonly leftover: readonly Operator[]
}

function concludeLost(
  draft: Draft,
  entry: KeptEntry,
  { attempt, failure, reading, leftover }: Concluding
): void {
  const at = draft.now.wall
  const rows = [...unclaimed(draft, entry, reading), ...leftover]
  const candidates = [...new Map(rows.map((row) => [row.id, row])).values()]
  // The service said that it did it: nothing is resent, whatever the lists show.
  if (failure?.kind === 'unreadable') {
    draft.move(entry, { kind: 'needs-person', question: { kind: 'undecided', candidates }, at })
    return
  }
  if (failure && attempt.entries.length > 1) {
    refuse(draft, entry, { attempt, failure })
    return
  }
  const missed = entry.missed + 1
  if (missed < mostMissed) draft.move(entry, { kind: 'waiting', reason: null }, { missed })
  else
    draft.move(
      entry,
      { kind: 'needs-person', question: { kind: 'undecided', candidates }, at },
      { missed }
    )
}

import type { Attempt, AttemptId, Outcome } from '../../shared/attempt.ts'
import type { EntryId } from '../../shared/edit.ts'
import type { Failure } from '../../shared/failure.ts'
import { never } from '../../shared/never.ts'
import type { Operator } from '../../shared/operator.ts'
import { answered, backOff, pauseQueue } from './back-off.ts'
import { decide, type Verdict } from './decide.ts'
import type { Draft } from './draft.ts'
import { sendSmaller } from './bisect.ts'
import { carried } from './carried.ts'
import { confirmAdds, remember } from './confirm-adds.ts'
import { beginCheck } from './verify.ts'

type StatusAttempt = Extract<Attempt, { kind: 'set-status' }>

/** How long an organization that refuses is left alone before it is tried again, ms. */
const organizationRest = 300_000

/**
 * Carries out what the outcome of an attempt means. An attempt that is decided already is left alone.
 * `redelivered`: it is an outcome of an earlier run, which says nothing about the queue as it is now.
 */
export function settle(
  draft: Draft,
  attemptId: AttemptId,
  { outcome, redelivered }: { outcome: Outcome; redelivered: boolean }
): void {
  draft.sending.set(attemptId, false)
  const attempt = draft.attempt(attemptId)
  if (!attempt) return
  const verdict = decide(attempt.kind, outcome)
  const failure = 'failure' in verdict ? verdict.failure : null
  for (const { id } of carried(draft, attempt)) draft.note(id, 'reply', failure)
  if (failure && !redelivered) pauseQueue(draft, failure)
  if (verdict.kind === 'done' || verdict.kind === 'refused') answered(draft)
  obey(draft, attempt, verdict)
}

function obey(draft: Draft, attempt: Attempt, verdict: Verdict): void {
  switch (verdict.kind) {
    case 'done':
      confirm(draft, attempt, verdict.reply.kind === 'added' ? verdict.reply.operators : [])
      return
    case 'unsent':
      waitAgain(draft, attempt)
      return
    case 'organization':
      pauseOrganization(draft, attempt.organizationId, verdict.failure)
      waitAgain(draft, attempt)
      return
    case 'not-found':
      lookForOperator(draft, attempt, verdict.failure)
      return
    case 'too-large':
      sendSmaller(draft, attempt, verdict.failure)
      return
    case 'refused':
      if (attempt.kind === 'add')
        beginCheck(draft, attempt, { failure: verdict.failure, settleMs: 0 })
      else reject(draft, attempt, verdict.failure)
      return
    case 'ambiguous':
      if (attempt.kind === 'add')
        beginCheck(draft, attempt, { failure: verdict.failure, settleMs: draft.queue.settleMs })
      else compareAgain(draft, attempt)
      return
    default:
      never(verdict)
  }
}

/** The organization refuses everything: it is left alone for a while, or until a person says so. */
export function pauseOrganization(draft: Draft, organizationId: number, failure: Failure): void {
  const resumeAt = draft.now.monotonic + organizationRest
  draft.changeOrganization(organizationId, { paused: { failure, resumeAt } })
  draft.disproveLists(organizationId)
}

function waitAgain(draft: Draft, attempt: Attempt): void {
  for (const entry of carried(draft, attempt)) draft.move(entry, { kind: 'waiting', reason: null })
  draft.dropAttempt(attempt.id)
}

function confirm(draft: Draft, attempt: Attempt, rows: readonly Operator[]): void {
  if (attempt.kind === 'add') confirmAdds(draft, attempt, rows)
  else confirmStatus(draft, attempt)
}

function confirmStatus(draft: Draft, attempt: StatusAttempt): void {
  const { organizationId, operatorId, status } = attempt
  for (const entry of carried(draft, attempt)) {
    draft.move(entry, { kind: 'confirmed', operatorId, at: draft.now.wall })
    draft.rests.set(entry.id, null)
  }
  draft.dropAttempt(attempt.id)
  const name = attempt.entries[0].name
  remember(draft, organizationId, [{ id: operatorId, name, status }])
}

function reject(draft: Draft, attempt: Attempt, failure: Failure): void {
  for (const entry of carried(draft, attempt)) {
    draft.move(entry, { kind: 'rejected', failure, at: draft.now.wall })
    draft.rests.set(entry.id, null)
  }
  draft.dropAttempt(attempt.id)
}

/** Setting a status twice does no harm, but somebody may have changed it since: a list is compared first. */
function compareAgain(draft: Draft, attempt: StatusAttempt): void {
  waitAgain(draft, attempt)
  for (const { id } of attempt.entries) rest(draft, id)
  draft.disproveLists(attempt.organizationId)
}

function lookForOperator(draft: Draft, attempt: Attempt, failure: Failure): void {
  const { notFound } = draft.organization(attempt.organizationId)
  const ids: EntryId[] = attempt.entries.map(({ id }) => id)
  waitAgain(draft, attempt)
  draft.changeOrganization(attempt.organizationId, {
    notFound: new Map([...notFound, ...ids.map((id) => [id, failure] as const)])
  })
  draft.disproveLists(attempt.organizationId)
}

function rest(draft: Draft, id: EntryId): void {
  const failures = (draft.rest(id)?.failures ?? 0) + 1
  const until = draft.now.monotonic + backOff(failures, draft.now.random.fraction())
  draft.rests.set(id, { failures, until })
}

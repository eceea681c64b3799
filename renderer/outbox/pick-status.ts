import { never } from '../../shared/never.ts'
import { compare } from './compare.ts'
import type { Draft } from './draft.ts'
import { baseOf, isStatus, type StatusEntry } from './kept-entry.ts'
import { pauseOrganization } from './settle.ts'
import { statusOf } from './state.ts'

/** So many are compared in one step; most of them need a request each, which ends the step. */
const most = 100

/**
 * Sends the next status of an organization, if what the service says now is what the person saw; ends or
 * asks about those for which it is not.
 */
export function pickStatus(draft: Draft, organizationId: number): boolean {
  const ready = draft.state.lines.ready.get(organizationId)?.statuses
  for (const id of ready?.take(most) ?? []) {
    const entry = draft.entry(id)
    if (entry && isStatus(entry) && consider(draft, entry)) return true
  }
  return draft.entries.size > 0
}

/** Whether the step is over: a request is to be sent, or the organization pauses. */
function consider(draft: Draft, entry: StatusEntry): boolean {
  const { organizationId, to } = entry.edit
  const organization = draft.organization(organizationId)
  const operatorId = targetOf(draft, entry)
  const now = statusOf(organization, operatorId)
  const notFound = organization.notFound.get(entry.id) ?? null
  const base = baseOf(entry)
  const comparison = compare({ from: base, to, now, insist: entry.insist, notFound })
  if (notFound) forgetNotFound(draft, entry)
  const at = draft.now.wall
  switch (comparison.kind) {
    case 'confirmed':
      draft.move(entry, { kind: 'confirmed', operatorId, at })
      draft.rests.set(entry.id, null)
      return false
    case 'conflict':
      ask(draft, entry, { kind: 'status-conflict', from: base, to, now: comparison.now })
      return false
    case 'missing':
      ask(draft, entry, { kind: 'operator-missing', operatorId })
      return false
    case 'refuses':
      pauseOrganization(draft, organizationId, comparison.failure)
      return true
    case 'send':
      send(draft, entry, operatorId)
      return true
    default:
      return never(comparison)
  }
}

function ask(
  draft: Draft,
  entry: StatusEntry,
  question: Extract<StatusEntry['state'], { kind: 'needs-person' }>['question']
): void {
  draft.move(entry, { kind: 'needs-person', question, at: draft.now.wall })
  draft.rests.set(entry.id, null)
}

function send(draft: Draft, entry: StatusEntry, operatorId: number): void {
  const attemptId = draft.now.random.id()
  const { organizationId, name, to } = entry.edit
  const entries = [{ id: entry.id, name }] as const
  const attempt = {
    kind: 'set-status',
    id: attemptId,
    organizationId,
    entries,
    operatorId,
    status: to
  } as const
  draft.move(entry, { kind: 'sending', attemptId }, { everSent: true, lastAttempt: attemptId })
  draft.attempts.set(attemptId, attempt)
  draft.sending.set(attemptId, true)
  draft.effects.push({ kind: 'send', attempt })
}

function forgetNotFound(draft: Draft, entry: StatusEntry): void {
  const { organizationId } = entry.edit
  const rest = [...draft.organization(organizationId).notFound].filter(([id]) => id !== entry.id)
  draft.changeOrganization(organizationId, { notFound: new Map(rest) })
}

/** A status is ready only once its operator exists. */
function targetOf(draft: Draft, { edit }: StatusEntry): number {
  const id =
    edit.operator.kind === 'known' ? edit.operator.id : draft.createdBy(edit.operator.entryId)
  if (id === undefined) throw new Error('A status whose operator does not exist yet is not ready')
  return id
}

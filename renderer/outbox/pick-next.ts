import type { Draft } from './draft.ts'
import { pickAdds } from './pick-adds.ts'
import { pickStatus } from './pick-status.ts'
import { noteShown } from './trust.ts'
import { listServesMs, type OrganizationState } from './state.ts'

/** So many requests are under way at most: enough for 5 a second at a latency of over a second. */
const window = 8

/** Where much is left to send, the next list is asked for once the last is so old, ms: it has the rest of its time to come. */
const listAgesMs = listServesMs / 2

/**
 * Does the next thing that can be done, if any: asks for a list that is due, or sends what may go. One
 * thing a step; it is called until nothing is left. Says whether it did anything.
 */
export function pickNext(draft: Draft): boolean {
  if (isHalted(draft)) return false
  for (const organization of draft.state.organizations.values()) {
    if (listIsDue(draft, organization)) return askForList(draft, organization.id)
  }
  return sendNext(draft) || listAhead(draft) || noteShown(draft)
}

/** Whether the person, or the end of the app, keeps back what could be sent. */
function isKeptBack({ queue }: Draft): boolean {
  return queue.pausedByPerson || queue.quitting
}

/**
 * More waits than can be under way, and soon the list will serve no more: the next one is asked for while
 * requests still leave over this one.
 */
function listAhead(draft: Draft): boolean {
  if (isKeptBack(draft) || draft.state.sending.size < window) return false
  for (const organizationId of draft.state.lines.ready.keys()) {
    const organization = draft.organization(organizationId)
    const isAging =
      organization.list !== null && draft.now.monotonic - organization.list.at > listAgesMs
    if (isAging && organization.trusted && mayList(draft, organization))
      return askForList(draft, organizationId)
  }
  return false
}

function sendNext(draft: Draft): boolean {
  if (isKeptBack(draft) || draft.state.sending.size >= window) return false
  const waiting = [...draft.state.lines.ready].sort(
    ([, one], [, other]) => headOf(one) - headOf(other)
  )
  return waiting.some(([organizationId]) => pickIn(draft, organizationId))
}

/** Whether nothing at all may leave: also no list. */
function isHalted({ queue, now }: Draft): boolean {
  return (
    !queue.recovered ||
    queue.journalDue !== null ||
    queue.signedOut ||
    queue.storage !== null ||
    queue.connection === 'offline' ||
    (queue.unreachable !== null && queue.unreachable.retryAt > now.monotonic) ||
    (queue.rateLimited !== null && queue.rateLimited.until > now.monotonic)
  )
}

/** Whether a list can be asked for now. */
function mayList(draft: Draft, organization: OrganizationState): boolean {
  const { listing, retryAt, paused } = organization
  return listing === null && retryAt <= draft.now.monotonic && !paused
}

function listIsDue(draft: Draft, organization: OrganizationState): boolean {
  if (draft.queue.quitting || !mayList(draft, organization)) return false
  const { monotonic } = draft.now
  if (
    organization.rereadAt !== null &&
    organization.rereadAt <= monotonic &&
    hasWork(draft, organization.id)
  )
    return true
  return [...draft.state.checks.values()].some(
    (check) => check.organizationId === organization.id && check.due <= monotonic
  )
}

/** Whether anything of the organization waits for a list. */
function hasWork(draft: Draft, organizationId: number): boolean {
  if (draft.state.lines.ready.has(organizationId)) return true
  return [...draft.state.checks.values()].some((check) => check.organizationId === organizationId)
}

function askForList(draft: Draft, organizationId: number): boolean {
  draft.changeOrganization(organizationId, { listing: draft.now.monotonic, rereadAt: null })
  draft.effects.push({ kind: 'list', organizationId, urgency: 'outbox' })
  return true
}

type Ready = Draft['state']['lines']['ready'] extends ReadonlyMap<number, infer Each> ? Each : never

function headOf(ready: Ready): number {
  return Math.min(ready.statuses.head, ...[...ready.adds.values()].map((adds) => adds.head))
}

function pickIn(draft: Draft, organizationId: number): boolean {
  const organization = draft.organization(organizationId)
  const ready = draft.state.lines.ready.get(organizationId)
  if (!ready || organization.paused) return false
  const age = organization.list ? draft.now.monotonic - organization.list.at : Infinity
  if (age > listServesMs) return mayList(draft, organization) && askForList(draft, organizationId)
  if (!organization.trusted) return false
  const groups = [...ready.adds].sort(([, one], [, other]) => one.head - other.head)
  const [group, adds] = groups[0] ?? []
  if (group === undefined || !adds || ready.statuses.head < adds.head)
    return pickStatus(draft, organizationId)
  return pickAdds(draft, organizationId, adds)
}

import type { Failure } from '../../shared/failure.ts'
import { answered, backOff, pauseQueue } from './back-off.ts'
import type { Draft } from './draft.ts'
import { recallOutdated } from './outdated.ts'
import { pauseOrganization } from './settle.ts'
import { listServesMs, type Reading } from './state.ts'
import { weigh } from './trust.ts'
import { adopt, verify } from './verify.ts'
import { duplicatesIn, watchedIn } from './watch.ts'

/** Takes in a list. `asked`: whether the queue asked for it. */
export function listed(
  draft: Draft,
  organizationId: number,
  { reading, asked }: { reading: Reading; asked: boolean }
): void {
  answered(draft)
  const { list: held } = draft.organization(organizationId)
  // The grid's lists come in any order: one that began earlier would undo what the later one told.
  if (!asked && held && reading.askedAt < held.askedAt) return
  if (asked) draft.changeOrganization(organizationId, { listing: null })
  weigh(draft, organizationId, reading)
  const told = [...draft.organization(organizationId).answered].filter(
    ([, { at }]) => at >= reading.askedAt
  )
  const list = mayServe(draft, organizationId, reading) ? reading : null
  letGoOfStale(draft, organizationId)
  draft.changeOrganization(organizationId, {
    list,
    failures: 0,
    retryAt: 0,
    answered: new Map(told)
  })
  learnShown(draft, organizationId, reading)
  verify(draft, organizationId, reading)
  adoptWaiting(draft, organizationId, reading)
  recallOutdated(draft, organizationId, reading)
  draft.changeOrganization(organizationId, {
    duplicates: duplicatesIn(draft, organizationId, reading)
  })
}

/**
 * Whether something may be sent over the list: not if a reply was lost since it was asked for, nor if names
 * were accepted while it was being read, which are not in it.
 */
function mayServe(draft: Draft, organizationId: number, { askedAt, upTo }: Reading): boolean {
  const { accepted, provesFrom } = draft.organization(organizationId)
  return accepted <= upTo && askedAt >= provesFrom
}

/** Lists of other organizations that are too old to serve an attempt: each holds every row of its organization. */
function letGoOfStale(draft: Draft, organizationId: number): void {
  for (const { id, list } of draft.state.organizations.values()) {
    if (id === organizationId || !list || draft.now.monotonic - list.at <= listServesMs) continue
    draft.changeOrganization(id, { list: null })
  }
}

/** A list could not be had. */
export function listFailed(draft: Draft, organizationId: number, failure: Failure): void {
  draft.changeOrganization(organizationId, { listing: null })
  pauseQueue(draft, failure)
  if (failure.kind === 'refused' && [403, 404, 405, 415].includes(failure.status)) {
    pauseOrganization(draft, organizationId, failure)
    return
  }
  const failures = draft.organization(organizationId).failures + 1
  const retryAt = draft.now.monotonic + backOff(failures, draft.now.random.fraction())
  draft.changeOrganization(organizationId, { failures, retryAt })
}

/** Whom a list has shown once can be told from whom no list ever showed: `noteShown` writes it down. */
function learnShown(draft: Draft, organizationId: number, reading: Reading): void {
  const missing = new Set(reading.missing)
  const { answered: told, shown: before } = draft.organization(organizationId)
  const shown = new Set(before)
  for (const id of draft.state.unshown) {
    const entry = draft.entry(id)
    if (entry?.edit.organizationId !== organizationId || entry.state.kind !== 'confirmed') continue
    const { operatorId } = entry.state
    if (!missing.has(operatorId) && !told.has(operatorId)) shown.add(id)
  }
  draft.changeOrganization(organizationId, { shown })
}

/** An add that was lost, and waits to be sent again, may have been done after all. */
function adoptWaiting(draft: Draft, organizationId: number, reading: Reading): void {
  for (const entry of watchedIn(draft, organizationId))
    if (entry.state.kind === 'waiting') adopt(draft, entry, reading)
}

import type { Draft } from './draft.ts'
import type { OrganizationState, Reading } from './state.ts'

/** After lists that lack known operators: how long until the next one, ms. */
const rereads = [1_000, 3_000, 10_000]
/** So many lists in a row have to lack the same ones. */
const agreement = 3

/**
 * Decides whether a list can be built upon. One that lacks operators who were known is cut, stale, or
 * another environment's, until three in a row lack the same ones: then these are no longer listed.
 */
export function weigh(draft: Draft, organizationId: number, reading: Reading): void {
  const organization = draft.organization(organizationId)
  const unlisted = new Set(reading.missing.filter((id) => organization.unlisted.has(id)))
  const missing = reading.missing.filter(
    (id) => !unlisted.has(id) && !isYounger(organization, id, reading)
  )
  if (missing.length === 0) {
    draft.changeOrganization(organizationId, {
      unlisted,
      trusted: true,
      doubt: null,
      rereadAt: null
    })
    return
  }
  const signature = missing.join(' ')
  const agreed = organization.doubt?.missing === signature ? organization.doubt.agreed + 1 : 1
  if (agreed < agreement) {
    const rereadAt = draft.now.monotonic + (rereads[agreed - 1] ?? 0)
    draft.changeOrganization(organizationId, {
      unlisted,
      trusted: false,
      doubt: { missing: signature, agreed },
      rereadAt
    })
    return
  }
  const all = new Set([...unlisted, ...missing])
  draft.changeOrganization(organizationId, {
    unlisted: all,
    trusted: true,
    doubt: null,
    rereadAt: null
  })
  draft.effects.push({ kind: 'unlisted', organizationId, ids: missing })
}

/** Whether we were told of the operator only after the list was asked for. */
function isYounger({ answered }: OrganizationState, id: number, { askedAt }: Reading): boolean {
  return (answered.get(id)?.at ?? -Infinity) >= askedAt
}

/**
 * An operator of ours that the service confirmed and no list ever showed, though three lists had the
 * chance: whoever waits in that organization cannot be looked up either. `null` where there is none.
 */
export function neverShown(draft: Draft, organizationId: number): number | null {
  const { unlisted, shown } = draft.organization(organizationId)
  if (unlisted.size === 0) return null
  for (const id of draft.state.unshown) {
    const entry = draft.entry(id)
    if (
      entry?.edit.organizationId !== organizationId ||
      entry.state.kind !== 'confirmed' ||
      entry.listed ||
      shown.has(id)
    )
      continue
    if (unlisted.has(entry.state.operatorId)) return entry.state.operatorId
  }
  return null
}

/** So many are written down in one step: a few ms of work. */
const mostNoted = 200

/** Writes down of some adds that a list has shown their operator. Says whether there were any. */
export function noteShown(draft: Draft): boolean {
  const organizations = [...draft.state.organizations.values()]
  const organization = organizations.find(({ shown }) => shown.size > 0)
  if (!organization) return false
  const { id: organizationId, shown } = organization
  const ids = [...shown]
  for (const id of ids.slice(0, mostNoted)) {
    const entry = draft.entry(id)
    if (entry?.state.kind === 'confirmed') draft.entries.set(id, { ...entry, listed: true })
  }
  draft.changeOrganization(organizationId, { shown: new Set(ids.slice(mostNoted)) })
  return true
}

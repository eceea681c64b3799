import type { Organization } from '../../shared/operator.ts'
import type { KnownOrganizations } from './operator-cache.ts'

/** What is kept about an organization's list beside its packs. */
export interface ListRecord {
  readonly organizationId: number
  /** Wall clock of the latest list, ms; `null` where there was none yet. */
  readonly at: number | null
  /** Rows in the packs. */
  readonly count: number
  readonly notDeleted: number
  /** Ids that the latest list lacks. */
  readonly unlisted: Float64Array
}

/** Reads a stored list record; `null` where there is none or it is damaged. */
export function parseList(stored: unknown): ListRecord | null {
  if (!isRecord(stored)) return null
  const { organizationId, at, count, notDeleted, unlisted } = stored
  if (at !== null && !isNumber(at)) return null
  if (!isNumber(organizationId) || !isCount(count) || !isCount(notDeleted)) return null
  return unlisted instanceof Float64Array
    ? { organizationId, at, count, notDeleted, unlisted }
    : null
}

/** Reads the stored organizations; `null` where there are none or they are damaged. */
export function parseOrganizations(stored: unknown): KnownOrganizations | null {
  if (!isRecord(stored)) return null
  const { organizations, at } = stored
  if (!isNumber(at) || !Array.isArray(organizations)) return null
  return organizations.every(isOrganization) ? { organizations, at } : null
}

function isOrganization(stored: unknown): stored is Organization {
  return isRecord(stored) && isNumber(stored['id']) && typeof stored['name'] === 'string'
}

function isRecord(stored: unknown): stored is Readonly<Record<string, unknown>> {
  return typeof stored === 'object' && stored !== null
}

function isNumber(stored: unknown): stored is number {
  return typeof stored === 'number' && Number.isFinite(stored)
}

function isCount(stored: unknown): stored is number {
  return Number.isSafeInteger(stored) && (stored as number) >= 0
}

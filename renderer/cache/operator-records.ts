import type { Organization } from '../../shared/operator.ts'
import type { OperatorColumns } from '../../shared/operator-columns.ts'
import type { KnownOrganizations } from './operator-cache.ts'
import type { Delta } from './operator-delta.ts'

/** What is kept about an organization's list beside its packs and deltas. */
export interface ListRecord {
  readonly organizationId: number
  /** Wall clock of the latest list, ms; `null` where there was none yet. */
  readonly at: number | null
  /** Rows in the packs. */
  readonly count: number
  /** Rows after the deltas that rest beside the packs. */
  readonly rows: number
  /** How many deltas there are, and how much they hold together, in rows. */
  readonly deltas: number
  readonly deltaRows: number
  readonly notDeleted: number
  /** Ids that the latest list lacks. */
  readonly unlisted: Float64Array
}

/** A change of a list, beside its packs; they apply in the order of their numbers. */
export interface DeltaRecord extends Delta {
  readonly organizationId: number
  readonly number: number
}

/** Reads a stored list record; `null` where there is none or it is damaged. */
export function parseList(stored: unknown): ListRecord | null {
  if (!isRecord(stored)) return null
  const { organizationId, at, unlisted } = stored
  if (at !== null && !isNumber(at)) return null
  if (!isNumber(organizationId) || !(unlisted instanceof Float64Array)) return null
  const { count, rows, deltas, deltaRows, notDeleted } = stored
  if (!isCount(count) || !isCount(rows) || !isCount(deltas)) return null
  if (!isCount(deltaRows) || !isCount(notDeleted)) return null
  return { organizationId, at, count, rows, deltas, deltaRows, notDeleted, unlisted }
}

/** Reads a stored delta; `null` where it is damaged. Whether it fits a list shows when it is applied. */
export function parseDelta(stored: unknown): Delta | null {
  if (!isRecord(stored)) return null
  const { at, gone, come, fresh, rows, statuses } = stored
  if (!areCounts(at) || !areCounts(gone) || !areCounts(come) || !areCounts(rows)) return null
  if (!(statuses instanceof Uint8Array) || !isColumns(fresh)) return null
  return { at, gone, come, fresh, rows, statuses }
}

function areCounts(stored: unknown): stored is Uint32Array {
  return stored instanceof Uint32Array
}

function isColumns(stored: unknown): stored is OperatorColumns {
  if (!isRecord(stored)) return false
  const { ids, statuses, ends, names } = stored
  if (!(ids instanceof Float64Array) || !(statuses instanceof Uint8Array)) return false
  return areCounts(ends) && typeof names === 'string'
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

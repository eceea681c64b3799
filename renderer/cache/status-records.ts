import type { Table } from 'dexie'
import type { Status } from '../../shared/operator.ts'

/** Statuses of one organization that differ between two of its lists. Row `i` of all columns belongs together. */
export interface SeenStatuses {
  readonly organizationId: number
  /** When the list was made that shows the new statuses, and the one before it; wall clock, ms. */
  readonly at: number
  readonly before: number
  readonly ids: Float64Array
  readonly from: Uint8Array
  readonly to: Uint8Array
}

/** Another status of one operator, as it was seen. */
export interface SeenStatus extends Pick<SeenStatuses, 'at' | 'before'> {
  readonly from: Status
  readonly to: Status
}

/** One record for each list that showed something new; `count` in its key, so that sums need no record read. */
export type StatusRecord = SeenStatuses & { readonly count: number }

/** How much is kept for each organization. */
export interface SeenBound {
  readonly forMs: number
  /** Lists at most, and changes of operators at most; the oldest go first. */
  readonly lists: number
  readonly changes: number
}

/** As long as own edits; some hundred kilobytes at most. */
export const usualSeenBound: SeenBound = { forMs: 90 * 86_400_000, lists: 500, changes: 50_000 }

type Key = [organizationId: number, at: number, count: number]
type Records = Table<StatusRecord, Key>

/** Keeps what was seen, and forgets the oldest where there is too much. The latest always stays. */
export async function keepSeen(
  records: Records,
  seen: SeenStatuses,
  { forMs, lists, changes }: SeenBound
): Promise<void> {
  await records.put({ ...seen, count: seen.ids.length })
  const keys = await ofOrganization(records, seen.organizationId).primaryKeys()
  let sum = 0
  const tooMuch = keys.toReversed().filter(([, at, count], place) => {
    sum += count
    return place > 0 && (place >= lists || sum > changes || at < seen.at - forMs)
  })
  if (tooMuch.length > 0) await records.bulkDelete(tooMuch)
}

/** What was seen of one operator, the latest first. */
export async function seenOf(
  records: Records,
  organizationId: number,
  operatorId: number
): Promise<SeenStatus[]> {
  const seen: SeenStatus[] = []
  await ofOrganization(records, organizationId).each((record) => {
    const change = changeIn(record, operatorId)
    if (change) seen.push(change)
  })
  return seen.reverse()
}

function ofOrganization(records: Records, organizationId: number) {
  const from: Key = [organizationId, -Infinity, 0]
  const to: Key = [organizationId, Infinity, Infinity]
  return records.where('[organizationId+at+count]').between(from, to)
}

/** `null` where the record does not tell of the operator, or is damaged. */
function changeIn(record: StatusRecord, operatorId: number): SeenStatus | null {
  const { at, before, ids, from, to } = record as Partial<StatusRecord>
  const row = ids instanceof Float64Array ? ids.indexOf(operatorId) : -1
  const statuses = [from?.[row], to?.[row]]
  if (!Number.isFinite(at) || !Number.isFinite(before) || !statuses.every(isStatus)) return null
  const [old, now] = statuses as [Status, Status]
  return { at: at as number, before: before as number, from: old, to: now }
}

function isStatus(value: unknown): value is Status {
  return value === 0 || value === 1 || value === 2
}

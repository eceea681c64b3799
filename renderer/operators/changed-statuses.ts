import type { Status } from '../../shared/operator.ts'
import type { KnownOperators } from '../cache/operator-cache.ts'
import { sameNumbers } from '../cache/operator-packs.ts'
import type { SeenStatuses } from '../cache/status-records.ts'
import { rowFinder } from './known.ts'

/**
 * Statuses that one list shows otherwise than the one before; `null` where it shows none. What replies showed in
 * between is in `before` already. `isOwn`: whether one's own edit may have made a change.
 */
export function changedStatuses(
  before: KnownOperators,
  after: KnownOperators,
  isOwn: (id: number, to: Status) => boolean
): SeenStatuses | null {
  const { organizationId, at } = after
  if (before.at === null || at === null || at === before.at) return null
  const changed = changedRows(before, after).filter((row) => {
    return !isOwn(after.columns.ids[row] as number, after.columns.statuses[row] as Status)
  })
  if (changed.length === 0) return null
  const ids = Float64Array.from(changed, (row) => after.columns.ids[row] as number)
  const find = rowFinder(before.columns)
  return {
    ...{ organizationId, at, before: before.at, ids },
    from: Uint8Array.from(ids, (id) => before.columns.statuses[find(id)] as number),
    to: Uint8Array.from(changed, (row) => after.columns.statuses[row] as number)
  }
}

/** Rows of the later list whose operators had another status in the earlier one. */
function changedRows({ columns: old }: KnownOperators, { columns }: KnownOperators): number[] {
  const changed: number[] = []
  if (old.statuses === columns.statuses) return changed
  // The usual case, without looking for each of a hundred thousand.
  const same = sameNumbers(old.ids, columns.ids)
  const find = same ? null : rowFinder(old)
  for (let row = 0; row < columns.ids.length; row += 1) {
    const was = old.statuses[find ? find(columns.ids[row] as number) : row]
    if (was !== undefined && was !== columns.statuses[row]) changed.push(row)
  }
  return changed
}

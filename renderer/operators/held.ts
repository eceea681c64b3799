import type { OutboxView } from '../outbox/outbox.ts'
import { sameNumbers } from '../cache/operator-packs.ts'
import { type Query, showsStatus } from './query.ts'
import { currentKey, keyAt, type OperatorRows, type RowKey, rowCount, rowOfKey } from './rows.ts'
import type { Status } from '../../shared/operator.ts'

/** What was shown before a change. */
export interface ShownBefore {
  readonly rows: OperatorRows
  readonly order: Uint32Array
  readonly held: ReadonlySet<RowKey>
}

/** Nobody stays. */
export const nobodyHeld: ReadonlySet<RowKey> = new Set()

/** The row numbers of those who stay. */
export function heldRows(held: ReadonlySet<RowKey>, rows: OperatorRows): ReadonlySet<number> {
  return new Set(Array.from(held, (key) => rowOfKey(rows, key)))
}

/**
 * Rows that stay though their status matches the query no more: those that were shown until one's own edit
 * changed them. They go with the next refresh.
 */
export function nextHeld(
  before: ShownBefore,
  rows: OperatorRows,
  { query, entries }: { readonly query: Query; readonly entries: OutboxView['entries'] }
): ReadonlySet<RowKey> {
  const rowNow = rowFollower(before.rows, rows, entries)
  const held = new Set<RowKey>()
  for (const row of before.order) {
    const now = rowNow(row)
    if (now >= 0 && !showsStatus(query, rows.statuses[now] as Status)) held.add(keyAt(rows, now))
  }
  return held
}

/** Finds where a row went; most changes leave the service's rows where they are. */
function rowFollower(
  before: OperatorRows,
  rows: OperatorRows,
  entries: OutboxView['entries']
): (row: number) => number {
  const from = before.known.columns.ids
  const to = rows.known.columns.ids
  const inPlace = from === to || sameNumbers(from, to.subarray(0, from.length))
  return (row) => {
    if (inPlace && row < from.length) return row
    return row < rowCount(before)
      ? rowOfKey(rows, currentKey(rows, entries, keyAt(before, row)))
      : -1
  }
}

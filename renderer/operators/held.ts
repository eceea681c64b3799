import type { OutboxView } from '../outbox/outbox.ts'
import { sameNumbers } from '../cache/operator-packs.ts'
import type { PendingRow } from './pending-rows.ts'
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
  { query, bare }: { readonly query: Query; readonly bare: OutboxView['bare'] }
): ReadonlySet<RowKey> {
  const rowNow = rowFollower(before.rows, rows, bare)
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
  bare: OutboxView['bare']
): (row: number) => number {
  const from = before.known.columns.ids
  const to = rows.known.columns.ids
  const inPlace = from === to || sameNumbers(from, to.subarray(0, from.length))
  const pending = pendingFollower(before.pending, rows.pending)
  return (row) => {
    if (row < from.length)
      return inPlace ? row : row < rowCount(before) ? rowOfKey(rows, keyAt(before, row)) : -1
    const place = pending(row - from.length)
    if (place >= 0) return to.length + place
    return row < rowCount(before) ? rowOfKey(rows, currentKey(rows, bare, keyAt(before, row))) : -1
  }
}

/** Both are in queue order, so that one walk through them finds who is where now. */
function pendingFollower(
  before: readonly PendingRow[],
  now: readonly PendingRow[]
): (place: number) => number {
  if (before === now) return (place) => (place < now.length ? place : -1)
  const places = new Int32Array(before.length).fill(-1)
  let at = 0
  before.forEach(({ order }, place) => {
    while ((now[at]?.order ?? Infinity) < order) at += 1
    if (now[at]?.order === order) places[place] = at
  })
  return (place) => places[place] ?? -1
}

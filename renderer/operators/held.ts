import type { OutboxView } from '../outbox/outbox.ts'
import { isPrefix, movedRows } from './parts.ts'
import type { PendingTable } from './pending-rows.ts'
import { type Query, showsStatus } from './query.ts'
import { currentKey, keyAt, type OperatorRows, type RowKey, rowCount, rowOfKey } from './rows.ts'
import { type Status, statuses } from '../../shared/operator.ts'

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
  const shown = statuses.map((status) => showsStatus(query, status))
  if (shown.every(Boolean)) return nobodyHeld
  if (before.held.size === 0 && hidesNobody(before.rows, rows, shown)) return nobodyHeld
  const rowNow = rowFollower(before.rows, rows, bare)
  const held = new Set<RowKey>()
  for (const row of before.order) {
    const now = rowNow(row)
    if (now >= 0 && shown[rows.statuses[now] as Status] === false) held.add(keyAt(rows, now))
  }
  return held
}

/** Whether whoever is hidden was hidden before: told by a look at bytes, while rows only come and leave at the end. */
function hidesNobody(
  { known: before, statuses: old }: OperatorRows,
  { known, statuses: now }: OperatorRows,
  shown: readonly boolean[]
): boolean {
  const stay = isPrefix(before.columns.ids, known.columns.ids) ? before.columns.ids.length : 0
  for (let row = 0; row < now.length; row += 1) {
    const isHidden = shown[now[row] as number] === false
    if (isHidden && (row >= stay || old[row] !== now[row])) return false
  }
  return true
}

/** Finds where a row went; most changes leave the service's rows where they are. */
function rowFollower(
  before: OperatorRows,
  rows: OperatorRows,
  bare: OutboxView['bare']
): (row: number) => number {
  const from = before.known.columns.ids
  const to = rows.known.columns.ids
  const moved = from === to ? null : movedRows(before.known, rows.known)
  const pending = pendingFollower(before.table, rows.table)
  return (row) => {
    const now = row < from.length ? (moved ? (moved[row] as number) : row) : -1
    if (now >= 0) return now
    if (row < from.length) return rowOfKey(rows, keyAt(before, row))
    const place = pending(row - from.length)
    if (place >= 0) return to.length + place
    return row < rowCount(before) ? rowOfKey(rows, currentKey(rows, bare, keyAt(before, row))) : -1
  }
}

/** Who waits keeps its slot. */
function pendingFollower(before: PendingTable, now: PendingTable): (place: number) => number {
  if (before.generation !== now.generation) return () => -1
  const { slots } = before
  const { places } = now
  return (place) => places[slots[place] ?? -1] ?? -1
}

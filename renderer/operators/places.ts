import type { Status } from '../../shared/operator.ts'
import type { VisibleRows } from './index.ts'
import {
  keyAt,
  lastingKeyAt,
  type OperatorRow,
  type OperatorRows,
  rowAt,
  type RowKey,
  rowOfKey
} from './rows.ts'
import { isSelected, only, ranged, type Selection } from './selection.ts'

/** Rows and which of them show, in what order: a place is a position among those. */
export interface Places {
  readonly rows: OperatorRows
  readonly visible: VisibleRows
}

/** The key of the row at a place; `null` where there is none. */
export function keyAtPlace({ rows, visible }: Places, place: number): RowKey | null {
  const row = visible.order[place]
  return row === undefined ? null : keyAt(rows, row)
}

/** What tells the row at a place, which must exist, apart for as long as it shows. */
export function lastingKeyAtPlace({ rows, visible }: Places, place: number): RowKey {
  return lastingKeyAt(rows, visible.order[place] ?? -1)
}

/** Where a row shows, -1 where it does not. */
export function placeOfKey({ rows, visible }: Places, key: RowKey | null): number {
  const row = key === null ? -1 : rowOfKey(rows, key)
  return row < 0 ? -1 : visible.order.indexOf(row)
}

/** The selection from its anchor (where that does not show: from `from`) to a place. */
export function extended(
  selection: Selection,
  places: Places,
  span: { readonly from: number; readonly to: number }
): Selection {
  const anchor = placeOfKey(places, selection.anchor)
  const from = Math.max(0, anchor < 0 ? span.from : anchor)
  const to = Math.max(0, span.to)
  const shown = places.visible.order.subarray(Math.min(from, to), Math.max(from, to) + 1)
  const start = keyAtPlace(places, from)
  if (start === null) return selection
  const keys = Array.from(shown, (row) => keyAt(places.rows, row))
  return ranged(anchor < 0 ? only(start) : selection, keys)
}

/** Rows as they are now, whatever comes later; each is made when it is asked for. */
export interface RowsNow {
  readonly count: number
  readonly rowAt: (place: number) => OperatorRow
}

/** Every row that shows, in their order. */
export function shownNow({ rows, visible }: Places): RowsNow {
  return rowsNow(rows, visible.order)
}

/** The selected rows that show, in their order, without making them. */
export function selectedNow(selection: Selection, places: Places): RowsNow {
  return rowsNow(places.rows, selectedNumbers(selection, places))
}

function rowsNow(rows: OperatorRows, order: Uint32Array): RowsNow {
  return { count: order.length, rowAt: (place) => rowAt(rows, order[place] ?? -1) }
}

/** The selected rows that show, in their order. */
export function selectedRows(selection: Selection, places: Places): OperatorRow[] {
  return Array.from(selectedNumbers(selection, places), (row) => rowAt(places.rows, row))
}

/** How many rows are selected and show, by the status that they show. */
export function selectedStatuses(
  selection: Selection,
  places: Places
): Readonly<Record<Status, number>> {
  const counts: Record<Status, number> = { 0: 0, 1: 0, 2: 0 }
  const { rows } = places
  for (const row of selectedNumbers(selection, places)) counts[rows.statuses[row] as Status] += 1
  return counts
}

/** So many keys are looked up one by one; more are met on a walk through all rows. */
const few = 64

function selectedNumbers(selection: Selection, places: Places): Uint32Array {
  const { rows, visible } = places
  if (selection.kind === 'some' && selection.keys.size <= few) {
    const found = Array.from(selection.keys, (key) => placeOfKey(places, key)).filter(
      (place) => place >= 0
    )
    return Uint32Array.from(
      found.sort((one, other) => one - other),
      (place) => visible.order[place] as number
    )
  }
  if (selection.kind === 'some')
    return visible.order.filter((row) => selection.keys.has(keyAt(rows, row)))
  // "All" are those who match; whose name is but similar was not asked for.
  const matching = visible.order.subarray(0, visible.exact)
  return selection.except.size === 0
    ? matching
    : matching.filter((row) => isSelected(selection, keyAt(rows, row)))
}

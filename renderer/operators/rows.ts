import type { EntryId, OperatorRef } from '../../shared/edit.ts'
import type { Status } from '../../shared/operator.ts'
import { nameAt } from '../../shared/operator-columns.ts'
import type { OutboxView } from '../outbox/outbox.ts'
import { rowFinder } from './known.ts'
import { partAt, type ShownOperators } from './parts.ts'
import { type PendingRow, type PendingTable, placeOfOrder } from './pending-rows.ts'
import { operatorOf, rowBadges, type RowEdit } from './row-change.ts'

/** A row's own key: an operator's id, or the entry of an add that the service has not shown yet. */
export type RowKey = number | EntryId

/**
 * The rows of one organization or of all, computed from what the service said and what the person wants. Row numbers
 * from 0 are the service's, as in `known.columns`; those after them are the pending adds.
 */
export interface OperatorRows {
  readonly known: ShownOperators
  readonly pending: readonly PendingRow[]
  /** The same in columns. */
  readonly table: PendingTable
  /** The add that created an operator, where it is one's own, by the operator's id. */
  readonly created: ReadonlyMap<number, EntryId>
  /** Own edits that show, by row. A live map, as the next one: they show the present, also through older rows. */
  readonly edits: ReadonlyMap<RowKey, RowEdit>
  readonly pendingByEntry: ReadonlyMap<EntryId, PendingRow>
  /**
   * The status to show, by row number: the wanted one while an edit of it waits. Another object wherever a row
   * or what shows of it has changed.
   */
  readonly statuses: Uint8Array
  /** How the own edit that shows stands, by row number: 0 where there is none, else its `badgeCode`. */
  readonly badges: Uint8Array
}

/** One row as it is shown. */
export interface OperatorRow {
  readonly key: RowKey
  /** The operator as an edit names it. */
  readonly operator: OperatorRef
  readonly id: number | null
  readonly organizationId: number
  readonly name: string
  readonly status: Status
  readonly edit: RowEdit | null
  /** The latest list lacks it, though it was not deleted. */
  readonly unlisted: boolean
}

/** How many rows there are. */
export function rowCount({ statuses }: OperatorRows): number {
  return statuses.length
}

/** The key of a row, which must exist. */
export function keyAt({ known, pending }: OperatorRows, row: number): RowKey {
  const key = known.columns.ids[row] ?? pending[row - known.columns.ids.length]?.entryId
  if (key === undefined) throw new RangeError(`No row ${row}`)
  return key
}

/**
 * What a row, which must exist, is told apart by for as long as it shows: its key, or, where it is an operator
 * that one's own add created, still that of the add. So a row stays one and the same as the service takes it.
 */
export function lastingKeyAt(rows: OperatorRows, row: number): RowKey {
  const key = keyAt(rows, row)
  return typeof key === 'number' ? (rows.created.get(key) ?? key) : key
}

/** The row of a key, -1 where it has none. */
export function rowOfKey(
  { known, pending, pendingByEntry }: Pick<OperatorRows, 'known' | 'pending' | 'pendingByEntry'>,
  key: RowKey
): number {
  if (typeof key === 'number') return rowFinder(known.columns)(key)
  const row = pendingByEntry.get(key)
  const at = row ? placeOfOrder(pending, row.order) : -1
  return at < 0 ? -1 : known.columns.ids.length + at
}

/** A row as it is shown; it must exist. */
export function rowAt(rows: OperatorRows, row: number): OperatorRow {
  const { known, pending, edits } = rows
  const key = keyAt(rows, row)
  const status = rows.statuses[row] as Status
  const edit = edits.get(key) ?? ownEdit(key, rows.badges[row] as number)
  if (typeof key === 'number') {
    const unlisted = status !== 2 && known.unlisted.has(key)
    return {
      key,
      operator: { kind: 'known', id: key },
      id: key,
      organizationId: organizationAt(rows, row),
      name: nameAt(known.columns, row),
      status,
      edit,
      unlisted
    }
  }
  const { entryId, organizationId, name, operatorId } = pending[
    row - known.columns.ids.length
  ] as PendingRow
  const operator: OperatorRef =
    operatorId === null ? { kind: 'created-by', entryId } : { kind: 'known', id: operatorId }
  return { key, operator, id: operatorId, organizationId, name, status, edit, unlisted: false }
}

/** The edit of a row that is nothing but an edit: nearly always its own. */
function ownEdit(key: RowKey, code: number): RowEdit | null {
  const badge = rowBadges[code - 1]
  return typeof key === 'string' && badge ? { entryId: key, badge } : null
}

/** The organization of a row, which must exist. */
function organizationAt({ known, pending }: OperatorRows, row: number): number {
  const listed = known.columns.ids.length
  const of = row < listed ? partAt(known, row) : pending[row - listed]
  if (!of) throw new RangeError(`No row ${row}`)
  return of.organizationId
}

/** The key under which a row goes on: that of the operator, once an add has become one. */
export function currentKey(rows: OperatorRows, entries: OutboxView['bare'], key: RowKey): RowKey {
  const entry = typeof key === 'number' ? undefined : entries.get(key)
  const id = entry && operatorOf(entry)
  return id != null && rowFinder(rows.known.columns)(id) >= 0 ? id : key
}

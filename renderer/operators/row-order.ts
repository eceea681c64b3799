import { statuses } from '../../shared/operator.ts'
import { nameAt, type OperatorColumns } from '../../shared/operator-columns.ts'
import { insertedByName, type NameIndex } from './name-index.ts'
import type { SortKey } from './query.ts'
import { type OperatorRows, rowCount } from './rows.ts'

/**
 * All row numbers in ascending order, pending adds among them; `null` for the order of the numbers themselves:
 * that of the service's list, with the adds at its end, where the next list will show them.
 */
export function sortedRows(
  rows: OperatorRows,
  index: NameIndex | null,
  by: SortKey
): Uint32Array | null {
  switch (by) {
    case 'list':
      return null
    case 'name':
      return orderOfNames(rows, index)
    case 'id':
      return orderOfIds(rows)
    case 'status':
      return orderOfStatuses(rows, index)
  }
}

/** Until the index is made, the order of the list. */
function orderOfNames(rows: OperatorRows, index: NameIndex | null): Uint32Array {
  if (!index) return numbers(rowCount(rows))
  const { columns } = rows.known
  const listed = columns.ids.length
  const nameOf = (row: number): string =>
    row < listed ? nameAt(columns, row) : (rows.pending[row - listed]?.name ?? '')
  const pending = rows.pending.map((_, at) => listed + at)
  return insertedByName(index.order, pending, { nameOf, locale: index.locale })
}

const idOrders = new WeakMap<OperatorColumns, Uint32Array>()

/** Ids that the service has yet to give come last: it counts upwards. */
function orderOfIds(rows: OperatorRows): Uint32Array {
  const { columns } = rows.known
  const compare = (one: number, other: number): number =>
    (columns.ids[one] as number) - (columns.ids[other] as number)
  const listed = idOrders.get(columns) ?? numbers(columns.ids.length).sort(compare)
  idOrders.set(columns, listed)
  const order = numbers(rowCount(rows))
  order.set(listed)
  return order
}

function orderOfStatuses(rows: OperatorRows, index: NameIndex | null): Uint32Array {
  const base = orderOfNames(rows, index)
  const order = new Uint32Array(base.length)
  let length = 0
  for (const status of statuses) {
    const rowsOfStatus = base.filter((row) => rows.statuses[row] === status)
    order.set(rowsOfStatus, length)
    length += rowsOfStatus.length
  }
  return order
}

/** The row numbers from 0. */
function numbers(count: number): Uint32Array {
  const order = new Uint32Array(count)
  for (let row = 0; row < count; row += 1) order[row] = row
  return order
}

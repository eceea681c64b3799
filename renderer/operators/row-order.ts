import type { SortStep } from '../../shared/grid-settings.ts'
import { nameAt, type OperatorColumns } from '../../shared/operator-columns.ts'
import { insertedByName, type NameIndex, nameRanks } from './name-index.ts'
import type { OrganizationRanks } from './organization-ranks.ts'
import { partsOf } from './parts.ts'
import { rowNumbers, sortedByRank } from './rank-sort.ts'
import { badgeCode, type RowBadge } from './row-change.ts'
import { type OperatorRows, rowCount } from './rows.ts'

/** The rows to put in order; `index` is `null` while it is being made. */
interface Rows {
  readonly rows: OperatorRows
  readonly index: NameIndex | null
  /** All rows by name; left out, they are put in order anew. */
  readonly byName?: (rows: OperatorRows, index: NameIndex) => Uint32Array
  readonly ranks: OrganizationRanks
}

/**
 * All row numbers in the order of these steps, pending adds among them; `null` for the order of the numbers
 * themselves: that of the service's list, with the adds at its end, where the next list will show them.
 */
export function sortedRows(source: Rows, steps: readonly SortStep[]): Uint32Array | null {
  const { rows, index, ranks } = source
  const [last, ...earlier] = deciding(steps).toReversed()
  if (!last) return null
  const lasting =
    index && rows.pending.length === 0 && !steps.some(({ by }) => by === 'status' || by === 'edit')
  const of = [rows.known.columns.ids.length, ranks, JSON.stringify(steps)]
  const made = lasting ? lastOrders.get(index) : undefined
  if (made?.of.every((one, at) => one === of[at])) return made.order
  const order = earlier.reduce((so, step) => resorted(so, source, step), orderBy(source, last))
  if (lasting) lastOrders.set(index, { of, order })
  return order
}

/** The last order of an index that neither statuses nor edits decide: it outlives changes of those. */
const lastOrders = new WeakMap<NameIndex, { readonly of: unknown[]; readonly order: Uint32Array }>()

/** The steps that decide anything: ids are all different, and rows of one status or edit go by name. */
function deciding(steps: readonly SortStep[]): readonly SortStep[] {
  const ids = steps.findIndex(({ by }) => by === 'id')
  if (ids >= 0) return steps.slice(0, ids + 1)
  const named = steps.length === 0 || steps.some(({ by }) => by === 'name')
  return named ? steps : [...steps, { by: 'name', descending: false }]
}

/** The order by one step alone. */
function orderBy(source: Rows, step: SortStep): Uint32Array {
  const { rows } = source
  switch (step.by) {
    case 'name':
      return turned(orderOfNames(source), step)
    case 'id':
      return turned(orderOfIds(rows), step)
    case 'status':
    case 'organization':
    case 'edit':
      return resorted(rowNumbers(rowCount(rows)), source, step)
  }
}

function turned(order: Uint32Array, { descending }: SortStep): Uint32Array {
  return descending ? order.toReversed() : order
}

/** An order by an earlier step; where that finds rows alike, they stay as they were. */
function resorted(order: Uint32Array, source: Rows, step: SortStep): Uint32Array {
  const { rows, index } = source
  switch (step.by) {
    case 'id':
      return orderBy(source, step)
    case 'name':
      return index ? sortedByRank(order, ranksOfNames(source, index), step.descending) : order
    case 'status':
      return sortedByRank(order, rows.statuses, step.descending)
    case 'organization':
      return sortedByRank(order, ranksOfRows(source), step.descending)
    case 'edit':
      return sortedByRank(order, ranksOfEdits(rows), step.descending)
  }
}

/** Until the index is made, the order of the list. */
function orderOfNames({ rows, index, byName }: Rows): Uint32Array {
  if (!index) return rowNumbers(rowCount(rows))
  if (byName) return byName(rows, index)
  const listed = rows.known.columns.ids.length
  const pending = rows.pending.map((_, at) => listed + at)
  return insertedByName(index.order, pending, { nameOf: nameOfRow(rows), locale: index.locale })
}

function nameOfRow({ known: { columns }, pending }: OperatorRows): (row: number) => string {
  const listed = columns.ids.length
  return (row) => (row < listed ? nameAt(columns, row) : (pending[row - listed]?.name ?? ''))
}

const ranksMade = new WeakMap<Uint32Array, Uint32Array>()

function ranksOfNames(source: Rows, index: NameIndex): Uint32Array {
  const { rows } = source
  const order = orderOfNames(source)
  const ranks =
    ranksMade.get(order) ?? nameRanks(order, { nameOf: nameOfRow(rows), locale: index.locale })
  ranksMade.set(order, ranks)
  return ranks
}

const idOrders = new WeakMap<OperatorColumns, Uint32Array>()

/** Ids that the service has yet to give come last: it counts upwards. */
function orderOfIds(rows: OperatorRows): Uint32Array {
  const { columns } = rows.known
  const compare = (one: number, other: number): number =>
    (columns.ids[one] as number) - (columns.ids[other] as number)
  const listed = idOrders.get(columns) ?? rowNumbers(columns.ids.length).sort(compare)
  idOrders.set(columns, listed)
  const order = rowNumbers(rowCount(rows))
  order.set(listed)
  return order
}

/** The rank of each row's organization. */
function ranksOfRows({ rows, ranks }: Rows): Uint32Array {
  const { known, pending } = rows
  const last = ranks.size
  const ofRows = new Uint32Array(rowCount(rows))
  const rankOf = (organizationId: number): number => ranks.get(organizationId) ?? last
  for (const { organizationId, from, to } of partsOf(known))
    ofRows.fill(rankOf(organizationId), from, to)
  pending.forEach(
    ({ organizationId }, at) => (ofRows[known.columns.ids.length + at] = rankOf(organizationId))
  )
  return ofRows
}

/** What asks for the person comes first, rows without an edit last. */
const badges: Readonly<Record<RowBadge, number>> = {
  'needs-person': 0,
  rejected: 1,
  verifying: 2,
  sending: 3,
  waiting: 4
}

/** The rank of each badge by its code; the first is that of rows without an edit. */
const badgeRanks = Uint8Array.of(5, 5, 5, 5, 5, 5)
for (const [badge, rank] of Object.entries(badges)) badgeRanks[badgeCode(badge as RowBadge)] = rank

function ranksOfEdits(rows: OperatorRows): Uint8Array {
  return rows.badges.map((code) => badgeRanks[code] as number)
}

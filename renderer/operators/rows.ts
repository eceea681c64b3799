import type { EntryId, OperatorRef } from '../../shared/edit.ts'
import { never } from '../../shared/never.ts'
import type { Status } from '../../shared/operator.ts'
import { nameAt } from '../../shared/operator-columns.ts'
import type { KnownOperators } from '../cache/operator-cache.ts'
import type { Entry } from '../outbox/entry.ts'
import type { OutboxView } from '../outbox/outbox.ts'
import { rowFinder } from './known.ts'

/** A row's own key: an operator's id, or the entry of an add that the service has not shown yet. */
export type RowKey = number | EntryId

/** How an own edit of a row stands. */
export type RowBadge = 'waiting' | 'sending' | 'verifying' | 'rejected' | 'needs-person'

/** An own edit that shows on a row. */
export interface RowEdit {
  readonly entryId: EntryId
  readonly badge: RowBadge
}

/** An add that the service has not shown yet. */
export interface PendingRow {
  readonly entryId: EntryId
  readonly name: string
  /** `null` until the service gave one. */
  readonly operatorId: number | null
}

/**
 * The rows of one organization, computed from what the service said and what the person wants. Row numbers
 * from 0 are the service's, as in `known.columns`; those after them are the pending adds.
 */
export interface OperatorRows {
  readonly known: KnownOperators
  readonly pending: readonly PendingRow[]
  /** The add that created an operator, where it is one's own, by the operator's id. */
  readonly created: ReadonlyMap<number, EntryId>
  /** Own edits that show, by row number. */
  readonly edits: ReadonlyMap<number, RowEdit>
  /** The status to show, by row number: the wanted one while an edit of it waits. */
  readonly statuses: Uint8Array
}

/** One row as it is shown. */
export interface OperatorRow {
  readonly key: RowKey
  /** The operator as an edit names it. */
  readonly operator: OperatorRef
  readonly id: number | null
  readonly name: string
  readonly status: Status
  readonly edit: RowEdit | null
  /** The latest list lacks it, though it was not deleted. */
  readonly unlisted: boolean
}

/** What an entry does to its row: the status to show in the service's place, or that place again, and its badge. */
interface Change {
  readonly status: Status | 'listed' | null
  readonly edit: RowEdit | null
}

/** Computes the rows. Entries of other organizations have none here. */
export function rowsOf(
  known: KnownOperators,
  { entries }: Pick<OutboxView, 'entries'>
): OperatorRows {
  const find = rowFinder(known.columns)
  const listed = known.columns.ids.length
  const pending: PendingRow[] = []
  const pendingRows = new Map<EntryId, number>()
  const created = new Map<number, EntryId>()
  const changes = new Map<number, Change>()

  function rowOfOperator(operator: OperatorRef): number {
    if (operator.kind === 'known') return find(operator.id)
    const creator = entries.get(operator.entryId)
    const id = creator && createdBy(creator)
    return pendingRows.get(operator.entryId) ?? (id == null ? -1 : find(id))
  }

  for (const entry of entries.values()) {
    const { edit, id: entryId } = entry
    if (edit.organizationId !== known.organizationId) continue
    const operatorId = edit.kind === 'add' ? createdBy(entry) : null
    if (operatorId !== null && !created.has(operatorId)) created.set(operatorId, entryId)
    const isPending = edit.kind === 'add' && awaited(entry, known, find)
    if (isPending) {
      pendingRows.set(entryId, listed + pending.length)
      pending.push({ entryId, name: edit.name, operatorId })
    }
    const row =
      edit.kind === 'set-status' ? rowOfOperator(edit.operator) : (pendingRows.get(entryId) ?? -1)
    const change = row < 0 ? null : changeBy(entry, known.at)
    if (change) changes.set(row, laidOver(changes.get(row), change))
  }
  return { known, pending, created, ...columnsOf(changes, known, pending.length) }
}

/** Whether an add has a row of its own: neither given up nor shown by the service. */
function awaited({ state }: Entry, { at }: KnownOperators, find: (id: number) => number): boolean {
  switch (state.kind) {
    case 'cancelled':
    case 'superseded':
      return false
    case 'confirmed':
    case 'matched':
      return find(state.operatorId) < 0 && isNews(state.at, at)
    default:
      return true
  }
}

/** A list precedes every request, by minutes at most. What seems younger by more is from before the clock was set back. */
const longestNewsMs = 600_000

/** Whether an edit ended after the latest list, which then does not show it yet. */
function isNews(endedAt: number, listedAt: number | null): boolean {
  return listedAt === null || (endedAt > listedAt && endedAt - listedAt < longestNewsMs)
}

function createdBy({ state }: Entry): number | null {
  return state.kind === 'confirmed' || state.kind === 'matched' ? state.operatorId : null
}

function changeBy({ id: entryId, edit, state }: Entry, listedAt: number | null): Change | null {
  const wanted = edit.kind === 'set-status' ? edit.to : null
  switch (state.kind) {
    case 'waiting':
    case 'sending':
    case 'verifying':
      return { status: wanted, edit: { entryId, badge: state.kind } }
    case 'rejected':
    case 'needs-person':
      return { status: null, edit: { entryId, badge: state.kind } }
    case 'confirmed':
    case 'matched':
      // Until a list says so too: the reply is younger than what is cached.
      return { status: isNews(state.at, listedAt) ? wanted : 'listed', edit: null }
    case 'cancelled':
    case 'superseded':
      return null
    default:
      return never(state)
  }
}

/** A later edit shows over an earlier one; the wanted status of an earlier one stays where it names none. */
function laidOver(earlier: Change | undefined, { status, edit }: Change): Change {
  return { status: status ?? earlier?.status ?? null, edit }
}

function columnsOf(
  changes: ReadonlyMap<number, Change>,
  { columns }: KnownOperators,
  pending: number
): Pick<OperatorRows, 'edits' | 'statuses'> {
  const statuses = new Uint8Array(columns.ids.length + pending)
  statuses.set(columns.statuses)
  const edits = new Map<number, RowEdit>()
  for (const [row, { status, edit }] of changes) {
    if (status !== null && status !== 'listed') statuses[row] = status
    if (edit) edits.set(row, edit)
  }
  return { edits, statuses }
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
export function rowOfKey({ known, pending }: OperatorRows, key: RowKey): number {
  if (typeof key === 'number') return rowFinder(known.columns)(key)
  const at = pending.findIndex(({ entryId }) => entryId === key)
  return at < 0 ? -1 : known.columns.ids.length + at
}

/** A row as it is shown; it must exist. */
export function rowAt(rows: OperatorRows, row: number): OperatorRow {
  const { known, pending, edits } = rows
  const key = keyAt(rows, row)
  const status = rows.statuses[row] as Status
  const edit = edits.get(row) ?? null
  if (typeof key === 'number') {
    const unlisted = status !== 2 && known.unlisted.has(key)
    return {
      key,
      operator: { kind: 'known', id: key },
      id: key,
      name: nameAt(known.columns, row),
      status,
      edit,
      unlisted
    }
  }
  const { entryId, name, operatorId } = pending[row - known.columns.ids.length] as PendingRow
  const operator: OperatorRef =
    operatorId === null ? { kind: 'created-by', entryId } : { kind: 'known', id: operatorId }
  return { key, operator, id: operatorId, name, status, edit, unlisted: false }
}

/** The key under which a row goes on: that of the operator, once an add has become one. */
export function currentKey(
  rows: OperatorRows,
  entries: OutboxView['entries'],
  key: RowKey
): RowKey {
  const entry = typeof key === 'number' ? undefined : entries.get(key)
  const id = entry && createdBy(entry)
  return id != null && rowFinder(rows.known.columns)(id) >= 0 ? id : key
}

import type { EntryId } from '../../shared/edit.ts'
import type { Entry } from '../outbox/entry.ts'
import type { OutboxView } from '../outbox/outbox.ts'
import { rowFinder } from './known.ts'
import { ListedMarks } from './listed-marks.ts'
import {
  cameIn,
  growsFrom,
  isPrefix,
  movedRows,
  type Part,
  partOf,
  type ShownOperators
} from './parts.ts'
import { PendingRows } from './pending-rows.ts'
import {
  badgeCode,
  changeBy,
  isAwaited,
  laidOver,
  listedAt,
  operatorOf,
  type RowChange,
  type RowEdit
} from './row-change.ts'
import type { OperatorRows, RowKey } from './rows.ts'

type Queue = Pick<OutboxView, 'bare' | 'changes'>

/** The rows of these operators with these own edits. */
export function rowsOf(known: ShownOperators, queue: Queue): OperatorRows {
  const live = new LiveRows()
  let rows = live.next(known, queue)
  while (live.isBehind) rows = live.next(known, queue)
  return rows
}

/** So many entries are looked at before the window may paint: some ms of work. */
const slice = 2_000

/**
 * The rows that are shown, kept up as lists come and entries change. What a change costs
 * follows what changed, not how much waits. Of very much it takes in some at a time.
 */
export class LiveRows {
  #rows: OperatorRows | null = null
  #mark = 0
  #bare: OutboxView['bare'] = new Map()
  readonly #pending = new PendingRows()
  readonly #created = new Map<number, EntryId>()
  readonly #creates = new Map<EntryId, number>()
  /** Status edits by whom they name: an operator's id, or the entry of the add that creates the operator. */
  readonly #statusEdits = new Map<RowKey, Set<EntryId>>()
  readonly #named = new Map<EntryId, RowKey>()
  readonly #edits = new Map<RowKey, RowEdit>()
  readonly #listed = new ListedMarks()
  /** Entries that were not looked at yet. */
  #due: Iterator<EntryId>[] = []
  /** Ended entries that show until a list says the same. */
  readonly #untilListed = new Set<EntryId>()

  /** Whether there is more to take in: `next` is to be called again, once the window may have painted. */
  get isBehind(): boolean {
    return this.#due.length > 0
  }

  /** The rows now. Where nothing of them has changed, the same object. */
  next(known: ShownOperators, { bare, changes }: Queue): OperatorRows {
    const before = this.#rows
    const since = before && growsFrom(before.known, known) ? changes.since(this.#mark) : null
    this.#mark = changes.mark
    this.#bare = bare
    if (since === null) this.#clear()
    const touched = new Set<RowKey>()
    this.#due.push((since ?? bare).keys())
    this.#takeDue(known, touched)
    if (before?.known !== known) this.#takeListed(before?.known ?? null, known, touched)
    if (before && since && before.known === known && touched.size === 0) return before
    if (before && since && before.known.columns === known.columns && touched.size === 0)
      return (this.#rows = { ...before, known })
    for (const key of touched) this.#settle(key, known)
    return (this.#rows = this.#compose(known))
  }

  #clear(): void {
    const tables = [this.#created, this.#creates, this.#statusEdits, this.#named, this.#edits]
    for (const table of [...tables, this.#pending, this.#untilListed, this.#listed]) table.clear()
    this.#due = []
  }

  #takeDue(known: ShownOperators, touched: Set<RowKey>): void {
    for (let left = slice; left > 0; left -= 1) {
      const [ids] = this.#due
      const next = ids?.next()
      if (!next) return
      if (next.done === true) this.#due.shift()
      else this.#take(next.value, known, touched)
    }
  }

  /** What the list says anew bears upon who waited for it, and on whom it shows for the first time. */
  #takeListed(before: ShownOperators | null, known: ShownOperators, touched: Set<RowKey>): void {
    for (const id of [...this.#untilListed]) this.#take(id, known, touched)
    const { ids } = known.columns
    if (before && !isPrefix(before.columns.ids, ids))
      this.#listed.move(movedRows(before, known), ids.length)
    this.#listed.grow(ids.length)
    if (this.#statusEdits.size > 0 && ids !== before?.columns.ids)
      this.#touchCame(cameIn(before, known), known, touched)
  }

  /** Whose edits bear upon rows that came: found by the rows, or by the edits where those are fewer. */
  #touchCame(came: readonly Part[], known: ShownOperators, touched: Set<RowKey>): void {
    const { ids } = known.columns
    if (came.reduce((sum, { from, to }) => sum + to - from, 0) <= this.#statusEdits.size) {
      for (const { from, to } of came) ids.subarray(from, to).forEach((id) => touched.add(id))
      return
    }
    const rowOf = rowFinder(known.columns)
    for (const named of this.#statusEdits.keys()) {
      const id = typeof named === 'number' ? named : this.#otherKey(named)
      const row = typeof id === 'number' ? rowOf(id) : -1
      if (came.some(({ from, to }) => row >= from && row < to)) this.#touch(named, touched)
    }
  }

  /** Looks at an entry that has come, changed or left. `touched`: the keys of the rows that it bears upon. */
  #take(id: EntryId, known: ShownOperators, touched: Set<RowKey>): void {
    const entry = this.#bare.get(id)
    if (entry && partOf(known, entry.edit.organizationId)) {
      if (entry.edit.kind === 'add') this.#takeAdd(entry, known, touched)
      else this.#takeStatus(entry, known, touched)
    } else this.#drop(id, touched)
  }

  #takeAdd(entry: Entry, known: ShownOperators, touched: Set<RowKey>): void {
    const { id: entryId, order } = entry
    const { name, organizationId } = entry.edit
    const operatorId = operatorOf(entry)
    const { columns } = known
    const awaited = isAwaited(entry, { columns, at: listedAt(known, entry) })
    if (awaited) this.#pending.put({ entryId, order, organizationId, name, operatorId })
    else this.#pending.remove(entryId)
    mark(this.#untilListed, entryId, awaited && operatorId !== null)
    touched.add(entryId)
    if (operatorId === null) return
    if (!this.#created.has(operatorId)) this.#created.set(operatorId, entryId)
    this.#creates.set(entryId, operatorId)
    touched.add(operatorId)
  }

  #takeStatus(entry: Entry, known: ShownOperators, touched: Set<RowKey>): void {
    const { id, edit } = entry
    if (edit.kind !== 'set-status') return
    const named = edit.operator.kind === 'known' ? edit.operator.id : edit.operator.entryId
    const same = this.#statusEdits.get(named)
    if (same) same.add(id)
    else this.#statusEdits.set(named, new Set([id]))
    this.#named.set(id, named)
    const change = changeBy(entry, listedAt(known, entry))
    mark(this.#untilListed, id, operatorOf(entry) !== null && typeof change?.status === 'number')
    this.#touch(named, touched)
  }

  #drop(id: EntryId, touched: Set<RowKey>): void {
    this.#untilListed.delete(id)
    if (this.#pending.byEntry.has(id)) touched.add(id)
    this.#pending.remove(id)
    this.#dropCreator(id, touched)
    const named = this.#named.get(id)
    if (named === undefined) return
    this.#named.delete(id)
    this.#statusEdits.get(named)?.delete(id)
    this.#touch(named, touched)
  }

  #dropCreator(id: EntryId, touched: Set<RowKey>): void {
    const operatorId = this.#creates.get(id)
    if (operatorId === undefined) return
    this.#creates.delete(id)
    if (this.#created.get(operatorId) === id) this.#created.delete(operatorId)
    touched.add(operatorId)
  }

  /** The rows that an operator has had and has: that of the add, and its own. */
  #touch(named: RowKey, touched: Set<RowKey>): void {
    touched.add(named)
    const other = this.#otherKey(named)
    if (other !== null) touched.add(other)
  }

  #otherKey(key: RowKey): RowKey | null {
    if (typeof key === 'number') return this.#created.get(key) ?? null
    const creator = this.#bare.get(key)
    return creator ? operatorOf(creator) : null
  }

  /** Works out what the edits of a row come to. */
  #settle(key: RowKey, known: ShownOperators): void {
    const change = this.#hasRow(key) ? this.#changeOf(key, known) : null
    const edit = change?.edit ?? null
    if (edit && edit.entryId !== key) this.#edits.set(key, edit)
    else this.#edits.delete(key)
    const badge = badgeCode(edit?.badge)
    const status = typeof change?.status === 'number' ? change.status : null
    if (typeof key === 'string') this.#pending.mark(key, badge, status ?? 0)
    else {
      const row = rowFinder(known.columns)(key)
      if (row >= 0) this.#listed.mark(row, badge, status)
    }
  }

  #hasRow(key: RowKey): boolean {
    return typeof key === 'number' || this.#pending.byEntry.has(key)
  }

  #changeOf(key: RowKey, known: ShownOperators): RowChange | null {
    const creator = typeof key === 'number' ? this.#created.get(key) : undefined
    const ids = [key, ...(creator === undefined ? [] : [creator])].flatMap((named) => [
      ...(this.#statusEdits.get(named) ?? [])
    ])
    if (typeof key === 'string') ids.push(key)
    const entries = ids.map((id) => this.#bare.get(id)).filter((entry) => entry !== undefined)
    entries.sort((one, next) => one.order - next.order)
    let change: RowChange | null = null
    for (const entry of entries) change = laidOver(change, changeBy(entry, listedAt(known, entry)))
    return change
  }

  #compose(known: ShownOperators): OperatorRows {
    const listed = known.columns.ids.length
    const table = this.#pending.table()
    const statuses = new Uint8Array(listed + table.rows.length)
    const badges = new Uint8Array(statuses.length)
    statuses.set(known.columns.statuses)
    statuses.set(table.statuses, listed)
    badges.set(table.badges, listed)
    this.#listed.lay(listed, { badges, statuses })
    return {
      ...{ known, table, statuses, badges, created: this.#created, edits: this.#edits },
      pending: table.rows,
      pendingByEntry: this.#pending.byEntry
    }
  }
}

function mark(set: Set<EntryId>, id: EntryId, on: boolean): void {
  if (on) set.add(id)
  else set.delete(id)
}

import type { EntryId } from '../../shared/edit.ts'
import { appended, foldNames, type JoinedTexts } from './fold.ts'
import { gathered, placesOf, slotColumns } from './slot-columns.ts'

/** An add that the service has not shown yet. */
export interface PendingRow {
  readonly entryId: EntryId
  /** Its place in the queue. */
  readonly order: number
  readonly organizationId: number
  readonly name: string
  /** `null` until the service gave one. */
  readonly operatorId: number | null
}

/**
 * The pending rows of one moment in columns, so that a look at all of a hundred thousand takes no time. A row
 * keeps its slot for as long as it waits, whoever comes and goes before it.
 */
export interface PendingTable {
  /** In queue order. */
  readonly rows: readonly PendingRow[]
  /** The slot of each row. */
  readonly slots: Uint32Array
  /** Where the row of a slot stands, -1 where it has left. */
  readonly places: Int32Array
  /** Names as search compares them, by slot. */
  readonly folded: JoinedTexts
  /** How the edit of each row stands, and the status that it shows. */
  readonly badges: Uint8Array
  readonly statuses: Uint8Array
  /** Slots of different generations have nothing to do with each other. */
  readonly generation: number
}

/** Where the row of a place in the queue stands, -1 where it is not there. */
export function placeOfOrder(rows: readonly PendingRow[], order: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rows[middle] as PendingRow).order < order) low = middle + 1
    else high = middle
  }
  return rows[low]?.order === order ? low : -1
}

/** Slots are given out anew once so many more of them are used up than there are rows. */
const mostUsedUp = 200_000

interface Came {
  readonly row: PendingRow
  readonly slot: number
}

/** The pending rows in queue order, kept up row by row: what it costs follows what changed. */
export class PendingRows {
  readonly #byEntry = new Map<EntryId, PendingRow>()
  readonly #slotOf = new Map<EntryId, number>()
  #columns = slotColumns(0)
  #given = 0
  #table = emptyTable(0)
  #came: Came[] = []
  #changed: PendingRow[] = []
  #anyLeft = false
  #anyMarked = false

  /** Rows by their entries, as they are now. */
  get byEntry(): ReadonlyMap<EntryId, PendingRow> {
    return this.#byEntry
  }

  /** Takes in a row that is new or has changed. */
  put(row: PendingRow): void {
    const known = this.#byEntry.get(row.entryId)
    if (known && known.name === row.name && known.operatorId === row.operatorId) return
    if (known && known.name !== row.name) this.remove(row.entryId)
    this.#byEntry.set(row.entryId, row)
    if (this.#slotOf.has(row.entryId)) this.#changed.push(row)
    else this.#came.push({ row, slot: this.#give(row.entryId) })
  }

  /** How the edit of a row stands, and the status that it shows. */
  mark(entryId: EntryId, badge: number, status: number): void {
    const slot = this.#slotOf.get(entryId)
    if (slot === undefined) return
    this.#columns.badges[slot] = badge
    this.#columns.statuses[slot] = status
    this.#anyMarked = true
  }

  remove(entryId: EntryId): void {
    const slot = this.#slotOf.get(entryId)
    if (slot === undefined) return
    this.#byEntry.delete(entryId)
    this.#slotOf.delete(entryId)
    this.#columns.here[slot] = 0
    this.#anyLeft = true
  }

  clear(): void {
    this.#byEntry.clear()
    this.#beginAnew()
    this.#came = []
    this.#changed = []
  }

  /** The rows now; the same object where they are the same. */
  table(): PendingTable {
    if (this.#given - this.#byEntry.size > mostUsedUp) this.#giveAnew()
    const came = this.#came.filter(({ slot }) => this.#columns.here[slot] === 1)
    const isSame = came.length + this.#changed.length === 0 && !this.#anyLeft
    if (isSame && !this.#anyMarked) return this.#table
    const arranged = isSame ? this.#table : this.#arranged(came)
    const { badges, statuses } = this.#columns
    this.#table = {
      ...arranged,
      badges: gathered(badges, arranged.slots),
      statuses: gathered(statuses, arranged.slots)
    }
    this.#changed = []
    this.#came = []
    this.#anyLeft = this.#anyMarked = false
    return this.#table
  }

  #arranged(came: readonly Came[]): PendingTable {
    const { here } = this.#columns
    const { rows, slots, folded, generation } = this.#table
    const next = inOrder(this.#anyLeft ? thoseHere({ rows, slots }, here) : { rows, slots }, came)
    for (const { entryId } of this.#changed) replace(next.rows, this.#byEntry.get(entryId))
    const names = this.#came.map(({ row }) => row.name)
    return {
      ...this.#table,
      ...next,
      places: placesOf(next.slots, this.#given),
      folded: names.length === 0 ? folded : appended(folded, foldNames(names)),
      generation
    }
  }

  #give(entryId: EntryId): number {
    const slot = this.#given++
    const { length } = this.#columns.here
    if (slot >= length) this.#columns = slotColumns(Math.max(1024, 2 * length), this.#columns)
    this.#columns.here[slot] = 1
    this.#slotOf.set(entryId, slot)
    return slot
  }

  /** Gives the slots out anew: names are folded anew too. */
  #giveAnew(): void {
    const rows = [...this.#byEntry.values()].sort((one, other) => one.order - other.order)
    const before = this.#columns
    const slots = rows.map(({ entryId }) => this.#slotOf.get(entryId) as number)
    this.#beginAnew()
    this.#changed = []
    this.#came = rows.map((row) => ({ row, slot: this.#give(row.entryId) }))
    slots.forEach((slot, at) => {
      this.#columns.badges[at] = before.badges[slot] as number
      this.#columns.statuses[at] = before.statuses[slot] as number
    })
  }

  #beginAnew(): void {
    this.#slotOf.clear()
    this.#columns = slotColumns(0)
    this.#given = 0
    this.#anyLeft = this.#anyMarked = false
    this.#table = emptyTable(this.#table.generation + 1)
  }
}

function emptyTable(generation: number): PendingTable {
  return {
    rows: [],
    slots: new Uint32Array(0),
    places: new Int32Array(0),
    folded: { text: '', starts: new Uint32Array(1) },
    badges: new Uint8Array(0),
    statuses: new Uint8Array(0),
    generation
  }
}

type Arranged = Pick<PendingTable, 'rows' | 'slots'>

/** The rows that have not left. They leave from the front, mostly: what stands behind is moved, not looked at. */
function thoseHere({ rows, slots }: Arranged, here: Uint8Array): Arranged {
  const isHere = (slot: number): boolean => here[slot] === 1
  let end = slots.length
  while (end > 0 && isHere(slots[end - 1] as number)) end -= 1
  const kept: PendingRow[] = []
  const keptSlots = new Uint32Array(slots.length)
  for (let place = 0; place < end; place += 1) {
    const slot = slots[place] as number
    if (isHere(slot)) keptSlots[kept.push(rows[place] as PendingRow) - 1] = slot
  }
  keptSlots.set(slots.subarray(end), kept.length)
  const all = kept.concat(rows.slice(end))
  return { rows: all, slots: keptSlots.subarray(0, all.length) }
}

/** New rows stand at the end; nearly always that is their place. */
function inOrder(
  kept: Arranged,
  came: readonly Came[]
): { rows: PendingRow[]; slots: Uint32Array } {
  const sorted = came.toSorted((one, other) => one.row.order - other.row.order)
  const rows = [...kept.rows, ...sorted.map(({ row }) => row)]
  const slots = new Uint32Array(rows.length)
  slots.set(kept.slots)
  slots.set(
    Uint32Array.from(sorted, ({ slot }) => slot),
    kept.slots.length
  )
  const last = kept.rows.at(-1)
  const isInOrder = !last || !sorted[0] || last.order < sorted[0].row.order
  if (isInOrder) return { rows, slots }
  const all = rows.map((row, at) => ({ row, slot: slots[at] as number }))
  return inOrder({ rows: [], slots: new Uint32Array(0) }, all)
}

function replace(rows: PendingRow[], row: PendingRow | undefined): void {
  const at = row ? placeOfOrder(rows, row.order) : -1
  if (row && at >= 0 && rows[at]?.entryId === row.entryId) rows[at] = row
}

import type { EntryId } from '../../shared/edit.ts'

/** An add that the service has not shown yet. */
export interface PendingRow {
  readonly entryId: EntryId
  /** Its place in the queue. */
  readonly order: number
  readonly name: string
  /** `null` until the service gave one. */
  readonly operatorId: number | null
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

/** The pending rows in queue order, kept up row by row: what it costs follows what changed. */
export class PendingRows {
  readonly #byEntry = new Map<EntryId, PendingRow>()
  #rows: readonly PendingRow[] = []
  #came: PendingRow[] = []
  #changed: PendingRow[] = []
  #left = new Set<number>()

  /** Rows by their entries, as they are now. */
  get byEntry(): ReadonlyMap<EntryId, PendingRow> {
    return this.#byEntry
  }

  /** Takes in a row that is new or has changed. */
  put(row: PendingRow): void {
    const known = this.#byEntry.get(row.entryId)
    if (known && known.name === row.name && known.operatorId === row.operatorId) return
    this.#byEntry.set(row.entryId, row)
    if (known) this.#changed.push(row)
    else if (this.#left.delete(row.order)) this.#changed.push(row)
    else this.#came.push(row)
  }

  remove(entryId: EntryId): void {
    const row = this.#byEntry.get(entryId)
    if (!row) return
    this.#byEntry.delete(entryId)
    this.#left.add(row.order)
  }

  clear(): void {
    this.#byEntry.clear()
    this.#rows = []
    this.#settled()
  }

  /** The rows now; the same object where they are the same. */
  rows(): readonly PendingRow[] {
    const came = this.#came.filter(({ order }) => !this.#left.has(order))
    if (came.length + this.#changed.length + this.#left.size === 0) return this.#rows
    const rows = this.#rows.filter(({ order }) => !this.#left.has(order))
    for (const row of came.sort((one, other) => one.order - other.order)) rows.push(row)
    if (rows.length > came.length && came.length > 0) inOrder(rows, rows.length - came.length)
    for (const row of this.#changed) replace(rows, row)
    this.#settled()
    return (this.#rows = rows)
  }

  #settled(): void {
    this.#came = []
    this.#changed = []
    this.#left = new Set()
  }
}

/** New rows stand at the end; nearly always that is their place. */
function inOrder(rows: PendingRow[], from: number): void {
  const isInOrder = (rows[from - 1] as PendingRow).order < (rows[from] as PendingRow).order
  if (!isInOrder) rows.sort((one, other) => one.order - other.order)
}

function replace(rows: PendingRow[], row: PendingRow): void {
  const at = placeOfOrder(rows, row.order)
  if (at >= 0) rows[at] = row
}

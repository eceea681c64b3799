import type { Status } from '../../shared/operator.ts'

const none = 255

/** What own edits make of the rows that the service lists, by row number. */
export class ListedMarks {
  #badges = new Uint8Array(0)
  #statuses = new Uint8Array(0)
  #wanted = 0

  /** There are so many rows now; those that were there keep what they have. */
  grow(rows: number): void {
    if (rows <= this.#badges.length) return
    const size = Math.max(rows, 2 * this.#badges.length)
    const badges = new Uint8Array(size)
    badges.set(this.#badges)
    const statuses = new Uint8Array(size).fill(none)
    statuses.set(this.#statuses)
    this.#badges = badges
    this.#statuses = statuses
  }

  /** Rows stand elsewhere now: `to` says where, -1 for those that are gone. There are so many rows now. */
  move(to: Int32Array, rows: number): void {
    const badges = this.#badges
    const statuses = this.#statuses
    this.#badges = new Uint8Array(rows)
    this.#statuses = new Uint8Array(rows).fill(none)
    to.forEach((row, before) => {
      if (row < 0) return
      this.#badges[row] = badges[before] as number
      this.#statuses[row] = statuses[before] as number
    })
  }

  /** How the edit of a row stands, by its code, and the status that it wants shown. */
  mark(row: number, badge: number, status: Status | null): void {
    if (this.#statuses[row] !== none) this.#wanted -= 1
    if (status !== null) this.#wanted += 1
    this.#badges[row] = badge
    this.#statuses[row] = status ?? none
  }

  clear(): void {
    this.#badges.fill(0)
    this.#statuses.fill(none)
    this.#wanted = 0
  }

  /** Lays the marks of the first so many rows over what columns of all rows hold. */
  lay(rows: number, onto: { readonly badges: Uint8Array; readonly statuses: Uint8Array }): void {
    onto.badges.set(this.#badges.subarray(0, rows))
    if (this.#wanted === 0) return
    for (let row = 0; row < rows; row += 1) {
      const status = this.#statuses[row] as number
      if (status !== none) onto.statuses[row] = status
    }
  }
}

import type { EntryId } from '../../shared/edit.ts'

/**
 * Entries in queue order. Adding at the end and taking from the front, which is nearly all that a queue
 * does, cost next to nothing; elsewhere a binary search and one move of memory.
 */
export class Ordered {
  readonly #orders: number[] = []
  readonly #ids: EntryId[] = []

  get size(): number {
    return this.#orders.length
  }

  /** The order of the first entry; Infinity where there is none. */
  get head(): number {
    return this.#orders[0] ?? Infinity
  }

  first(): EntryId | undefined {
    return this.#ids[0]
  }

  /** At most `count` ids, from the front. */
  take(count: number): readonly EntryId[] {
    return this.#ids.slice(0, count)
  }

  /** The id just before `order`, where there is one. */
  before(order: number): EntryId | undefined {
    return this.#ids[this.#place(order) - 1]
  }

  /** Puts an entry at its place; once is enough. */
  add(order: number, id: EntryId): void {
    const place = this.#place(order)
    if (this.#orders[place] === order) return
    this.#orders.splice(place, 0, order)
    this.#ids.splice(place, 0, id)
  }

  remove(order: number): void {
    const place = this.#place(order)
    if (this.#orders[place] !== order) return
    this.#orders.splice(place, 1)
    this.#ids.splice(place, 1)
  }

  #place(order: number): number {
    const last = this.#orders.at(-1)
    if (last === undefined || last < order) return this.#orders.length
    let low = 0
    let high = this.#orders.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#orders[middle] ?? Infinity) < order) low = middle + 1
      else high = middle
    }
    return low
  }
}

import type { EntryId } from '../../shared/edit.ts'

/**
 * Entries in queue order. Adding at the end and taking from near the front, which is nearly all that a queue
 * does, cost next to nothing; elsewhere a binary search and one move of memory, of whichever side is shorter.
 */
export class Ordered {
  #orders: number[] = []
  #ids: EntryId[] = []
  /** Where the front is: what was taken from there is let go of only now and then. */
  #front = 0

  get size(): number {
    return this.#orders.length - this.#front
  }

  /** The order of the first entry; Infinity where there is none. */
  get head(): number {
    return this.#orders[this.#front] ?? Infinity
  }

  first(): EntryId | undefined {
    return this.#ids[this.#front]
  }

  /** At most `count` ids, from the front. */
  take(count: number): readonly EntryId[] {
    return this.slice(0, count)
  }

  /** The ids from one place up to, and without, another; the front is place 0. */
  slice(from: number, to: number): readonly EntryId[] {
    return this.#ids.slice(this.#front + from, this.#front + to)
  }

  /** The place of an order that is there; else -1. */
  placeOf(order: number): number {
    const place = this.#place(order)
    return this.#orders[place] === order ? place - this.#front : -1
  }

  /** The id just before `order`, where there is one. */
  before(order: number): EntryId | undefined {
    const place = this.#place(order)
    return place > this.#front ? this.#ids[place - 1] : undefined
  }

  /** Puts an entry at its place; once is enough. */
  add(order: number, id: EntryId): void {
    const place = this.#place(order)
    if (this.#orders[place] === order) return
    if (place === this.#orders.length) {
      this.#orders.push(order)
      this.#ids.push(id)
      return
    }
    if (this.#front > 0 && place - this.#front < this.#orders.length - place) {
      this.#frontTo(this.#front - 1, place)
      this.#orders[place - 1] = order
      this.#ids[place - 1] = id
      return
    }
    this.#orders.splice(place, 0, order)
    this.#ids.splice(place, 0, id)
  }

  remove(order: number): void {
    const place = this.#place(order)
    if (this.#orders[place] !== order) return
    if (place - this.#front < this.#orders.length - place) {
      this.#frontTo(this.#front + 1, place)
      this.#letGo()
      return
    }
    this.#orders.splice(place, 1)
    this.#ids.splice(place, 1)
  }

  /** Moves what stands before a place by one, to a new front. */
  #frontTo(front: number, place: number): void {
    const by = front - this.#front
    const shift = (at: number): void => {
      this.#orders[at + by] = this.#orders[at] as number
      this.#ids[at + by] = this.#ids[at] as EntryId
    }
    if (by < 0) for (let at = this.#front; at < place; at += 1) shift(at)
    else for (let at = place - 1; at >= this.#front; at -= 1) shift(at)
    this.#front = front
  }

  /** What was taken from the front never outweighs what is left. */
  #letGo(): void {
    if (this.#front * 2 <= this.#orders.length) return
    this.#orders = this.#orders.slice(this.#front)
    this.#ids = this.#ids.slice(this.#front)
    this.#front = 0
  }

  #place(order: number): number {
    const last = this.#orders.at(-1)
    if (last === undefined || last < order) return this.#orders.length
    let low = this.#front
    let high = this.#orders.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#orders[middle] ?? Infinity) < order) low = middle + 1
      else high = middle
    }
    return low
  }
}

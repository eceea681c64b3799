import { lastingKeyAtPlace, type Places } from './places.ts'
import { type OperatorRow, type OperatorRows, rowAt, type RowKey } from './rows.ts'

/** A row that is rendered, with the element that shows it. */
export interface SlottedRow {
  /** Tells elements apart. */
  readonly slot: number
  /** What tells rows apart for as long as they show. */
  readonly key: RowKey
  /** Among the shown rows, from 0. */
  readonly place: number
  readonly row: OperatorRow
}

/**
 * Gives rendered rows their elements. Whatever comes and goes, a row that is rendered keeps its element. While
 * the rows stay what they are and the person scrolls, searches or sorts, elements of rows that left go to those
 * that come in, which is several times quicker than making new ones. When a list or an edit changes the rows,
 * unasked for, they go, so that none shows another operator under the pointer.
 */
export class RowSlots {
  #rows: OperatorRows | null = null
  #rendered: readonly SlottedRow[] = []
  #next = 0

  /** The rows from one place up to before another, in order. Those that did not change are the same objects. */
  render(places: Places, from: number, to: number): readonly SlottedRow[] {
    const before = new Map(this.#rendered.map((slotted) => [slotted.key, slotted]))
    const same = this.#rows === places.rows
    const keys = Array.from({ length: to - from }, (_, at) => lastingKeyAtPlace(places, from + at))
    // From the first on: where all are new, none has to move.
    const free = (same ? freed(before, keys) : []).values()
    this.#rows = places.rows
    this.#rendered = keys.map((key, at) => {
      const known = before.get(key)
      const place = from + at
      if (known && same && known.place === place) return known
      const slot = known?.slot ?? free.next().value ?? this.#next++
      return { slot, key, place, row: rowAt(places.rows, places.visible.order[place] ?? -1) }
    })
    return this.#rendered
  }
}

/** The elements that no row needs any more. */
function freed(before: ReadonlyMap<RowKey, SlottedRow>, keys: readonly RowKey[]): number[] {
  const kept = new Set(keys)
  return [...before.values()].filter(({ key }) => !kept.has(key)).map(({ slot }) => slot)
}

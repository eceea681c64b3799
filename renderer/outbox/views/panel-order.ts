import type { EntryId } from '../../../shared/edit.ts'
import type { Entry } from '../entry.ts'
import { Ordered } from '../ordered.ts'
import type { OutboxView } from '../outbox.ts'
import { rankOf, type StateKind, stateOrder } from './arrange.ts'

/** The entries of the panel in its order, of which only those that are drawn are looked at. */
export interface PanelRows {
  readonly length: number
  /** The entries from one place up to, and without, another. */
  slice(from: number, to: number): Entry[]
  /** Where an entry stands, -1 where it does not show. */
  placeOf(id: EntryId): number
}

interface Standing {
  readonly kind: StateKind
  readonly order: number
}

type Queue = Pick<OutboxView, 'entries' | 'bare' | 'changes'>

/**
 * The order of the outbox: needs you, rejected, unsent in the order in which they are sent, ended with the
 * latest first. It is kept up entry by entry, so that a change costs the same with 100,000 of them as with ten.
 */
export class PanelOrder {
  #mark = -1
  readonly #standing = new Map<EntryId, Standing>()
  readonly #kinds = new Map(stateOrder.map((kind) => [kind, new Ordered()]))
  readonly #ranks = [new Ordered(), new Ordered(), new Ordered(), new Ordered()] as const

  /** The rows now. `filter`: one state alone, or `null` for all. */
  rows(queue: Queue, filter: StateKind | null): PanelRows {
    this.follow(queue)
    const { entries } = queue
    const parts = this.#parts(filter)
    return {
      length: parts.reduce((sum, { ids }) => sum + ids.size, 0),
      slice: (from, to) =>
        slice(parts, from, to)
          .map((id) => entries.get(id))
          .filter((entry) => entry !== undefined),
      placeOf: (id) => placeOf(parts, this.#standing.get(id))
    }
  }

  /** The entries in one state, in queue order. */
  inState(queue: Queue, kind: StateKind): readonly EntryId[] {
    this.follow(queue)
    return this.#kinds.get(kind)?.take(Infinity) ?? []
  }

  #parts(filter: StateKind | null): readonly Part[] {
    if (filter !== null) return [partOf(this.#kinds.get(filter) ?? new Ordered(), rankOf(filter))]
    return this.#ranks.map(partOf)
  }

  /** Takes in what has changed since it was last looked at. */
  follow({ bare, changes }: Queue): void {
    const since = changes.since(this.#mark)
    this.#mark = changes.mark
    if (since === null) for (const id of this.#standing.keys()) this.#leave(id)
    for (const id of since ?? bare.keys()) this.#put(id, bare.get(id))
  }

  #put(id: EntryId, entry: Entry | undefined): void {
    const before = this.#standing.get(id)
    if (before && before.kind === entry?.state.kind && before.order === entry.order) return
    this.#leave(id)
    if (!entry) return
    const { order } = entry
    const { kind } = entry.state
    this.#standing.set(id, { kind, order })
    this.#kinds.get(kind)?.add(order, id)
    this.#ranks[rankOf(kind)].add(order, id)
  }

  #leave(id: EntryId): void {
    const standing = this.#standing.get(id)
    if (!standing) return
    this.#standing.delete(id)
    this.#kinds.get(standing.kind)?.remove(standing.order)
    this.#ranks[rankOf(standing.kind)].remove(standing.order)
  }
}

/** Some of the rows; the ended ones stand with the latest first. */
interface Part {
  readonly ids: Ordered
  readonly backwards: boolean
}

function partOf(ids: Ordered, rank: number): Part {
  return { ids, backwards: rank === 3 }
}

function slice(parts: readonly Part[], from: number, to: number): EntryId[] {
  const found: EntryId[] = []
  let begin = 0
  for (const { ids, backwards } of parts) {
    const { size } = ids
    const [first, end] = [Math.max(0, from - begin), Math.min(size, to - begin)]
    begin += size
    if (first >= end) continue
    found.push(
      ...(backwards ? ids.slice(size - end, size - first).toReversed() : ids.slice(first, end))
    )
  }
  return found
}

function placeOf(parts: readonly Part[], standing: Standing | undefined): number {
  let begin = 0
  for (const { ids, backwards } of parts) {
    const place = standing ? ids.placeOf(standing.order) : -1
    if (place >= 0) return begin + (backwards ? ids.size - 1 - place : place)
    begin += ids.size
  }
  return -1
}

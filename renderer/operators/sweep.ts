import type { Failure } from '../../shared/failure.ts'
import { concernsAll } from './concerns-all.ts'
import type { Ageing } from './refresh.ts'

/** What lists are refreshed with, one after another. */
export interface SweepParts {
  /** Those to be kept fresh. */
  readonly ids: () => readonly number[]
  /** Until a list is due, ms. */
  readonly dueIn: (id: number) => number
  /** When a list came last, wall clock, ms; `null` where none ever did. */
  readonly at: (id: number) => number | null
  /** Whether the last attempt failed. */
  readonly hasFailed: (id: number) => boolean
  /** Resolves with the failure where there was one. */
  readonly fetch: (id: number) => Promise<Failure | null>
  /** How long to rest where nothing can be reached, ms. */
  readonly restMs: () => number
  readonly now: () => number
  /** A list is through. `ended`: no other is due. */
  readonly ondone: (ended: boolean) => void
}

/** How many lists of a sweep are through. */
export interface Progress {
  readonly done: number
  readonly of: number
}

/** Why nothing was asked for any more, and until when, wall clock, ms. */
interface Halt {
  readonly failure: Failure
  readonly until: number
}

/**
 * Keeps many lists fresh, one request at a time: first those that never came, then the oldest, at last those
 * that failed. Where the service cannot be reached at all, the others are spared the same.
 */
export class Sweep implements Ageing {
  readonly #parts: SweepParts
  readonly #left = new Set<number>()
  #of = 0
  #running = false
  #halt: Halt | null = null

  constructor(parts: SweepParts) {
    this.#parts = parts
  }

  /** How far it is; `null` while nothing is due. */
  get progress(): Progress | null {
    return this.#of === 0 ? null : { done: this.#of - this.#left.size, of: this.#of }
  }

  /** Why it rests before its end; `null` where it does not. */
  get halted(): Failure | null {
    return this.#halt?.failure ?? null
  }

  dueIn(): number {
    const { now, ids, dueIn } = this.#parts
    if (this.#halt) return Math.max(0, this.#halt.until - now())
    return this.#left.size > 0 ? 0 : Math.min(...ids().map(dueIn))
  }

  running(): boolean {
    return this.#running
  }

  /** Asks for the next list. */
  fetch(): void {
    this.#halt = null
    const { ids, dueIn } = this.#parts
    this.#take(ids().filter((id) => dueIn(id) === 0))
    const [next] = this.#inOrder()
    if (next !== undefined) void this.#fetch(next)
  }

  /** Every list is due, whatever its age. */
  all(): void {
    this.#halt = null
    this.#take(this.#parts.ids())
  }

  /** The service answers again. */
  reachable(): void {
    this.#halt = null
  }

  /** Nothing more is asked for. */
  end(): void {
    this.#left.clear()
    this.#of = 0
    this.#halt = null
  }

  #take(ids: readonly number[]): void {
    const more = ids.filter((id) => !this.#left.has(id))
    for (const id of more) this.#left.add(id)
    this.#of += more.length
  }

  #inOrder(): number[] {
    const { at, hasFailed } = this.#parts
    const rank = (id: number): number => (hasFailed(id) ? Infinity : (at(id) ?? 0))
    return [...this.#left].sort((one, other) => compare(rank(one), rank(other)))
  }

  async #fetch(id: number): Promise<void> {
    const { fetch, now, restMs, ondone } = this.#parts
    this.#running = true
    try {
      const failure = await fetch(id)
      this.#left.delete(id)
      if (failure && concernsAll(failure)) {
        this.end()
        this.#halt = { failure, until: now() + restMs() }
      }
    } finally {
      this.#running = false
    }
    const ended = this.#left.size === 0
    if (ended) this.#of = 0
    ondone(ended)
  }
}

function compare(one: number, other: number): number {
  return one < other ? -1 : one > other ? 1 : 0
}

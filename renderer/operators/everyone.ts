import type { KnownOperators } from '../cache/operator-cache.ts'
import type { Clock } from './clock.ts'
import { everyList } from './every-list.ts'
import type { EveryOperators } from './parts.ts'

/** Changes are gathered for so long, ms, and longer the more rows there are: joining a million takes a while. */
const restMs = 100
const rowsPerMs = 1000

/** While lists are read, they are joined each time that so many times as many rows are there. */
const growth = 3

/** What the operators of all organizations are joined from. */
export interface EveryoneParts {
  readonly clock: Clock
  /** The organizations in their order. */
  readonly organizationIds: () => readonly number[]
  /** Called after they were joined anew. */
  readonly changed: () => void
}

/** The operators of all organizations while they are shown, joined anew as lists of single ones change. */
export class Everyone {
  readonly #parts: EveryoneParts
  readonly #came = new Map<number, KnownOperators>()
  readonly #held = new Set<number>()
  #joined: EveryOperators | null = null
  /** Rows of what came since. */
  #waiting = 0
  #open = false
  #cancel: (() => void) | null = null

  constructor(parts: EveryoneParts) {
    this.#parts = parts
  }

  /** Everyone, as they were joined last; `null` where nobody asked for them. */
  now(): EveryOperators | null {
    return this.#joined
  }

  /** Begins to gather. */
  open(): void {
    this.#open = true
  }

  /** Lets go of everyone. */
  close(): void {
    this.#open = false
    this.#cancel?.()
    this.#cancel = null
    this.#came.clear()
    this.#waiting = 0
    this.#held.clear()
    this.#joined = null
  }

  /** Whether what is known of an organization was put. */
  holds(organizationId: number): boolean {
    return this.#held.has(organizationId)
  }

  /** An organization's list was read from the cache: soon all are, and are joined together. */
  read(known: KnownOperators): void {
    if (!this.#open) return
    this.#take(known)
    if (this.#waiting > this.#rows * growth) this.join()
  }

  /** An organization's list came, or changed. Those that were not read yet come with the reading. */
  put(known: KnownOperators): void {
    if (!this.#open || !this.#held.has(known.organizationId)) return
    this.#take(known)
    this.#cancel ??= this.#parts.clock.after(restMs + this.#rows / rowsPerMs, () => this.join())
  }

  /** Joins what has come, now. */
  join(): void {
    if (!this.#open) return
    this.#cancel?.()
    this.#cancel = null
    this.#joined = everyList(this.#parts.organizationIds(), this.#came, this.#joined)
    this.#came.clear()
    this.#waiting = 0
    this.#parts.changed()
  }

  get #rows(): number {
    return this.#joined?.columns.ids.length ?? 0
  }

  #take(known: KnownOperators): void {
    this.#held.add(known.organizationId)
    this.#came.set(known.organizationId, known)
    this.#waiting += known.columns.ids.length
  }
}

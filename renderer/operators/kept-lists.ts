import type { Failure } from '../../shared/failure.ts'
import type { KnownOperators, OperatorCache } from '../cache/operator-cache.ts'
import { nobodyKnown } from './known.ts'
import { type Writer, writeBehind } from './write-behind.ts'

/** Organizations whose operators stay in memory: the one shown and those used last. */
const inMemoryAtMost = 4

/** What is known of organizations: in memory, and in the cache, which is written behind and only where it changed. */
export class KeptLists {
  readonly #cache: OperatorCache
  readonly #changed: (known: KnownOperators) => void
  readonly #memory = new Map<number, KnownOperators>()
  readonly #seenAt = new Map<number, number | null>()
  readonly #loading = new Map<number, Promise<KnownOperators>>()
  readonly #writer: Writer
  #unreadable: Failure | null = null
  #shown: number | null = null

  /** `changed` is called with what is known now, after it was read and after every change. */
  constructor(cache: OperatorCache, changed: (known: KnownOperators) => void) {
    this.#cache = cache
    this.#changed = changed
    this.#writer = writeBehind(cache)
  }

  /** What is in memory now; `null` where it was not loaded yet. */
  inMemory(organizationId: number): KnownOperators | null {
    return this.#memory.get(organizationId) ?? null
  }

  /** When an organization's list came last, whether it is still in memory or not; `null` where none did. */
  seenAt(organizationId: number): number | null {
    return this.#seenAt.get(organizationId) ?? null
  }

  /** What is known, read from the cache where it is not in memory. */
  load(organizationId: number): Promise<KnownOperators> {
    const known = this.#memory.get(organizationId)
    if (known) return Promise.resolve(known)
    const loading = this.#loading.get(organizationId) ?? this.#read(organizationId)
    this.#loading.set(organizationId, loading)
    return loading
  }

  /** Changes what is known. Where `how` gives back the same object, nothing happens. */
  async change(
    organizationId: number,
    how: (known: KnownOperators) => KnownOperators
  ): Promise<void> {
    const loaded = await this.load(organizationId)
    const known = this.#memory.get(organizationId) ?? loaded
    const next = how(known)
    if (next === known) return
    this.#writer.write(next)
    this.#remember(next)
  }

  /** Names the organization that is shown: it stays in memory. */
  pin(organizationId: number | null): void {
    this.#shown = organizationId
  }

  /** Forgets everything in memory, after the cache was wiped. */
  forget(): void {
    this.#memory.clear()
    this.#seenAt.clear()
    this.#writer.forget()
  }

  /** Why the cache could not be read or written last; `null` while it works. */
  failure(): Failure | null {
    return this.#writer.failure() ?? this.#unreadable
  }

  /** Resolves once everything known now was written, or refused. */
  settled(): Promise<void> {
    return this.#writer.settled()
  }

  async #read(organizationId: number): Promise<KnownOperators> {
    await this.#writer.settled()
    const answer = await this.#cache.operators(organizationId)
    this.#unreadable = answer.ok ? null : answer.failure
    const known = (answer.ok ? answer.value : null) ?? nobodyKnown(organizationId)
    if (answer.ok && answer.value) this.#writer.kept(known)
    this.#loading.delete(organizationId)
    this.#remember(known)
    return known
  }

  #remember(known: KnownOperators): void {
    this.#memory.delete(known.organizationId)
    this.#memory.set(known.organizationId, known)
    this.#seenAt.set(known.organizationId, known.at)
    const others = [...this.#memory.keys()].filter((id) => id !== this.#shown)
    for (const id of others.slice(0, Math.max(0, this.#memory.size - inMemoryAtMost))) {
      this.#memory.delete(id)
      this.#writer.release(id)
    }
    this.#changed(known)
  }
}

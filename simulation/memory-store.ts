import type { Attempt } from '../shared/attempt.ts'
import type { EntryId } from '../shared/edit.ts'
import type { Failure } from '../shared/failure.ts'
import { failed, ok } from '../shared/result.ts'
import { hasEnded, type KeptEntry } from '../renderer/outbox/kept-entry.ts'
import type { HistoryEvent } from '../renderer/outbox/outbox.ts'
import type { OutboxStore, StoredChanges } from '../renderer/outbox/ports.ts'

type StoreLabel = 'store-load' | 'store-write' | 'store-written' | 'store-test'

/** What a strict database keeps: a transaction is there as a whole, or not at all. It survives its process. */
export class MemoryStore {
  storeId: string | null = null
  entries = new Map<EntryId, KeptEntry>()
  past = new Map<EntryId, KeptEntry>()
  readonly #attempts = new Map<string, Attempt>()
  readonly #created = new Map<EntryId, number>()
  readonly #history: HistoryEvent[] = []
  /** Told of entries that have ended, as they are written. */
  onEnded: (id: EntryId) => void = () => undefined
  /** Told of attempts as the queue decides upon them, before they are written. */
  onDecided: (attempts: readonly Attempt[]) => void = () => undefined
  /** Why nothing can be written now; `null` while it can. */
  failure: Failure | null = null

  /** A process's view of it. `at` is awaited at each labelled moment. */
  open(at: (label: StoreLabel) => Promise<void>): OutboxStore {
    return {
      load: async () => {
        await at('store-load')
        return ok({
          storeId: this.storeId,
          entries: [...this.entries.values()].sort((one, other) => one.order - other.order),
          attempts: [...this.#attempts.values()],
          created: new Map(this.#created)
        })
      },
      write: async (changes) => {
        this.onDecided(changes.attempts)
        await at('store-write')
        if (this.failure) return failed(this.failure)
        this.#write(changes)
        await at('store-written')
        return ok(null)
      },
      past: () => Promise.resolve(ok([...this.past.values()])),
      history: (id) => Promise.resolve(ok(this.#history.filter((event) => event.entryId === id))),
      test: async () => {
        await at('store-test')
        return this.failure ? failed(this.failure) : ok(null)
      },
      close: () => undefined
    }
  }

  /** The database is gone, as after a full disk. */
  lose(): void {
    this.storeId = null
    this.entries.clear()
    this.past.clear()
    this.#attempts.clear()
    this.#created.clear()
    this.#history.length = 0
  }

  /** Everything that it holds, as text. */
  text(): string {
    return JSON.stringify([...this.entries.values(), ...this.#attempts.values(), ...this.#history])
  }

  #write(changes: StoredChanges): void {
    this.storeId = changes.storeId ?? this.storeId
    for (const entry of changes.entries) {
      this.entries.set(entry.id, entry)
      if (hasEnded(entry.state)) this.onEnded(entry.id)
    }
    for (const id of changes.past) {
      const entry = this.entries.get(id)
      if (entry) this.past.set(id, entry)
      this.entries.delete(id)
    }
    for (const attempt of changes.attempts) this.#attempts.set(attempt.id, attempt)
    for (const id of changes.goneAttempts) this.#attempts.delete(id)
    for (const [entryId, operatorId] of changes.created) this.#created.set(entryId, operatorId)
    this.#history.push(...changes.history)
  }
}

import type { Attempt, AttemptId } from '../shared/attempt.ts'
import type { EntryId } from '../shared/edit.ts'

/** What a person no longer wants sent, and whether the queue heeds it. */
export class Discards {
  readonly #ids = new Set<EntryId>()
  readonly #decided = new Set<AttemptId>()

  /** The queue has stored that the entry is not wanted. */
  add(id: EntryId): void {
    this.#ids.add(id)
  }

  /** The person is asked about the entry once more: their answer counts. */
  forget(id: EntryId): void {
    this.#ids.delete(id)
  }

  /** The store, and with it what was discarded while it was under way, is gone. */
  clear(): void {
    this.#ids.clear()
  }

  /** What is wrong with attempts that the queue decides upon; one that it decided upon before is taken up again. */
  broken(attempts: readonly Attempt[]): readonly string[] {
    const fresh = attempts.filter(({ id }) => !this.#decided.has(id))
    for (const { id } of fresh) this.#decided.add(id)
    return fresh.flatMap(({ id: attemptId, entries }) =>
      entries
        .filter(({ id }) => this.#ids.has(id))
        .map(({ id }) => `${id} goes in ${attemptId}, though it was discarded`)
    )
  }
}

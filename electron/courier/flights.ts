import type { AccountId } from '../../shared/account.ts'
import type { AttemptId, Outcome } from '../../shared/attempt.ts'

interface Flight {
  readonly accountId: AccountId
  readonly attemptId: AttemptId
  readonly outcome: Promise<Outcome>
  readonly recall: AbortController
}

/** Attempts under way, from the moment they are handed over until their outcome is kept. */
export class Flights {
  private readonly flights = new Set<Flight>()

  /**
   * What becomes of an attempt: of the flight that carries it already, or of one that begins now. The signal aborts
   * when the attempt is taken back: nothing of it may leave from then on.
   */
  carry(
    accountId: AccountId,
    attemptId: AttemptId,
    begin: (recall: AbortSignal) => Promise<Outcome>
  ): Promise<Outcome> {
    const known = this.of(accountId).find((flight) => flight.attemptId === attemptId)
    if (known !== undefined) return known.outcome
    const recall = new AbortController()
    const outcome = begin(recall.signal).finally(() => this.flights.delete(flight))
    const flight: Flight = { accountId, attemptId, outcome, recall }
    this.flights.add(flight)
    return outcome
  }

  /** Takes back these attempts of an account, `null` for all of it; those that have left go on. */
  recall(accountId: AccountId, attemptIds: readonly AttemptId[] | null): void {
    for (const { attemptId, recall } of this.of(accountId))
      if (attemptIds === null || attemptIds.includes(attemptId)) recall.abort()
  }

  /** Takes back whatever has not left, of every account; resolves when all has ended. */
  async end(): Promise<void> {
    const all = [...this.flights]
    for (const { recall } of all) recall.abort()
    await Promise.allSettled(all.map(({ outcome }) => outcome))
  }

  private of(accountId: AccountId): Flight[] {
    return [...this.flights].filter((flight) => flight.accountId === accountId)
  }
}

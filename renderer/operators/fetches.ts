import type { Failure } from '../../shared/failure.ts'
import type { Urgency } from '../../shared/ipc.ts'
import type { Result } from '../../shared/result.ts'

/** Fetches by key; equal ones in flight are one. */
export interface Fetches<T> {
  /**
   * Fetches, or joins a fetch in flight that is at least as urgent. With `fresh` it joins none: what began
   * earlier may not show what happened since.
   */
  fetch(key: number, urgency: Urgency, fresh: boolean): Promise<Result<T, Failure>>
}

const ranks: Readonly<Record<Urgency, number>> = { person: 2, outbox: 1, background: 0 }

interface InFlight<T> {
  readonly urgency: Urgency
  readonly answer: Promise<Result<T, Failure>>
}

/** Shares fetches in flight. */
export function shareFetches<T>(
  send: (key: number, urgency: Urgency) => Promise<Result<T, Failure>>
): Fetches<T> {
  const inFlight = new Map<number, InFlight<T>>()

  function begin(key: number, urgency: Urgency): Promise<Result<T, Failure>> {
    const answer = send(key, urgency).finally(() => {
      if (inFlight.get(key)?.answer === answer) inFlight.delete(key)
    })
    inFlight.set(key, { urgency, answer })
    return answer
  }

  return {
    fetch: (key, urgency, fresh) => {
      const other = inFlight.get(key)
      if (other && !fresh && ranks[other.urgency] >= ranks[urgency]) return other.answer
      return begin(key, urgency)
    }
  }
}

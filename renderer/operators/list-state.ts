import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'

/** How a list stands. `at`: wall clock of what is shown, ms; `null` where nothing was ever listed. */
export type ListState =
  | { readonly kind: 'fresh'; readonly at: number }
  | { readonly kind: 'stale'; readonly at: number | null }
  | { readonly kind: 'refreshing'; readonly at: number | null }
  | { readonly kind: 'failed'; readonly at: number | null; readonly failure: Failure }

/** What is remembered about fetching a list. */
export interface Fetching {
  /** Fetches in flight. */
  readonly running: number
  /** The last attempt's failure, with its time; `null` after a success. */
  readonly failed: { readonly failure: Failure; readonly at: number } | null
}

/** The present moment and how long a list stays fresh, both ms. */
export interface Age {
  readonly now: number
  readonly ttl: number
}

/** How a list stands. */
export function listState(at: number | null, fetching: Fetching, age: Age): ListState {
  if (fetching.running > 0) return { kind: 'refreshing', at }
  if (fetching.failed) return { kind: 'failed', at, failure: fetching.failed.failure }
  return at !== null && left(at, age) > 0 ? { kind: 'fresh', at } : { kind: 'stale', at }
}

/** How long until a refresh is due, ms: after a failure, too, only once the time to live has passed. */
export function dueIn(at: number | null, fetching: Fetching, age: Age): number {
  const last = fetching.failed?.at ?? at
  return last === null ? 0 : left(last, age)
}

/** What is left of the time to live, ms; nothing for what comes from the future: the clock was set back. */
function left(at: number, { now, ttl }: Age): number {
  return Math.abs(now - at) >= ttl ? 0 : Math.min(ttl, at + ttl - now)
}

/** What is being fetched, and how it last went, by key. */
export interface FetchLog {
  of(key: number): Fetching
  /** Notes a fetch while it runs, and how it ended. */
  track<T>(key: number, fetch: Promise<Result<T, Failure>>): Promise<Result<T, Failure>>
  /** Forgets failures: what failed is due at once. */
  forgive(): void
}

const quiet: Fetching = { running: 0, failed: null }

/** An empty log. `changed` is called after every change. */
export function logFetches(now: () => number, changed: () => void): FetchLog {
  const log = new Map<number, Fetching>()
  const of = (key: number): Fetching => log.get(key) ?? quiet
  const note = (key: number, change: Partial<Fetching>): void => {
    log.set(key, { ...of(key), ...change })
    changed()
  }
  return {
    of,
    track: async (key, fetch) => {
      note(key, { running: of(key).running + 1 })
      try {
        const answer = await fetch
        note(key, { failed: answer.ok ? null : { failure: answer.failure, at: now() } })
        return answer
      } finally {
        note(key, { running: of(key).running - 1 })
      }
    },
    forgive: () => {
      for (const key of log.keys()) note(key, { failed: null })
    }
  }
}

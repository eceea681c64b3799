import type { Failure } from '../../shared/failure.ts'
import { concernsAll } from './concerns-all.ts'
import type { Fetching, ListState } from './list-state.ts'
import type { Progress } from './sweep.ts'

/** An organization whose list could not be fetched last, though the service answers. */
export interface FailedList {
  readonly organizationId: number
  readonly failure: Failure
}

/** How far the lists of all organizations are there. */
export interface Coverage {
  /** How many organizations there are. */
  readonly of: number
  /** Those without a list, except those that failed. */
  readonly missing: readonly number[]
  readonly failed: readonly FailedList[]
  /** The refresh under way; `null` where there is none. */
  readonly progress: Progress | null
  /** Wall clock of the oldest list, ms; `null` where there is none. */
  readonly oldest: number | null
}

/** What is known of each list. */
export interface CoverageSources {
  readonly ids: readonly number[]
  readonly at: (id: number) => number | null
  readonly fetching: (id: number) => Fetching
  readonly progress: Progress | null
}

/** Says honestly which lists are there. */
export function coverageOf({ ids, at, fetching, progress }: CoverageSources): Coverage {
  const failed = ids.flatMap((organizationId) => {
    const { failed: last } = fetching(organizationId)
    return last && !concernsAll(last.failure) ? [{ organizationId, failure: last.failure }] : []
  })
  const failing = new Set(failed.map(({ organizationId }) => organizationId))
  const missing = ids.filter((id) => at(id) === null && !failing.has(id))
  const listed = ids.flatMap((id) => at(id) ?? [])
  const oldest = listed.length === 0 ? null : Math.min(...listed)
  return { of: ids.length, missing, failed, progress, oldest }
}

/** How the lists of all stand together. `halted`: why none is asked for now; `stale`: one is due. */
export function stateOfAll(
  { of, failed, progress, oldest: at }: Coverage,
  { halted, stale }: { readonly halted: Failure | null; readonly stale: boolean }
): ListState {
  if (progress) return { kind: 'refreshing', at }
  const failure = halted ?? (failed.length === of ? (failed[0]?.failure ?? null) : null)
  if (failure) return { kind: 'failed', at, failure }
  return at === null || stale ? { kind: 'stale', at } : { kind: 'fresh', at }
}

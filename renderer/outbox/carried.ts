import type { Attempt } from '../../shared/attempt.ts'
import type { Draft } from './draft.ts'
import type { KeptEntry } from './kept-entry.ts'

/** The entries of an attempt that are still on their way with it: neither decided nor gone on. */
export function carried(draft: Draft, attempt: Attempt): KeptEntry[] {
  return attempt.entries
    .map(({ id }) => draft.entry(id))
    .filter((entry) => entry !== undefined)
    .filter(
      ({ state }) =>
        (state.kind === 'sending' || state.kind === 'verifying') && state.attemptId === attempt.id
    )
}

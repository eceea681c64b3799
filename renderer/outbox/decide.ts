import type { Outcome, Reply } from '../../shared/attempt.ts'
import { mayHaveApplied, type Failure } from '../../shared/failure.ts'

/** What the outcome of an attempt means for the entries that it carried. */
export type Verdict =
  | { readonly kind: 'done'; readonly reply: Reply }
  /** Proven not to have left, or turned away at the door: they wait again, nothing has to be looked up. */
  | { readonly kind: 'unsent'; readonly failure: Failure }
  /** The organization refuses everything. */
  | { readonly kind: 'organization'; readonly failure: Failure }
  /** There is no such operator, or no such call. */
  | { readonly kind: 'not-found'; readonly failure: Failure }
  /** Too many at once. */
  | { readonly kind: 'too-large'; readonly failure: Failure }
  /** Refused for what it says: some of a batch may all the same have been done. */
  | { readonly kind: 'refused'; readonly failure: Failure }
  /** It may have been done. `null`: nothing at all is known. */
  | { readonly kind: 'ambiguous'; readonly failure: Failure | null }

/** Judges the outcome of an attempt of that kind. Decides by kind and status, never by words. */
export function decide(kind: 'add' | 'set-status', outcome: Outcome): Verdict {
  if (outcome === null) return { kind: 'ambiguous', failure: null }
  if (outcome.ok) return { kind: 'done', reply: outcome.value }
  const { failure } = outcome
  if (failure.kind === 'refused') return decideRefusal(kind, failure)
  return mayHaveApplied(failure) ? { kind: 'ambiguous', failure } : { kind: 'unsent', failure }
}

function decideRefusal(
  kind: 'add' | 'set-status',
  failure: Failure & { kind: 'refused' }
): Verdict {
  if (mayHaveApplied(failure)) return { kind: 'ambiguous', failure }
  switch (failure.status) {
    case 401:
    case 429:
      return { kind: 'unsent', failure }
    case 404:
      return { kind: kind === 'add' ? 'organization' : 'not-found', failure }
    case 403:
    case 405:
    case 415:
      return { kind: 'organization', failure }
    case 413:
      return { kind: kind === 'add' ? 'too-large' : 'refused', failure }
    default:
      return { kind: 'refused', failure }
  }
}

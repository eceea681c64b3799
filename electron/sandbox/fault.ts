import type { CallKind } from './model.ts'
import type { ErrorForm } from './replies.ts'

/** Decided before the request is looked at: it is never applied. */
export type Instead =
  /** The connection is reset. */
  | { readonly kind: 'drop-before' }
  /** Only on a connection that carried a request before: reset after the body was read. */
  | { readonly kind: 'reset-reused' }
  /** No answer ever. */
  | { readonly kind: 'silence' }
  /** This status at once, e.g. 429 with `retryAfter` as the header's text, 403, 404, 503. */
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly retryAfter?: string
      readonly form?: ErrorForm
    }
  /** 401 from now on: every token is revoked; signing in gives a new one. */
  | { readonly kind: 'revoke-tokens' }
  /** A page of somebody else's, with status 200. */
  | { readonly kind: 'captive-portal' }

/** Bends what is applied. */
export type Bend =
  /** Applied `after` ms from now; the reply is lost, or a proxy's 504, or never comes. */
  | {
      readonly kind: 'late-apply'
      readonly after: number
      readonly answer: 'reset' | 'silence' | 'timeout'
    }
  /** The first `rows` rows are applied, then 500. */
  | { readonly kind: 'partial'; readonly rows: number }
  /** Names are stored normalized. */
  | { readonly kind: 'normalize'; readonly how: 'trim' | 'nfc' | 'upper' }
  /** A name that exists is not added again: the reply shows the row that was there. */
  | { readonly kind: 'skip-existing' }
  /** The first row of the add is answered with the organization's first operator instead. */
  | { readonly kind: 'known-id' }

/** Spoils the answer to what was applied. */
export type Spoil =
  /** Applied, the reply lost: reset, or never coming. */
  | { readonly kind: 'drop-after' }
  | { readonly kind: 'silence-after' }
  /** Applied, and yet this status. */
  | { readonly kind: 'answer-after'; readonly status: number; readonly retryAfter?: string }
  | { readonly kind: 'half-body' }
  | { readonly kind: 'bad-json' }
  | { readonly kind: 'reorder-rows' }
  | { readonly kind: 'fewer-rows' }
  | { readonly kind: 'more-rows' }
  | { readonly kind: 'rename-rows' }
  | { readonly kind: 'string-ids' }
  /** The list as it was `by` ms ago. */
  | { readonly kind: 'stale-list'; readonly by: number }
  /** Only the first `rows` of the list, as valid JSON. */
  | { readonly kind: 'cut-list'; readonly rows: number }
  | { readonly kind: 'no-deleted' }
  /** The list of another environment: same organization, other people, other ids. */
  | { readonly kind: 'foreign-list' }

/** Slows down; `ms` more before the request is applied. */
export type Slow = { readonly kind: 'delay'; readonly ms: number }

/** One thing that can go wrong. */
export type Fault = Instead | Bend | Spoil | Slow

/** Which requests a fault befalls. What is left out matches everything. */
export type FaultRule = {
  readonly fault: Fault
  readonly call?: CallKind
  readonly organization?: number
  /** A name in an add, or the name of the operator whose status is set. */
  readonly name?: string
  /** The first matching request that it befalls, counted from 1. */
  readonly nth?: number
  /** How many matching requests it befalls from then on; 1 where left out, Infinity for all. */
  readonly count?: number
}

type FamilyOf<Kind> = Kind extends Instead['kind']
  ? 'instead'
  : Kind extends Bend['kind']
    ? 'bend'
    : Kind extends Spoil['kind']
      ? 'spoil'
      : 'slow'

type Table = {
  readonly [Kind in Fault['kind']]: {
    readonly family: FamilyOf<Kind>
    /** The calls that it makes sense for; null means all. */
    readonly calls: readonly CallKind[] | null
  }
}

const changing: readonly CallKind[] = ['add', 'status']
const adding: readonly CallKind[] = ['add']
const listing: readonly CallKind[] = ['list']

/** The family of each kind of fault, and the calls that it can befall. */
export const faultTable: Table = {
  'drop-before': { family: 'instead', calls: null },
  'reset-reused': { family: 'instead', calls: null },
  silence: { family: 'instead', calls: null },
  answer: { family: 'instead', calls: null },
  'revoke-tokens': { family: 'instead', calls: null },
  'captive-portal': { family: 'instead', calls: null },
  'late-apply': { family: 'bend', calls: changing },
  partial: { family: 'bend', calls: changing },
  normalize: { family: 'bend', calls: adding },
  'skip-existing': { family: 'bend', calls: adding },
  'known-id': { family: 'bend', calls: adding },
  'drop-after': { family: 'spoil', calls: null },
  'silence-after': { family: 'spoil', calls: null },
  'answer-after': { family: 'spoil', calls: null },
  'half-body': { family: 'spoil', calls: null },
  'bad-json': { family: 'spoil', calls: null },
  'reorder-rows': { family: 'spoil', calls: adding },
  'fewer-rows': { family: 'spoil', calls: adding },
  'more-rows': { family: 'spoil', calls: adding },
  'rename-rows': { family: 'spoil', calls: adding },
  'string-ids': { family: 'spoil', calls: adding },
  'stale-list': { family: 'spoil', calls: listing },
  'cut-list': { family: 'spoil', calls: listing },
  'no-deleted': { family: 'spoil', calls: listing },
  'foreign-list': { family: 'spoil', calls: listing },
  delay: { family: 'slow', calls: null }
}

/** Whether a kind of fault can befall a call at all. */
export function canBefall(kind: Fault['kind'], call: CallKind): boolean {
  return faultTable[kind].calls?.includes(call) ?? true
}

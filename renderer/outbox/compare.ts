import type { Failure } from '../../shared/failure.ts'
import type { Status } from '../../shared/operator.ts'

/** What to do about a status, given what the service says now. */
export type Comparison =
  | { readonly kind: 'send' }
  /** It is as wanted: no request. */
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'conflict'; readonly now: Status }
  /** No list shows the operator. */
  | { readonly kind: 'missing' }
  /** The operator is there, and yet the service says that there is none: the organization refuses. */
  | { readonly kind: 'refuses'; readonly failure: Failure }

/** What is held against each other. */
export interface Sides {
  /** What the person saw, or said to overwrite. */
  readonly from: Status
  readonly to: Status
  /** What the service says; `null` where no list shows the operator. */
  readonly now: Status | null
  /** The person wants it sent although nobody shows the operator. */
  readonly insist: boolean
  /** The service answered 404 to the last request. */
  readonly notFound: Failure | null
}

/** Compares before sending: a status is only ever sent over what the person saw. */
export function compare({ from, to, now, insist, notFound }: Sides): Comparison {
  if (now === to) return { kind: 'confirmed' }
  if (now === null) return compareMissing({ from, to, insist, notFound })
  if (now !== from) return { kind: 'conflict', now }
  return notFound ? { kind: 'refuses', failure: notFound } : { kind: 'send' }
}

/** A list may leave deleted operators out. */
function compareMissing({ from, to, insist, notFound }: Omit<Sides, 'now'>): Comparison {
  if (to === 2) return { kind: 'confirmed' }
  const maySend = (insist || from === 2) && !notFound
  return maySend ? { kind: 'send' } : { kind: 'missing' }
}

import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import type { Event } from './event.ts'

/** What the two durable places hold. */
export type RecoveredEvent = Extract<Event, { kind: 'recovered' }>

/** An event that is to be taken. */
export interface Work {
  readonly event: Event
  /** For what a person asked: told whether it could be stored. */
  readonly answer: ((result: Result<null, Failure>) => void) | null
}

/** A store or the journal threw: a bug there, after which nothing may be taken as stored. */
export const unknownCause: Failure = {
  kind: 'not-stored',
  cause: 'other',
  place: 'outbox',
  code: 'unknown'
}

import type { Sizes } from './growth.ts'

/** What hours in the built app came to. */
export interface Soaked {
  /** How many stretches of five minutes. */
  readonly stretches: number
  readonly minutes: number
  readonly requests: number
  /** What was in use after the first half, and at the end. */
  readonly middle: Sizes
  readonly end: Sizes
  /** Growth over the second half, and how much of it is allowed. */
  readonly growth: Sizes
  readonly allowed: Sizes
}

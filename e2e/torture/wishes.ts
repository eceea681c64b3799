import type { Status } from '../../shared/operator.ts'

/** What the person at the window wanted, and whether the window said that it is kept. */
export type Wish =
  | {
      readonly kind: 'add'
      /** Bears the names of one action alone, and is found by searching for it. */
      readonly code: string
      readonly organizationId: number
      readonly names: readonly string[]
      /** Monotonic, ms. */
      readonly at: number
      /** Shown as waiting, or further: from then on it must never be lost. */
      shown: boolean
      /** From the press on "Add" until the window let go of the names, which it does once they are stored, ms. */
      keptWithin: number | null
    }
  | {
      readonly kind: 'set-status'
      readonly organizationId: number
      readonly names: readonly string[]
      /** What the window showed when the person chose. */
      readonly saw: readonly Status[]
      readonly to: Status
      readonly at: number
      shown: boolean
    }

/** A wish to add. */
export type AddWish = Extract<Wish, { kind: 'add' }>
/** A wish for a status. */
export type StatusWish = Extract<Wish, { kind: 'set-status' }>

/** What a person answered to a question. */
export interface Answered {
  readonly entryId: string
  readonly name: string
  readonly organizationId: number
  /** The person said to send a status over whatever it is now. */
  readonly insisted: boolean
  /** A status was given up. */
  readonly gaveUp: boolean
}

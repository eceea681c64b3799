import { pick, seededRandom } from '../../electron/sandbox/random.ts'

/** Choices that can be made again: the same seed makes the same ones. */
export interface Chance {
  /** A whole number from `low` up to and including `high`. */
  between(low: number, high: number): number
  /** True that often, 0 to 1. */
  happens(share: number): boolean
  /** One of a list that is not empty. */
  one<T>(list: readonly T[]): T
}

/** Builds the choices of one run. `seed`: any whole number; its low 32 bits count. */
export function chance(seed: number): Chance {
  const random = seededRandom(seed)
  return {
    between: (low, high) => low + Math.floor(random() * (high - low + 1)),
    happens: (share) => random() < share,
    one: (list) => pick(random, list)
  }
}

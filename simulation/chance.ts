/** Chance that can be repeated: the same seed gives the same numbers. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  fraction(): number
  /** A whole number from 0 up to, not including, `count`. */
  below(count: number): number
  /** True that often, 0 to 1. */
  happens(share: number): boolean
  /** One of a list that is not empty. */
  one<T>(list: readonly T[]): T
  id(): string
}

/** Builds one (mulberry32). `seed`: any whole number up to 10 digits. */
export function chance(seed: number, prefix = 'id'): Chance {
  let state = (seed ^ Math.floor(seed / 2 ** 32)) >>> 0
  let ids = 0
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (count: number): number => Math.floor(fraction() * count)
  return {
    fraction,
    below,
    happens: (share) => fraction() < share,
    one: <T>(list: readonly T[]): T => {
      if (list.length === 0) throw new Error('Nothing to choose from')
      return list[below(list.length)] as T
    },
    id: () => `${prefix}-${(ids += 1)}`
  }
}

/** A seed of its own for each history of a run. */
export function seedOf(seed: number, history: number): number {
  const mixed = chance(seed * 7_919 + history * 104_729)
  mixed.fraction()
  return Math.floor(mixed.fraction() * 4_294_967_296)
}

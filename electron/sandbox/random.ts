/** A source of numbers in [0, 1), the same for the same seed. */
export type Random = () => number

/**
 * A small seeded generator (mulberry32): fast, and good enough to pick names with.
 * @param seed any integer; only its low 32 bits count.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A random element of a list that is not empty; throws on an empty one. */
export function pick<T>(random: Random, list: readonly T[]): T {
  const found = list[Math.floor(random() * list.length)]
  if (found === undefined) throw new Error('Nothing to pick from')
  return found
}

/** A number in [0, 2^32) that depends on nothing but the two given; the same for the same pair. */
export function hash(seed: number, value: number): number {
  return Math.floor(
    seededRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(value, 0x85ebca6b))() * 4_294_967_296
  )
}

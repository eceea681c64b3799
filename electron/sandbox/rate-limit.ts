/** A bucket of requests that fills again with time. */
export type RateLimit = {
  /** Takes one request at the time `now` (monotonic, ms); false where the limit is reached. */
  readonly take: (now: number, limit: { perSecond: number; burst: number }) => boolean
}

/** A full bucket. */
export function createRateLimit(): RateLimit {
  let left = Infinity
  let last = 0
  return {
    take(now, { perSecond, burst }) {
      left = Math.min(burst, left + ((now - last) * perSecond) / 1000)
      last = now
      if (left < 1) return false
      left -= 1
      return true
    }
  }
}

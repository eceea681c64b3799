/** A rolling second with a margin for the sender's own stalls, ms. */
const windowMs = 1_020
/** After this long without a new 429 the pace grows by a quarter, ms. */
const recoveryMs = 10_000
const recoveryStep = 1.25
const slowest = 16

/** How much slower than wanted requests leave since `since` (monotonic, ms); 1 is the full pace. */
export interface Slowdown {
  readonly factor: number
  readonly since: number
}

/** How long a slot rests after its request left, ms: doubled by each 429, slowly shrinking back. */
export function windowAt(slowdown: Slowdown, now: number): number {
  return windowMs * factorAt(slowdown, now)
}

/**
 * The slowdown after a 429 to a request that left at `leftAt`: half the pace. Requests that left before
 * the last halving tell nothing about the pace since.
 */
export function refused(slowdown: Slowdown, leftAt: number, now: number): Slowdown {
  if (slowdown.factor > 1 && leftAt < slowdown.since) return slowdown
  return { factor: Math.min(slowest, factorAt(slowdown, now) * 2), since: now }
}

function factorAt({ factor, since }: Slowdown, now: number): number {
  const steps = Math.max(0, Math.floor((now - since) / recoveryMs))
  return Math.max(1, factor / recoveryStep ** steps)
}

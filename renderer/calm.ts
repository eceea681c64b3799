import type { Clock, Timers } from './outbox/ports.ts'

/** What listens to news: `listen` is told of each; called again, `stop` ends what still waits. */
export interface Listening {
  readonly listen: () => void
  readonly stop: () => void
}

/** Makes work follow news, as often as is good. */
export type Calm = (work: () => void) => Listening

interface Watch {
  readonly clock: Pick<Clock, 'monotonic'>
  readonly timers: Timers
}

/** Rest after work, as a multiple of the time that it took: a tenth of all time goes into following, more where the rest is cut short. */
const rest = 9

/** Nobody rests longer, ms: what once took very long, as at the start, is followed soon all the same. */
const longestRest = 400

/** Work that takes less is felt by nobody, and needs no rest, ms. */
const short = 4

/** Follows each time, at once. */
export const atOnce: Calm = (work) => ({ listen: work, stop: () => undefined })

/**
 * A listener that does its work at once when it is told something, unless its last work took long and is
 * just over: then it does it once, later, for all that it was told meanwhile.
 */
export function calmly(work: () => void, watch: Watch): Listening {
  return resting(work, watch, (begin, end) =>
    end - begin < short ? end : end + Math.min((end - begin) * rest, longestRest)
  )
}

/**
 * A listener that does its work at once when it is told something, unless it did it less than `ms` ago: then it
 * does it once, later, for all that it was told meanwhile. For what is redrawn after the work, and so not timed.
 */
export function spaced(work: () => void, ms: number, watch: Watch): Listening {
  return resting(work, watch, (begin) => begin + ms)
}

/** `until`: when the rest ends after work that began and ended then; ms by the monotonic clock, as all are. */
function resting(
  work: () => void,
  { clock, timers }: Watch,
  until: (begin: number, end: number) => number
): Listening {
  let restUntil = -Infinity
  let stopWaiting: (() => void) | null = null

  function run(): void {
    stopWaiting = null
    const begin = clock.monotonic()
    // Work may tell of something itself.
    restUntil = until(begin, begin)
    work()
    restUntil = until(begin, clock.monotonic())
  }

  return {
    listen: () => {
      if (stopWaiting !== null) return
      const wait = restUntil - clock.monotonic()
      if (wait <= 0) run()
      else stopWaiting = timers.after(wait, run)
    },
    stop: () => {
      stopWaiting?.()
      stopWaiting = null
    }
  }
}

import type { Clock, Timers } from './outbox/ports.ts'

/** Rest after work, as a multiple of the time that it took: nobody who follows takes more than a quarter of all time. */
const rest = 3

/** Work that takes less is felt by nobody, and needs no rest, ms. */
const short = 4

/**
 * A listener that does its work at once when it is told something, unless its last work took long and is
 * just over: then it does it once, later, for all that it was told meanwhile. Called again, `stop` ends what
 * still waits.
 */
export function calmly(
  work: () => void,
  { clock, timers }: { readonly clock: Pick<Clock, 'monotonic'>; readonly timers: Timers }
): Listening {
  let restUntil = -Infinity
  let stopWaiting: (() => void) | null = null

  function run(): void {
    stopWaiting = null
    const begin = clock.monotonic()
    work()
    const end = clock.monotonic()
    const took = end - begin
    restUntil = took < short ? end : end + took * rest
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

/** What listens to news: `listen` is told of each; called again, `stop` ends what still waits. */
export interface Listening {
  readonly listen: () => void
  readonly stop: () => void
}

/**
 * A listener that does its work at once when it is told something, unless it did it less than `ms` ago: then it
 * does it once, later, for all that it was told meanwhile. For what is redrawn after the work, and so not timed.
 */
export function spaced(
  work: () => void,
  ms: number,
  { clock, timers }: { readonly clock: Pick<Clock, 'monotonic'>; readonly timers: Timers }
): Listening {
  let next = -Infinity
  let stopWaiting: (() => void) | null = null

  function run(): void {
    stopWaiting = null
    next = clock.monotonic() + ms
    work()
  }

  return {
    listen: () => {
      if (stopWaiting !== null) return
      const wait = next - clock.monotonic()
      if (wait <= 0) run()
      else stopWaiting = timers.after(wait, run)
    },
    stop: () => {
      stopWaiting?.()
      stopWaiting = null
    }
  }
}

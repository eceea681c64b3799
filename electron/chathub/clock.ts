import { performance } from 'node:perf_hooks'

/** Time, passed in so that tests and simulations own it. */
export interface Clock {
  /** Wall clock, ms since 1970. */
  readonly now: () => number
  /** Never goes back, ms since an arbitrary start; what intervals are measured with. */
  readonly monotonic: () => number
  /** Runs `task` once after `ms`; returns how to cancel it. Does not keep the process alive. */
  readonly after: (ms: number, task: () => void) => () => void
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms).unref()
    return () => {
      clearTimeout(timer)
    }
  }
}

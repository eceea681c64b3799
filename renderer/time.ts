import type { Clock as ListsClock } from './operators/clock.ts'
import type { Clock, Random, Timers } from './outbox/ports.ts'

/** Both clocks of this machine: the wall's, and one that never goes back. */
export const clock: Clock = {
  wall: () => Date.now(),
  monotonic: () => performance.now()
}

/** The window's timers. */
export const timers: Timers = {
  after: (ms, run) => {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
  // A message, unlike a timer, is not slowed down while the window is hidden.
  breathe: () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        port1.close()
        resolve()
      }
      port2.postMessage(null)
    })
}

/** The clock as the lists use it. */
export const listsClock: ListsClock = {
  now: clock.wall,
  monotonic: clock.monotonic,
  after: timers.after
}

/** Chance of this machine. */
export const random: Random = {
  id: () => crypto.randomUUID(),
  fraction: () => Math.random()
}

/** Resolves once what is known now has been painted; soon in any case, since a hidden window paints nothing. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, 300)
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        clearTimeout(late)
        resolve()
      })
    )
  })
}

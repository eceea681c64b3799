import type { Clock } from './clock.ts'

interface Alarm {
  readonly at: number
  readonly order: number
  readonly task: () => void
}

/** A clock that moves only when told: for tests and simulations. */
export interface SimulatedClock extends Clock {
  /** Moves to `at` (monotonic, ms), running what falls due in order, with all promises settled in between. */
  readonly runTo: (at: number) => Promise<void>
  /** Moves time without running anything: a stall of the process. */
  readonly stall: (ms: number) => void
}

/** A clock that starts at 0 (monotonic) and `wall` (ms since 1970). */
export function simulatedClock(wall = 1_700_000_000_000): SimulatedClock {
  const alarms = new Set<Alarm>()
  let time = 0
  let order = 0
  const next = (until: number): Alarm | undefined =>
    [...alarms].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at || a.order - b.order)[0]
  const runTo = async (until: number): Promise<void> => {
    await settled()
    for (let alarm = next(until); alarm !== undefined; alarm = next(until)) {
      alarms.delete(alarm)
      time = Math.max(time, alarm.at)
      alarm.task()
      await settled()
    }
    time = Math.max(time, until)
  }
  return {
    now: () => wall + time,
    monotonic: () => time,
    after: (ms, task) => {
      const alarm = { at: time + Math.max(0, ms), order: (order += 1), task }
      alarms.add(alarm)
      return () => void alarms.delete(alarm)
    },
    runTo,
    stall: (ms) => {
      time += ms
    }
  }
}

/** Lets every promise that is ready run on, however long its chain. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

import type { Clock } from './clock.ts'

/** Something that grows old. */
export interface Ageing {
  /** Until it is due, ms. */
  dueIn(): number
  /** Whether it is being fetched now. */
  running(): boolean
  fetch(): void
}

/** Refreshes what is due, while the window is visible. */
export interface Refresher {
  visible(on: boolean): void
  /** Looks again at what is due: after a change of what is shown, of an age, of a fetch. */
  plan(): void
  close(): void
}

/** Keeps one timer for whatever `ageing` names as shown now. */
export function refreshByAge(clock: Clock, ageing: () => readonly Ageing[]): Refresher {
  let on = true
  let closed = false
  let cancel: () => void = () => undefined

  function plan(): void {
    cancel()
    cancel = () => undefined
    if (!on || closed) return
    const resting = ageing().filter((thing) => !thing.running())
    for (const thing of resting) if (thing.dueIn() === 0) thing.fetch()
    const next = Math.min(...resting.map((thing) => thing.dueIn()).filter((ms) => ms > 0))
    if (Number.isFinite(next)) cancel = clock.after(next, plan)
  }

  return {
    visible: (now) => {
      on = now
      plan()
    },
    plan,
    close: () => {
      closed = true
      cancel()
    }
  }
}

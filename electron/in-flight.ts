/** Counts work that must not be cut off by quitting. */
export interface InFlight {
  /** Counts a piece of work until it ends, however it ends. */
  track<T>(work: Promise<T>): Promise<T>
  readonly count: () => number
  /** Resolves once nothing has been under way for `calmMs`, or after `patienceMs`, whichever comes first. */
  calm(calmMs: number, patienceMs: number): Promise<void>
}

/** Builds the counter. */
export function createInFlight(): InFlight {
  let count = 0
  let changed: () => void = () => undefined
  const change = (by: number): void => {
    count += by
    changed()
  }
  return {
    async track(work) {
      change(1)
      try {
        return await work
      } finally {
        change(-1)
      }
    },
    count: () => count,
    calm(calmMs, patienceMs) {
      return new Promise((resolve) => {
        let quiet: NodeJS.Timeout | undefined
        const end = (): void => {
          clearTimeout(quiet)
          clearTimeout(limit)
          changed = () => undefined
          resolve()
        }
        const limit = setTimeout(end, patienceMs)
        changed = () => {
          clearTimeout(quiet)
          if (count === 0) quiet = setTimeout(end, calmMs)
        }
        changed()
      })
    }
  }
}

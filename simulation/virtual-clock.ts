/** One clock for both processes and the service. It moves only when told. */
export class VirtualClock {
  #now = 0
  #wallShift = 1_700_000_000_000
  #order = 0
  #alarms: Alarm[] = []

  readonly now = (): number => this.#now + this.#wallShift
  readonly wall = (): number => this.now()
  readonly monotonic = (): number => this.#now

  readonly after = (ms: number, run: () => void): (() => void) => {
    const alarm: Alarm = { at: this.#now + Math.max(0, ms), order: (this.#order += 1), run }
    const place = this.#alarms.findLastIndex(({ at }) => at <= alarm.at)
    this.#alarms.splice(place + 1, 0, alarm)
    return () => {
      const at = this.#alarms.indexOf(alarm)
      if (at >= 0) this.#alarms.splice(at, 1)
    }
  }

  /** Somebody sets the wall clock. */
  shiftWall(ms: number): void {
    this.#wallShift += ms
  }

  /** Lets time pass up to `at`, alarm by alarm, with every promise settled in between; stops early on `until`. */
  async runTo(at: number, until: () => boolean = () => false): Promise<void> {
    await settled()
    for (let next = this.#alarms[0]; next && next.at <= at && !until(); next = this.#alarms[0]) {
      this.#alarms.shift()
      this.#now = Math.max(this.#now, next.at)
      next.run()
      await settled()
    }
    if (!until()) this.#now = Math.max(this.#now, at)
  }
}

interface Alarm {
  readonly at: number
  readonly order: number
  readonly run: () => void
}

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

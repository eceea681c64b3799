/**
 * One time for the machine and the service, which moves only when told. While the machine sleeps the service
 * goes on: the machine's monotonic clock and its alarms stand still, its wall clock does not.
 */
export class VirtualClock {
  #now = 0
  #slept = 0
  #asleep = false
  #wallShift = 1_700_000_000_000
  #order = 0
  #alarms: Alarm[] = []
  /** Alarms of the machine while it sleeps; `at` as if it did not. */
  #frozen: Alarm[] = []

  readonly now = (): number => this.#now + this.#wallShift
  readonly wall = (): number => this.now()
  readonly monotonic = (): number => this.#now - this.#slept
  /** The service's time, which never stops. */
  readonly service = (): number => this.#now

  /** An alarm of the machine. */
  readonly after = (ms: number, run: () => void): (() => void) => {
    const alarm = this.#alarm(ms, run, true)
    if (this.#asleep) this.#frozen.push(alarm)
    else this.#set(alarm)
    return () => this.#unset(alarm)
  }

  /** An alarm of the service. */
  readonly schedule = (ms: number, run: () => void): void => {
    this.#set(this.#alarm(ms, run, false))
  }

  get asleep(): boolean {
    return this.#asleep
  }

  /** Resolves once the machine is awake. */
  awake(): Promise<void> {
    return new Promise((resolve) => this.after(0, resolve))
  }

  /** Somebody sets the wall clock. */
  shiftWall(ms: number): void {
    this.#wallShift += ms
  }

  /** The lid is shut for so long. */
  async sleep(ms: number): Promise<void> {
    this.#asleep = true
    this.#frozen = this.#alarms.filter(({ ours }) => ours)
    this.#alarms = this.#alarms.filter(({ ours }) => !ours)
    await this.#advance(this.#now + ms, () => false)
    this.#asleep = false
    this.#slept += ms
    for (const alarm of this.#frozen.splice(0)) this.#set({ ...alarm, at: alarm.at + ms })
  }

  /**
   * Lets time pass up to the machine's time `at`, alarm by alarm, with every promise settled in between;
   * stops early on `until`.
   */
  async runTo(at: number, until: () => boolean = () => false): Promise<void> {
    await this.#advance(at + this.#slept, until)
  }

  async #advance(at: number, until: () => boolean): Promise<void> {
    await settled()
    for (let next = this.#alarms[0]; next && next.at <= at && !until(); next = this.#alarms[0]) {
      this.#alarms.shift()
      this.#now = Math.max(this.#now, next.at)
      next.run()
      await settled()
    }
    if (!until()) this.#now = Math.max(this.#now, at)
  }

  #alarm(ms: number, run: () => void, ours: boolean): Alarm {
    return { at: this.#now + Math.max(0, ms), order: (this.#order += 1), run, ours }
  }

  #set(alarm: Alarm): void {
    const place = this.#alarms.findLastIndex(({ at }) => at <= alarm.at)
    this.#alarms.splice(place + 1, 0, alarm)
  }

  #unset({ order }: Alarm): void {
    for (const alarms of [this.#alarms, this.#frozen]) {
      const at = alarms.findIndex((alarm) => alarm.order === order)
      if (at >= 0) alarms.splice(at, 1)
    }
  }
}

interface Alarm {
  readonly at: number
  readonly order: number
  readonly run: () => void
  readonly ours: boolean
}

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

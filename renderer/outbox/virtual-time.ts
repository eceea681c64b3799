import type { Timers } from './ports.ts'

/** Time that passes only when told to. Timers run in order; promises settle in between. */
export class VirtualTime implements Timers {
  now = 0
  #timers: { readonly at: number; readonly run: () => void }[] = []

  readonly after = (ms: number, run: () => void): (() => void) => {
    const timer = { at: this.now + ms, run }
    this.#timers.push(timer)
    return () => {
      this.#timers = this.#timers.filter((each) => each !== timer)
    }
  }
  readonly breathe = (): Promise<void> => Promise.resolve()
  readonly wall = (): number => 1_700_000_000_000 + this.now
  readonly monotonic = (): number => this.now

  /** Lets everything settle that needs no time. */
  async settle(): Promise<void> {
    const { port1, port2 } = new MessageChannel()
    await new Promise((resolve) => {
      port1.onmessage = resolve
      port2.postMessage(null)
    })
    port1.close()
  }

  /** Lets `ms` pass, timer by timer. */
  async pass(ms: number): Promise<void> {
    const end = this.now + ms
    await this.settle()
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.now = Math.max(this.now, next.at)
      const { run } = next
      this.#timers = this.#timers.filter((each) => each !== next)
      run()
      await this.settle()
    }
    this.now = end
  }

  #next(end: number) {
    const due = this.#timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)
    return due[0]
  }
}

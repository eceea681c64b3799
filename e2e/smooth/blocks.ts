import type { CDPSession, Page } from 'playwright-core'

/** What a stretch of work did to the window. */
export interface Felt {
  readonly what: string
  readonly seconds: number
  /** Tasks of more than 50 ms: how many, and the longest, ms; 0 where there was none. */
  readonly blocks: number
  readonly longest: number
  /** The share of the time in which the window was at work, in percent. */
  readonly busy: number
}

interface Busy {
  readonly at: number
  readonly worked: number
}

/** What was over before anything was painted held nobody up: how long that took is told of by itself. */
const watching = `(() => {
  if (globalThis.longTasks) return
  const tasks = (globalThis.longTasks = [])
  const [painted] = performance.getEntriesByName('first-contentful-paint')
  const isFelt = ({ startTime, duration }) => startTime + duration > (painted?.startTime ?? Infinity)
  const note = (list) => { for (const entry of list.getEntries()) if (isFelt(entry)) tasks.push(entry.duration) }
  new PerformanceObserver(note).observe({ type: 'longtask', buffered: true })
})()`

/** Watches how long a window is held up at a time. */
export class BlockWatch {
  readonly #window: Page
  readonly #inspector: CDPSession

  private constructor(window: Page, inspector: CDPSession) {
    this.#window = window
    this.#inspector = inspector
  }

  /** Begins to watch a window; what it did so far counts for the first stretch. */
  static async of(window: Page): Promise<BlockWatch> {
    const inspector = await window.context().newCDPSession(window)
    await inspector.send('Performance.enable')
    await window.evaluate(watching)
    return new BlockWatch(window, inspector)
  }

  /** What some work does to the window. */
  async during(what: string, work: () => Promise<unknown>): Promise<Felt> {
    const before = await this.#busy()
    await work()
    const after = await this.#busy()
    // The last task is told of once it is over.
    const tasks = await this.#window.evaluate<number[]>(
      `new Promise((done) => setTimeout(() => done(longTasks.splice(0)), 100))`
    )
    const seconds = after.at - before.at
    return {
      what,
      seconds,
      blocks: tasks.length,
      longest: Math.round(Math.max(0, ...tasks)),
      busy: Math.round((100 * (after.worked - before.worked)) / seconds)
    }
  }

  /** What the window's objects take once what nobody holds is gone, MB. */
  async heap(): Promise<number> {
    await this.#inspector.send('HeapProfiler.collectGarbage')
    const { usedSize } = await this.#inspector.send('Runtime.getHeapUsage')
    return Math.round(usedSize / 2 ** 20)
  }

  async #busy(): Promise<Busy> {
    const { metrics } = await this.#inspector.send('Performance.getMetrics')
    const value = (name: string): number => metrics.find((each) => each.name === name)?.value ?? 0
    return { at: value('Timestamp'), worked: value('TaskDuration') }
  }
}

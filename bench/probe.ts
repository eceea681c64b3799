import { readFile } from 'node:fs/promises'
import type { CDPSession, Page } from 'playwright-core'

/** A page with a grid, watched from outside; times in ms. */
export interface Watched {
  readonly page: Page
  readonly inspector: CDPSession
  /** From an input event of this type, which `act` causes, to the paint of other rows; at least so many. */
  readonly timeTo: (type: string, act: () => Promise<void>, leastRows?: number) => Promise<number>
}

/** Puts the probe into a page that has just been loaded. `script`: where the build put it. */
export async function watched(page: Page, script: string): Promise<Watched> {
  await page.evaluate(await readFile(script, 'utf8'))
  const inspector = await page.context().newCDPSession(page)
  return {
    page,
    inspector,
    timeTo: async (type, act, leastRows = 1) => {
      await page.evaluate(`probe.expectChange('${type}', ${leastRows})`)
      await act()
      return page.evaluate<number>('probe.changed()')
    }
  }
}

/** The heap in use once what nobody holds is gone, MB. */
export async function heapOf(inspector: CDPSession): Promise<number> {
  await inspector.send('HeapProfiler.collectGarbage')
  const { usedSize } = await inspector.send('Runtime.getHeapUsage')
  return usedSize / 2 ** 20
}

/** How long the main thread of the page has worked since it began, s. */
async function workOf({ inspector }: Watched): Promise<{ busy: number; at: number }> {
  const { metrics } = await inspector.send('Performance.getMetrics')
  const value = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0
  return { busy: value('TaskDuration'), at: value('Timestamp') }
}

/** How a scroll went. */
export interface Scrolled {
  readonly [name: string]: number
  /** Intervals between frames, in frames of the screen. */
  readonly p95: number
  readonly worst: number
  /** Frames in which a part of the grid had no row. */
  readonly blank: number
  /** Share of the time in which the main thread worked, percent. */
  readonly busy: number
}

/** Scrolls the grid by a wheel's events: so far, at this speed (px and px a second). */
export async function scroll(
  watching: Watched,
  distance: number,
  speed: number
): Promise<Scrolled> {
  const { page, inspector } = watching
  const box = await page.getByRole('grid', { name: 'Operators' }).boundingBox()
  if (!box) throw new Error('The grid is not visible')
  await inspector.send('Performance.enable')
  await page.evaluate('probe.watchFrames()')
  const before = await workOf(watching)
  await inspector.send('Input.synthesizeScrollGesture', {
    x: box.x + box.width / 2,
    y: box.y + box.height / 2,
    yDistance: -distance,
    speed,
    gestureSourceType: 'mouse'
  })
  const after = await workOf(watching)
  const frames = await page.evaluate<Omit<Scrolled, 'busy'>>('probe.framesWatched()')
  await inspector.send('Performance.disable')
  const busy = ((after.busy - before.busy) / (after.at - before.at)) * 100
  return { ...frames, busy } as Scrolled
}

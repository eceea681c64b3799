import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { CDPSession, ElectronApplication, Page } from 'playwright-core'
import type { Sizes } from '../../bench/growth.ts'

/** Measures a running app over and over. `folder`: its user data. */
export interface Scales {
  readonly app: ElectronApplication
  readonly window: Page
  readonly inspector: CDPSession
  readonly folder: string
}

/** So often it is measured, until what ends has ended, and how long that is waited for, ms. */
const again = { everyMs: 250, withinMs: 10_000 }

/**
 * What is used once everything that nobody holds any more was let go of: a worker more than `before` may be on its
 * way out, and is waited for, as is whatever shrinks. What is held stays, however long one waits.
 */
export async function measure(scales: Scales, before: Sizes | undefined): Promise<Sizes> {
  const end = performance.now() + again.withinMs
  let sizes = await measureOnce(scales)
  for (;;) {
    await pause(again.everyMs)
    const next = await measureOnce(scales)
    const atRest = next.workers <= (before?.workers ?? Infinity) && !shrinks(sizes, next)
    if (atRest || performance.now() >= end) return next
    sizes = next
  }
}

/** Whether something that can be counted has become less. */
function shrinks(before: Sizes, after: Sizes): boolean {
  const counted = ['nodes', 'listeners', 'workers', 'resources', 'files'] as const
  return counted.some((name) => after[name] < before[name])
}

async function measureOnce({ app, window, inspector, folder }: Scales): Promise<Sizes> {
  await inspector.send('HeapProfiler.collectGarbage')
  await inspector.send('HeapProfiler.collectGarbage')
  const { metrics } = await inspector.send('Performance.getMetrics')
  const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? 0
  const main = await measureMain(app)
  return {
    heap: metric('JSHeapUsedSize'),
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    workers: window.workers().length,
    ...main,
    files: openFiles(app.process().pid ?? 0),
    database: bytesIn(databaseFolder(folder)),
    journal: bytesIn(join(folder, 'journals'))
  }
}

async function measureMain(
  app: ElectronApplication
): Promise<Pick<Sizes, 'mainHeap' | 'resources'>> {
  return app.evaluate(() => {
    process.getBuiltinModule('v8').setFlagsFromString('--expose-gc')
    const collect = process.getBuiltinModule('vm').runInNewContext('gc') as () => void
    for (let round = 0; round < 4; round += 1) collect()
    const waiting = process.getActiveResourcesInfo().filter((kind) => kind !== 'Immediate')
    return { mainHeap: process.memoryUsage().heapUsed, resources: waiting.length }
  })
}

/** Linux only; elsewhere 0. */
function openFiles(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/fd`).length
  } catch {
    return 0
  }
}

/** The window's session keeps its databases in a partition of its own. */
function databaseFolder(folder: string): string {
  return join(folder, 'Partitions')
}

/** What all files of the window's databases hold; what vanishes meanwhile does not count. */
function bytesIn(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  const paths = files
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
  return paths.map(sizeOf).reduce((sum, bytes) => sum + bytes, 0)
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { startSandbox, type Sandbox } from '../electron/sandbox/sandbox.ts'
import { median } from './median.ts'
import { memoryOf, treeOf } from './process-memory.ts'
import { heapOf } from './probe.ts'
import { start, withFolder, type Program, type Running } from './program.ts'
import { quit, rowsShown, signIn } from './signed-in.ts'
import type { Setup } from './setup.ts'

const organizations = 200
const each = 5_000
/** Three small organizations come with every sandbox; they are not visited. */
const small = 3

/** What a visit to every organization came to. */
export interface Visit {
  /** From the click to the frame that shows the organization's rows, ms. */
  readonly median: number
  readonly slowest: number
  /** Afterwards, once nothing is under way, MB. */
  readonly heap: number
  readonly window: number
  readonly all: number
}

/** A million operators over two hundred organizations, in the built app. */
export interface Million {
  readonly operators: number
  readonly organizations: number
  /** With one organization open, MB. */
  readonly before: Pick<Visit, 'heap' | 'window' | 'all'>
  /** Every organization opened once: its list comes from the service. */
  readonly fetched: Visit
  /** Every one once more: its list comes from the disk. */
  readonly again: Visit
  /** Lists that were asked for, at sign-in and in all. */
  readonly requestsAtFirst: number
  readonly requests: number
  /** From the process's creation to the rows, all of it in the cache and no server, ms. */
  readonly started: number
}

/** Opens every organization twice, as nobody ever does, and tells what it took. */
export async function measureMillion({ programs, say }: Setup): Promise<Million> {
  const sandbox = await startSandbox({
    ...{ organizations: organizations + small, each },
    settings: { rateLimit: 'off' }
  })
  try {
    return await withFolder((folder) => work(programs.app, { sandbox, folder, say }))
  } finally {
    await sandbox.stop()
  }
}

interface Place extends Pick<Setup, 'say'> {
  readonly sandbox: Sandbox
  readonly folder: string
}

async function work(app: Program, { sandbox, folder, say }: Place): Promise<Million> {
  // The pace is not what is measured: as fast as the settings let it be.
  await writeFile(join(folder, 'config.json'), '{"requestsPerSecond":40}')
  const argument = `--server=${sandbox.address}`
  const running = await start(app, folder, [argument])
  await signIn(running.page, sandbox.token)
  await rowsShown(running.page)
  const lists = (): number => sandbox.ledger.of('list').length
  const requestsAtFirst = lists()
  const before = await memory(running)
  say(`One organization open: ${texts(before)}.`)
  const fetched = await visitAll(running)
  say(`Every one fetched: median ${fetched.median.toFixed(0)} ms, ${texts(fetched)}.`)
  const again = await visitAll(running)
  say(`Every one again: median ${again.median.toFixed(0)} ms, ${texts(again)}.`)
  const requests = lists()
  await quit(running)
  await sandbox.setOutage(true)
  const started = await startAgain(app, folder, argument)
  say(`Started again: rows after ${started.toFixed(0)} ms.`)
  const counts = { operators: organizations * each, organizations, requestsAtFirst, requests }
  return { ...counts, before, fetched, again, started }
}

function texts({ heap, window, all }: Million['before']): string {
  const [used, own, every] = [heap, window, all].map((mb) => mb.toFixed(0))
  return `heap ${used} MB, window ${own} MB, all processes ${every} MB`
}

async function visitAll(running: Running): Promise<Visit> {
  const times: number[] = []
  for (let at = small; at < small + organizations; at += 1)
    times.push(await visit(running.page, at))
  return { median: median(times), slowest: Math.max(...times), ...(await memory(running)) }
}

/** From the click to the frame in which the grid shows the other organization's first row, ms. */
function visit(page: Page, at: number): Promise<number> {
  return page.evaluate<number>(`new Promise((done, refuse) => {
    const first = () => [...document.querySelectorAll('[role=grid] [role=row]')]
      .find((row) => !row.querySelector('[role=columnheader]'))?.textContent
    const before = first()
    const begun = performance.now()
    document.querySelectorAll('ul[aria-label="Organizations"] button')[${at}].click()
    const look = () => {
      const now = first()
      if (now && now !== before) done(performance.now() - begun)
      else if (performance.now() - begun > 15_000) refuse(new Error('No other row showed'))
      else requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
  })`)
}

/** What is in use once the cache was written behind and nothing is under way. */
async function memory({ electron, page }: Running): Promise<Million['before']> {
  await page.waitForTimeout(3_000)
  const inspector = await page.context().newCDPSession(page)
  const heap = await heapOf(inspector)
  await inspector.detach()
  const sample = await memoryOf(await treeOf(electron.process().pid ?? 0))
  return { heap, window: sample['private renderer'] ?? 0, all: sample['private'] ?? 0 }
}

async function startAgain(app: Program, folder: string, argument: string): Promise<number> {
  const created = Date.now()
  const running = await start(app, folder, [argument])
  await rowsShown(running.page)
  const rows = await running.page.evaluate<number>(
    `performance.timeOrigin + performance.getEntriesByName('first rows painted')[0].startTime`
  )
  await quit(running)
  return rows - created
}

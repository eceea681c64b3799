import { setTimeout as pause } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import { endProcess, startProcess } from '../scripts/desktop/processes.mjs'
import { interleave, type Sample, type Subject } from './interleave.ts'
import { judge, type Question } from './judge.ts'
import { lenient } from './lenient.ts'
import type { Goal, Measure } from './measure.ts'
import { heapOf } from './probe.ts'
import { memoryOf, processKinds, treeOf } from './process-memory.ts'
import { withFolder, type Program } from './program.ts'
import type { Setup } from './setup.ts'
import { withSignedIn } from './signed-in.ts'

/** How long a program is left alone after its start, ms: nothing may listen to it before it has painted. */
const aloneMs = 4_500
const endWithinMs = 5_000
/** The mark that the app sets once its first rows are on the screen. */
const rowsMark = 'first rows painted'

/** Pages of peers that show 10,000 people as soon as they are loaded. */
const peerPages = { 'Svelte page': 'svelte-start.html', 'AG Grid page': 'ag-grid-start.html' }

/** The app with 10,000 operators in its cache and no server, against an empty window of the same Electron. */
export function measureStartup({
  programs,
  rounds,
  peers,
  say
}: Setup): Promise<readonly Measure[]> {
  const { app, stage } = programs
  const options = { operators: 10_000, organizations: 0 }
  return withSignedIn(app, options, async ({ folder, serverArgument, sandbox }) =>
    withFolder(async (empty) => {
      await sandbox.setOutage(true)
      const onStage = (page: string) => (): Promise<Sample> =>
        startOnce(stage, [`--user-data-dir=${empty}`, `--page=${page}`])
      const pages = Object.entries(peers ? peerPages : {}).map(([name, page]) => [
        name,
        onStage(`peers/${page}`)
      ])
      const samples = await interleave(
        {
          floor: onStage('empty.html'),
          ours: () => startOnce(app, [`--user-data-dir=${folder}`, serverArgument]),
          ...lenient(Object.fromEntries(pages) as Record<string, Subject>, say)
        },
        rounds
      )
      return judge(questions, samples)
    })
  )
}

/** Times from the process's creation, ms; memory of all its processes and the heap of its page, MB. */
async function startOnce(program: Program, args: readonly string[]): Promise<Sample> {
  const created = Date.now()
  const child = startProcess(
    program.executable,
    [...program.args, ...args, '--remote-debugging-port=0'],
    { env: process.env, stdio: ['ignore', 'ignore', 'pipe'] }
  )
  try {
    const address = debuggerOf(child)
    await pause(aloneMs)
    const memory = await memoryOf(await treeOf(child.pid ?? 0))
    return { ...(await paintsOf(await address, created)), ...memory }
  } finally {
    await endProcess(child, endWithinMs)
  }
}

/** Where the program lets itself be inspected, as it says itself. */
async function debuggerOf(child: ReturnType<typeof startProcess>): Promise<string> {
  let said = ''
  for await (const chunk of child.stderr ?? []) {
    said += String(chunk)
    const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
    if (address !== undefined) {
      child.stderr?.resume()
      return address
    }
  }
  throw new Error(`The program ended at its start:\n${said}`)
}

/** When the page first painted anything, and its rows, where it has any. */
async function paintsOf(address: string, created: number): Promise<Sample> {
  const browser = await chromium.connectOverCDP(address)
  try {
    const page = browser.contexts()[0]?.pages()[0]
    if (!page) throw new Error('The program has no page')
    const moments = await page.evaluate<Record<string, number>>(`(() => {
      const named = (name) => performance.getEntriesByName(name)[0]?.startTime
      return {
        origin: performance.timeOrigin,
        content: named('first-contentful-paint'),
        rows: named('${rowsMark}')
      }
    })()`)
    const { origin = NaN, content = NaN, rows = content } = moments
    const heap = await heapOf(await page.context().newCDPSession(page))
    return { content: origin + content - created, rows: origin + rows - created, heap }
  } finally {
    await browser.close()
  }
}

const ratio = (most: number): Goal => ({ kind: 'ratio', most })
const start = { line: 'start', unit: 'ms' } as const
const memory = { line: 'start', unit: 'MB' } as const

const questions: readonly Question[] = [
  { ...start, what: 'first paint', of: 'content', goal: ratio(1.3) },
  {
    ...start,
    what: '10,000 cached operators shown',
    of: 'rows',
    floorOf: 'content',
    goal: ratio(1.3)
  },
  { ...memory, what: 'private memory', of: 'private', goal: ratio(1.1) },
  ...processKinds.map((kind): Question => ({
    ...memory,
    what: `private memory, ${kind}`,
    of: `private ${kind}`,
    goal: { kind: 'none' }
  })),
  { ...memory, what: 'heap of the page', of: 'heap', goal: { kind: 'none' } }
]

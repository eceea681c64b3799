import { setTimeout as pause } from 'node:timers/promises'
import { chromium } from 'playwright-core'
import { endProcess, startProcess } from '../scripts/desktop/processes.mjs'
import { interleave, numbersOf, type Sample } from './interleave.ts'
import { median } from './median.ts'
import { memoryOf, treeOf } from './process-memory.ts'
import { withFolder, type Program, type Programs } from './program.ts'
import { rowOf, type Goal, type Row } from './row.ts'
import { withSignedIn } from './signed-in.ts'

/** How long a program is left alone after its start, ms: nothing may listen to it before it has painted. */
const aloneMs = 6_000
const endWithinMs = 5_000
/** The mark that the app sets once its first rows are on the screen. */
const rowsMark = 'first rows painted'

/** The app with 10,000 operators in its cache and no server, against an empty window of the same Electron. */
export function measureStartup({ app, stage }: Programs, rounds: number): Promise<readonly Row[]> {
  const options = { operators: 10_000, organizations: 0 }
  return withSignedIn(app, options, async ({ folder, serverArgument, sandbox }) =>
    withFolder(async (empty) => {
      await sandbox.setOutage(true)
      const samples = await interleave(
        {
          floor: () => startOnce(stage, [`--user-data-dir=${empty}`, '--page=empty.html']),
          ours: () => startOnce(app, [`--user-data-dir=${folder}`, serverArgument])
        },
        rounds
      )
      return rowsFrom(samples.floor, samples.ours)
    })
  )
}

/** Times from the process's creation, ms; memory of all its processes, MB. */
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
    return { content: origin + content - created, rows: origin + rows - created }
  } finally {
    await browser.close()
  }
}

interface Line {
  readonly name: string
  readonly of: string
  readonly floorOf?: string
  readonly unit: string
  readonly goal: Goal
}

const lines: readonly Line[] = [
  {
    name: 'start to first paint',
    of: 'content',
    unit: 'ms',
    goal: { kind: 'ratio', most: 1.3 }
  },
  {
    name: 'start to 10,000 cached operators shown',
    of: 'rows',
    floorOf: 'content',
    unit: 'ms',
    goal: { kind: 'ratio', most: 1.3 }
  },
  {
    name: 'private memory of all processes, 10,000 operators shown',
    of: 'private',
    unit: 'MB',
    goal: { kind: 'ratio', most: 1.1 }
  }
]

function rowsFrom(floor: readonly Sample[], ours: readonly Sample[]): Row[] {
  const measured = lines.filter(({ of }) => ours.every((sample) => of in sample))
  return measured.map(({ of, floorOf = of, ...line }) =>
    rowOf({
      ...line,
      floor: median(numbersOf(floor, floorOf)),
      peers: {},
      ours: median(numbersOf(ours, of)),
      rounds: ours.length
    })
  )
}

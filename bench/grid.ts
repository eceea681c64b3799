import type { Page } from 'playwright-core'
import { interleave, type Sample, type Subject } from './interleave.ts'
import { judge, worst, type Question } from './judge.ts'
import { lenient } from './lenient.ts'
import type { Goal, Measure } from './measure.ts'
import { median } from './median.ts'
import { heapOf, scroll, watched, type Watched } from './probe.ts'
import { start, withRunning, type Program } from './program.ts'
import type { Setup } from './setup.ts'
import { largeOrganization, rowsShown, withSignedIn } from './signed-in.ts'

/** A grid to be measured: how to get its page fresh, and what to click. */
interface Grid {
  readonly page: Page
  /** What its small organization is called. */
  readonly small: string
  /** How long it rests after it was loaded, ms: an index may be made behind what is shown. */
  readonly restMs: number
}

const wanted = 90_000
/** The app's indexes are made by a worker once rows are shown. */
const oursRestMs = 2_000
const restMs = 400

const peerPages = { SVAR: 'svar.html', 'AG Grid': 'ag-grid.html', TanStack: 'tanstack.html' }

/** The app's grid with 100,000 operators from its cache, against plain elements in a plain page. */
export function measureGrid({ programs, rounds, peers, say }: Setup): Promise<readonly Measure[]> {
  const { app, stage, probe } = programs
  const options = { operators: 100_000, organizations: 1 }
  return withSignedIn(app, options, async ({ folder, serverArgument, sandbox }) => {
    const pages = Object.entries({ floor: 'floor.html', ...(peers ? onPeers(peerPages) : {}) })
    return withPages(stage, pages, async (stages) => {
      // What came is fresh for a minute only: without the server, nothing is refreshed in between.
      await sandbox.setOutage(true)
      const ours = await start(app, folder, [serverArgument])
      const grid = { page: ours.page, small: 'Customer Support', restMs: oursRestMs }
      const others = stages.map(([name, page]) => [
        name,
        () => measureOnce({ page, small: 'Nobody', restMs }, probe)
      ])
      try {
        const { floor, ...rest } = Object.fromEntries(others) as Record<string, Subject>
        const subjects = {
          ...(floor && { floor }),
          ours: () => measureOnce(grid, probe),
          ...lenient(rest, say)
        }
        return judge(questions, await interleave(subjects, rounds))
      } finally {
        await ours.close()
      }
    })
  })
}

function onPeers(pages: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(pages).map(([name, page]) => [name, `peers/${page}`]))
}

/** Opens each page in a program of its own, and gives them all to the work. */
function withPages<T>(
  stage: Program,
  [first, ...rest]: readonly (readonly [string, string])[],
  work: (pages: readonly (readonly [string, Page])[]) => Promise<T>
): Promise<T> {
  if (first === undefined) return work([])
  const [name, address] = first
  return withRunning(stage, [`--page=${address}`], ({ page }) =>
    withPages(stage, rest, (pages) => work([[name, page], ...pages]))
  )
}

async function measureOnce(grid: Grid, probe: string): Promise<Sample> {
  const { page, small } = grid
  const rest = (): Promise<void> => page.waitForTimeout(grid.restMs)
  await page.reload()
  await organization(page, small).waitFor()
  await rest()
  await organization(page, small).click()
  const watching = await watched(page, probe)
  const before = await heapOf(watching.inspector)
  const cold = await opening(watching, largeOrganization)
  await rest()
  const heap = (await heapOf(watching.inspector)) - before
  await organization(page, small).click()
  await page.waitForTimeout(200)
  const warm = await opening(watching, largeOrganization)
  await rest()
  const searched = await searching(watching)
  const sort = await sorting(watching)
  const wheel = await scroll(watching, 12_000, 8_000)
  const fling = await scroll(watching, 120_000, 100_000)
  await watching.inspector.detach()
  return {
    ...{ cold, warm, heap, sort },
    ...searched,
    ...prefixed('wheel', wheel),
    ...prefixed('fling', fling)
  }
}

function organization(page: Page, name: string) {
  return page.getByRole('list', { name: 'Organizations' }).getByRole('button', { name })
}

function opening({ page, timeTo }: Watched, name: string): Promise<number> {
  return timeTo('click', () => organization(page, name).click(), wanted)
}

/** Types three letters, then clears the box. */
async function searching({ page, timeTo }: Watched): Promise<{ first: number; later: number }> {
  const box = page.getByRole('searchbox', { name: 'Search operators' })
  await box.focus()
  const times: number[] = []
  for (const key of ['m', 'a', 'r']) {
    times.push(await timeTo('keydown', () => page.keyboard.press(key)))
    await page.waitForTimeout(150)
  }
  await box.fill('')
  await rowsShown(page)
  await page.waitForTimeout(150)
  const [first = 0, ...later] = times
  return { first, later: median(later) }
}

async function sorting({ page, timeTo }: Watched): Promise<number> {
  const header = page.getByRole('columnheader', { name: 'Name' })
  const button = header.getByRole('button')
  // Some peers sort by a click anywhere in the header.
  const target = (await button.count()) > 0 ? button.first() : header
  const time = await timeTo('click', () => target.click())
  await page.waitForTimeout(150)
  return time
}

function prefixed(name: string, sample: Sample): Sample {
  return Object.fromEntries(Object.entries(sample).map(([of, value]) => [`${name} ${of}`, value]))
}

const most = (value: number): Goal => ({ kind: 'most', value })
const ratio: Goal = { kind: 'ratio', most: 1.3 }
const rows = { line: 'rows' } as const
const search = { line: 'search', unit: 'ms', goal: ratio } as const
const scrolled = { line: 'scroll', unit: 'frames' } as const

const questions: readonly Question[] = [
  { ...rows, what: 'from memory', of: 'warm', unit: 'ms', goal: most(40) },
  // Reading them back, and painting them.
  {
    ...rows,
    what: 'from the cache on disk',
    of: 'cold',
    unit: 'ms',
    goal: most(140),
    floorOf: null
  },
  { ...rows, what: 'heap growth', of: 'heap', unit: 'MB', goal: most(10), floorOf: null },
  { ...search, what: 'the first key', of: 'first' },
  { ...search, what: 'later keys', of: 'later' },
  { line: 'sort', what: '', of: 'sort', unit: 'ms', goal: most(25) },
  ...['wheel', 'fling'].flatMap((way): Question[] => [
    { ...scrolled, what: `${way}, p95`, of: `${way} p95`, goal: most(1.1) },
    { ...scrolled, what: `${way}, worst`, of: `${way} worst`, goal: most(2.1) },
    { ...scrolled, what: `${way}, blank`, of: `${way} blank`, goal: most(0), over: worst },
    {
      ...{ line: 'scroll', what: `${way}, main thread busy`, of: `${way} busy` },
      ...{ unit: '%', goal: most(25) }
    }
  ])
]

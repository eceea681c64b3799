import type { Page } from 'playwright-core'
import { interleave, numbersOf, type Sample } from './interleave.ts'
import { median } from './median.ts'
import { heapOf, scroll, watched, type Watched } from './probe.ts'
import { start, withRunning, type Programs } from './program.ts'
import { rowOf, type Goal, type Measured, type Row } from './row.ts'
import { largeOrganization, rowsShown, withSignedIn } from './signed-in.ts'

/** A grid to be measured: how to get its page fresh, and what its small organization is called. */
interface Grid {
  readonly page: Page
  readonly small: string
}

const wanted = 90_000
/** How long a page rests after it was loaded: indexes are made behind what is shown. */
const restMs = 2_500

/** The app's grid with 100,000 operators from its cache, against plain elements in a plain page. */
export function measureGrid(
  { app, stage, probe }: Programs,
  rounds: number
): Promise<readonly Row[]> {
  const options = { operators: 100_000, organizations: 1 }
  return withSignedIn(app, options, async ({ folder, serverArgument, sandbox }) =>
    withRunning(stage, ['--page=floor.html'], async (floor) => {
      // What came is fresh for a minute only: without the server, nothing is refreshed in between.
      await sandbox.setOutage(true)
      const ours = await start(app, folder, [serverArgument])
      try {
        const samples = await interleave(
          {
            floor: () => measureOnce({ page: floor.page, small: 'Nobody' }, probe),
            ours: () => measureOnce({ page: ours.page, small: 'Customer Support' }, probe)
          },
          rounds
        )
        return rowsFrom(samples.floor, samples.ours)
      } finally {
        await ours.close()
      }
    })
  )
}

async function measureOnce({ page, small }: Grid, probe: string): Promise<Sample> {
  await page.reload()
  await organization(page, small).waitFor()
  await page.waitForTimeout(restMs)
  await organization(page, small).click()
  const watching = await watched(page, probe)
  const before = await heapOf(watching)
  const cold = await opening(watching, largeOrganization)
  await page.waitForTimeout(restMs)
  const heap = (await heapOf(watching)) - before
  await organization(page, small).click()
  await page.waitForTimeout(200)
  const warm = await opening(watching, largeOrganization)
  await page.waitForTimeout(restMs)
  const searched = await searching(watching)
  const sort = await sorting(watching)
  const wheel = await scroll(watching, 20_000, 8_000)
  const fling = await scroll(watching, 200_000, 100_000)
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
  const header = page.getByRole('columnheader', { name: 'Name' }).getByRole('button')
  const time = await timeTo('click', () => header.click())
  await page.waitForTimeout(150)
  return time
}

function prefixed(name: string, sample: Sample): Sample {
  return Object.fromEntries(Object.entries(sample).map(([of, value]) => [`${name} ${of}`, value]))
}

interface Line extends Pick<Measured, 'name' | 'unit' | 'goal'> {
  readonly of: string
  /** Whether the floor's number says anything. */
  readonly floorless?: boolean
  /** Of all rounds: the middle, or the worst where none may be bad. */
  readonly over?: (numbers: readonly number[]) => number
}

const most = (value: number): Goal => ({ kind: 'most', value })
const ratio: Goal = { kind: 'ratio', most: 1.3 }
const worst = (numbers: readonly number[]): number => Math.max(...numbers)

const lines: readonly Line[] = [
  { name: '100,000 rows into the grid, to paint', of: 'warm', unit: 'ms', goal: most(40) },
  {
    name: '100,000 rows from the cache on disk into the grid, to paint',
    of: 'cold',
    unit: 'ms',
    // Reading them back, and painting them.
    goal: most(140),
    floorless: true
  },
  { name: 'heap growth by 100,000 rows', of: 'heap', unit: 'MB', goal: most(10), floorless: true },
  { name: 'search, the first key to paint', of: 'first', unit: 'ms', goal: ratio },
  { name: 'search, later keys to paint', of: 'later', unit: 'ms', goal: ratio },
  { name: 'sort by name', of: 'sort', unit: 'ms', goal: most(25) },
  ...['wheel', 'fling'].flatMap((way): Line[] => [
    { name: `${way}: frames, p95`, of: `${way} p95`, unit: 'frames', goal: most(1.1) },
    { name: `${way}: the worst frame`, of: `${way} worst`, unit: 'frames', goal: most(2.1) },
    { name: `${way}: blank frames`, of: `${way} blank`, unit: '', goal: most(0), over: worst },
    { name: `${way}: main thread busy`, of: `${way} busy`, unit: '%', goal: most(25) }
  ])
]

function rowsFrom(floor: readonly Sample[], ours: readonly Sample[]): Row[] {
  return lines.map(({ of, floorless, over = median, ...line }) =>
    rowOf({
      ...line,
      floor: floorless ? null : over(numbersOf(floor, of)),
      peers: {},
      ours: over(numbersOf(ours, of)),
      rounds: ours.length
    })
  )
}

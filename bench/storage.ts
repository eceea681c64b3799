import { interleave, numbersOf, type Sample } from './interleave.ts'
import { median } from './median.ts'
import { call, withRunning, type Programs } from './program.ts'
import { rowOf, type Goal, type Row } from './row.ts'

interface Line {
  readonly name: string
  readonly of: string
  readonly goal: Goal
}

const cacheLines: readonly Line[] = [
  {
    name: '100,000 operators written to the cache',
    of: 'write',
    goal: { kind: 'most', value: 150 }
  },
  { name: 'read back at start', of: 'read', goal: { kind: 'most', value: 100 } },
  {
    name: 'a fresh list with 1 % changed, compared and stored',
    of: 'update',
    goal: { kind: 'most', value: 30 }
  }
]

const outboxLines: readonly Line[] = [
  { name: 'one outbox entry, strict, awaited', of: 'one', goal: { kind: 'ratio', most: 1.4 } },
  {
    name: '1,000 outbox entries at once, strict',
    of: 'thousand',
    goal: { kind: 'most', value: 100 }
  },
  {
    name: '10,000 outbox entries at once, strict',
    of: 'tenThousand',
    goal: { kind: 'most', value: 700 }
  }
]

/** The databases of the cache and the outbox, against IndexedDB alone; both in one page. */
export function measureStorage({ stage }: Programs, rounds: number): Promise<readonly Row[]> {
  return withRunning(stage, ['--page=storage.html'], async ({ page }) => {
    await page.locator('html[data-ready]').waitFor({ state: 'attached' })
    const cache = await interleave(
      { floor: () => call(page, 'cacheByHand'), ours: () => call(page, 'cacheOfOurs') },
      rounds
    )
    const outbox = await interleave(
      { floor: () => call(page, 'outboxByHand'), ours: () => call(page, 'outboxOfOurs') },
      rounds
    )
    return [
      ...cacheLines.map((line) => rowFrom(line, cache)),
      ...outboxLines.map((line) => rowFrom(line, outbox))
    ]
  })
}

function rowFrom(
  { name, of, goal }: Line,
  { floor, ours }: Readonly<Record<'floor' | 'ours', readonly Sample[]>>
): Row {
  return rowOf({
    name,
    unit: 'ms',
    floor: median(numbersOf(floor, of)),
    peers: {},
    ours: median(numbersOf(ours, of)),
    goal,
    rounds: ours.length
  })
}

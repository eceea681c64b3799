import { describe, expect, it } from 'vitest'
import { seedOf } from './chance.ts'
import { added, noFigures, summary } from './figures.ts'
import { playHistory } from './history.ts'
import { fixedLane, randomLane } from './lanes.ts'
import { replayRate } from './replay-rate.ts'
import { runSimulation, simulate } from './simulate.ts'

const minutes = 60_000

describe('the simulated app', () => {
  it('keeps every promise in the same histories each time', { timeout: 15 * minutes }, async () => {
    const lines: string[] = []
    let figures = noFigures
    for (const lane of fixedLane) {
      const played = await simulate({ ...lane, print: (line) => lines.push(line) })
      figures = added(figures, played.figures)
    }
    console.log(['the fixed lane', ...summary(figures)].join('\n'))
    expect(lines).toEqual([])
    expect(figures).toMatchObject({ duplicates: 0, losses: 0 })
    expect(figures.kills).toBeGreaterThan(1_000)
  })

  it(
    'keeps every promise in histories that nobody has seen before',
    { timeout: 15 * minutes },
    async () => {
      const lane = randomLane(500)
      const lines: string[] = []
      const { figures } = await simulate({ ...lane, print: (line) => lines.push(line) })
      console.log([`the random lane, seed ${lane.seed}`, ...summary(figures)].join('\n'))
      expect(lines).toEqual([])
    }
  )

  it('plays the same history again from its seed and path', async () => {
    const firstTime = await playHistory(seedOf(9_999_999_999, 3))
    const again = await playHistory(seedOf(9_999_999_999, 3))
    const other = await playHistory(seedOf(9_999_999_999, 4))
    expect(again.hash).toBe(firstTime.hash)
    expect(other.hash).not.toBe(firstTime.hash)
  })

  it('takes seeds of up to ten digits, and no others', async () => {
    const quiet = (): void => undefined
    expect(await runSimulation(['--seed=9999999999', '--path=3', '--trace'], quiet)).toBe(0)
    expect(await runSimulation(['--seed=12345678901', '--path=3'], quiet)).toBe(2)
    expect(await runSimulation(['--seed=1', '--histories=few'], quiet)).toBe(2)
  })

  it.each([0, 300, 1_000])(
    'sends at no less than 97 % of the limit at %i ms of latency',
    { timeout: 2 * minutes },
    async (latency) => {
      expect(await replayRate(latency)).toBeGreaterThanOrEqual(0.97)
    }
  )
})

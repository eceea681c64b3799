import { describe, expect, it } from 'vitest'
import { seedOf } from './chance.ts'
import { playHistory } from './history.ts'
import { simulate } from './simulate.ts'

const minutes = 60_000
const paths = (count: number): number[] => Array.from({ length: count }, (_, at) => at)

describe('the simulated app', () => {
  it('keeps every promise in the same histories each time', { timeout: 5 * minutes }, async () => {
    const lines: string[] = []
    const { broken, figures } = await simulate({
      seed: 1,
      paths: paths(400),
      trace: false,
      print: (line) => lines.push(line)
    })
    expect(lines).toEqual([])
    expect(broken).toEqual([])
    expect(figures).toMatchObject({ duplicates: 0, losses: 0 })
    expect(figures.kills).toBeGreaterThan(100)
  })

  it(
    'keeps every promise in histories of its own each time',
    { timeout: 5 * minutes },
    async () => {
      const seed = Date.now() % 10_000_000_000
      const lines: string[] = []
      await simulate({ seed, paths: paths(200), trace: false, print: (line) => lines.push(line) })
      expect(lines).toEqual([])
    }
  )

  it('plays the same history again from its seed', async () => {
    const first = await playHistory(seedOf(7, 3))
    const again = await playHistory(seedOf(7, 3))
    const other = await playHistory(seedOf(7, 4))
    expect(again.hash).toBe(first.hash)
    expect(other.hash).not.toBe(first.hash)
  })
})

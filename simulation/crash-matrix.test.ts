import { describe, expect, it } from 'vitest'
import { playCrashDay } from './crash-day.ts'
import { labels, type Blow, type Strike } from './crash-plan.ts'

const minutes = 60_000
const blows: readonly Blow[] = ['kill', 'kill-window', 'reject', 'delay']
/** The first visits of a moment differ; later ones repeat them. */
const mostVisits = 5

function strikesAt(visits: ReadonlyMap<string, number>, blow: Blow, most: number): Strike[] {
  return labels.flatMap((label) => {
    const count = Math.min(most, visits.get(label) ?? 0)
    return Array.from({ length: count }, (_, at): Strike => ({ label, visit: at + 1, blow }))
  })
}

async function wrongWith(strikes: readonly Strike[]): Promise<readonly string[]> {
  const { violations, isOver } = await playCrashDay(strikes)
  const plan = strikes
    .map(({ label, visit, blow }) => `${blow} at ${label} ${visit}`)
    .join(', then ')
  const missed = isOver ? [] : ['was never reached']
  return [...violations, ...missed].map((what) => `${plan}: ${what}`)
}

describe('the crash matrix', () => {
  it('reaches every labelled moment, and nothing is wrong without a strike', async () => {
    const { visits, violations } = await playCrashDay([])
    expect(violations).toEqual([])
    expect(labels.filter((label) => !visits.has(label))).toEqual([])
  })

  it.each(blows)('survives a %s at every moment', { timeout: 5 * minutes }, async (blow) => {
    const { visits } = await playCrashDay([])
    const wrong: string[] = []
    const strikes = strikesAt(visits, blow, mostVisits)
    for (const strike of strikes) wrong.push(...(await wrongWith([strike])))
    expect(wrong).toEqual([])
    expect(strikes.length).toBeGreaterThan(40)
  })

  it.each(['kill', 'reject', 'delay'] as const)(
    'survives a %s at every moment of the recovery from a death',
    { timeout: 15 * minutes },
    async (blow) => {
      const { visits } = await playCrashDay([])
      const wrong: string[] = []
      let played = 0
      for (const first of strikesAt(visits, 'kill', 2)) {
        const after = await playCrashDay([first])
        for (const second of strikesAt(after.visits, blow, 1)) {
          wrong.push(...(await wrongWith([first, second])))
          played += 1
        }
      }
      expect(wrong).toEqual([])
      expect(played).toBeGreaterThan(400)
    }
  )

  it('reaches every moment of a recovery', async () => {
    const { visits } = await playCrashDay([])
    const reached = new Set<string>()
    for (const strike of strikesAt(visits, 'kill', 1))
      for (const label of (await playCrashDay([strike])).visits.keys()) reached.add(label)
    expect(labels.filter((label) => !reached.has(label))).toEqual([])
  })
})

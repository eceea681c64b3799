import { expect, it } from 'vitest'
import { soakApp } from './soak/soak.ts'

const lines: string[] = []

it('hours of work leave nothing behind in the app', async () => {
  const soak = { stretches: 18, lookEvery: 1, print: (line: string) => void lines.push(line) }
  const { faults } = await soakApp(soak)
  expect(faults, lines.join('\n')).toEqual([])
}, 480_000)

it('what is held and never let go of is found', async () => {
  const { faults } = await soakApp({
    ...{ stretches: 6, lookEvery: 1, print: () => undefined },
    leak: async ({ running }) => {
      await running.window.evaluate(() => {
        for (let at = 0; at < 20; at += 1) addEventListener('resize', () => at)
      })
    }
  })
  expect(faults.join()).toContain('listeners grows')
}, 240_000)

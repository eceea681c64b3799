import { closeSync, openSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, it } from 'vitest'
import { grown } from './growth.ts'
import { soak, type Soak } from './soak.ts'

const lines: string[] = []
const quiet: Soak = {
  before: 27,
  hours: 2,
  refreshMs: 600_000,
  editEveryMs: 600_000,
  stepMs: 5_000,
  history: 10,
  print: (line) => lines.push(line)
}
const longest = 180_000

it(
  'hours of refreshes, edits and outages leave nothing behind',
  async () => {
    expect(await soak(quiet), lines.join('\n')).toEqual([])
  },
  longest
)

it(
  'what is held and never let go of is found: memory, and files',
  async () => {
    const held: unknown[] = []
    const files: number[] = []
    const leak = (): void => {
      held.push(Array.from({ length: 60_000 }, (_, at) => at + 0.5))
      files.push(openSync(tmpdir(), 'r'))
    }
    const faults = await soak({ ...quiet, before: 1, leak })
    expect(faults.join()).toContain('heap grew')
    if (process.platform === 'linux') expect(faults.join()).toContain('handles grew')
    for (const file of files) closeSync(file)
    expect(held).not.toEqual([])
  },
  longest
)

it('whatever grows by more than it may is named', () => {
  const start = { heap: 10, handles: 3, database: 100, journal: 50 }
  const bound = { heap: 5, handles: 0, database: 10, journal: 10 }
  expect(grown(start, { heap: 15, handles: 3, database: 90, journal: 60 }, bound)).toEqual([])
  expect(grown(start, { heap: 16, handles: 4, database: 100, journal: 50 }, bound)).toEqual([
    'heap grew from 10 to 16, by more than 5',
    'handles grew from 3 to 4, by more than 0'
  ])
})

import { expect, test, vi } from 'vitest'
import { lenient } from './lenient.ts'

test('a peer that fails has no numbers, and the others have theirs', async () => {
  const said: string[] = []
  const peers = lenient(
    {
      good: () => Promise.resolve({ ms: 1 }),
      bad: () => Promise.reject(new Error('out of order'))
    },
    (line) => said.push(line)
  )
  expect(await peers['good']!()).toEqual({ ms: 1 })
  expect(await peers['bad']!()).toEqual({})
  expect(said).toEqual(['bad measured nothing: out of order'])
})

test('a peer that never ends is not waited for', async () => {
  vi.useFakeTimers()
  const said: string[] = []
  const peers = lenient(
    { stuck: () => new Promise(() => undefined) },
    (line) => said.push(line),
    1_000
  )
  const sample = peers['stuck']!()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(await sample).toEqual({})
  expect(said).toEqual(['stuck measured nothing: not done after 1 s'])
  vi.useRealTimers()
})

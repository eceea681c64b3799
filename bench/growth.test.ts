import { expect, test } from 'vitest'
import { grown, growthOf, type Sizes } from './growth.ts'

const flat: Sizes = {
  ...{ heap: 100, nodes: 100, listeners: 100, mainHeap: 100 },
  ...{ workers: 100, resources: 100, files: 100, database: 100, journal: 100 }
}

test('what stands does not grow, however much it filled up before', () => {
  expect(growthOf([1, 40, 80, 90, 90, 90, 90, 90])).toBe(0)
})

test('what grows steadily grows by as much as it does', () => {
  expect(growthOf([0, 1, 2, 3, 4, 5, 6, 7])).toBeCloseTo(3)
})

test('a single sample out of line weighs little, and what shrinks does not grow', () => {
  expect(growthOf([5, 5, 5, 5, 5, 5, 9, 5, 5, 5])).toBeLessThan(1)
  expect(growthOf([9, 9, 9, 9, 8, 7, 6, 5])).toBeLessThan(0)
})

test('too few samples tell nothing', () => {
  expect(growthOf([])).toBe(0)
  expect(growthOf([7])).toBe(0)
})

test('whatever grows by more than it may is named', () => {
  const samples = Array.from({ length: 9 }, (_, at) => ({
    ...flat,
    heap: 100 + 10 * at,
    files: at
  }))
  expect(grown(samples, { ...flat, heap: 39, files: 4 })).toEqual(['heap grows by 40, allowed 39'])
})

import { expect, test } from 'vitest'
import { statistics } from './statistics.ts'

test('the total counts the deleted too', () => {
  const operators = [
    { status: 0 },
    { status: 1 },
    { status: 2 },
    { status: 2 },
    { status: 0 }
  ] as const
  expect(statistics(operators)).toEqual({ total: 5, active: 2, inactive: 1, deleted: 2 })
})

test('a packed column of statuses counts the same', () => {
  expect(statistics(Uint8Array.of(0, 1, 2, 2, 0))).toEqual({
    total: 5,
    active: 2,
    inactive: 1,
    deleted: 2
  })
})

test('nobody counts as nothing', () => {
  expect(statistics([])).toEqual({ total: 0, active: 0, inactive: 0, deleted: 0 })
})

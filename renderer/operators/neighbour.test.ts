import { expect, test } from 'vitest'
import { neighbour } from './neighbour.ts'

test('arrows lead to the neighbour and stop at the ends', () => {
  expect(['ArrowDown', 'ArrowUp', 'Home', 'End', 'x'].map((key) => neighbour(key, 1, 4))).toEqual([
    2,
    0,
    0,
    3,
    null
  ])
  expect([neighbour('ArrowDown', 3, 4), neighbour('ArrowUp', 0, 4)]).toEqual([3, 0])
})

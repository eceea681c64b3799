import { describe, expect, test } from 'vitest'
import { median, percentile } from './median.ts'

describe('the middle', () => {
  test.each([
    [[7], 7],
    [[9, 1, 5], 5],
    [[4, 1, 10, 2], 3],
    [[1, 1, 1, 100], 1],
    [[-3, -1], -2]
  ])('of %j is %d', (numbers, middle) => {
    expect(median(numbers)).toBe(middle)
  })

  test('of nothing is a bug', () => {
    expect(() => median([])).toThrow(RangeError)
  })
})

describe('a percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => 100 - at)

  test('is the smallest that so many do not exceed', () => {
    expect(percentile(hundred, 0.95)).toBe(95)
    expect(percentile(hundred, 1)).toBe(100)
    expect(percentile(hundred, 0)).toBe(1)
    expect(percentile([5, 16, 17], 0.95)).toBe(17)
  })

  test('leaves the order of what it was given', () => {
    const numbers = [3, 1, 2]
    percentile(numbers, 0.5)
    expect(numbers).toEqual([3, 1, 2])
  })
})

import { describe, expect, test } from 'vitest'
import { mostInASecond, shareOfLimit } from './departures.ts'

describe('the most in a rolling second', () => {
  test.each([
    [[], 0],
    [[0, 100, 200], 3],
    [[0, 200, 400, 600, 800, 1000], 5],
    [[0, 200, 400, 600, 800, 999], 6],
    [[0, 900, 950, 1000, 1050, 1890], 5]
  ])('of %j is %d', (moments, most) => {
    expect(mostInASecond(moments)).toBe(most)
  })
})

describe('the share of the limit', () => {
  test('of bursts that each leave a second after the last is all of it', () => {
    const moments = [0, 0, 1000, 1000, 2000, 2000]
    expect(shareOfLimit(moments, 2)).toBe(100)
  })

  test('falls with the time between them', () => {
    const moments = [0, 0, 2000, 2000, 4000, 4000]
    expect(shareOfLimit(moments, 2)).toBe(50)
  })

  test('needs more than the first burst', () => {
    expect(() => shareOfLimit([0, 0], 2)).toThrow(RangeError)
  })
})

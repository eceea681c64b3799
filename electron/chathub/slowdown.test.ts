import { describe, expect, it } from 'vitest'
import { refused, windowAt, type Slowdown } from './slowdown.ts'

const full: Slowdown = { factor: 1, since: 0 }

describe('the pace after 429', () => {
  it('is halved at once and comes back slowly', () => {
    const slow = refused(full, 5_000, 5_100)
    expect(windowAt(slow, 5_100)).toBe(2_040)
    expect(windowAt(slow, 14_000)).toBe(2_040)
    expect(windowAt(slow, 16_000)).toBeLessThan(2_040)
    expect(windowAt(slow, 16_000)).toBeGreaterThan(1_020)
    expect(windowAt(slow, 60_000)).toBe(1_020)
  })

  it('is halved once for requests that left together', () => {
    const slow = refused(full, 5_000, 5_100)
    expect(refused(slow, 5_010, 5_120)).toBe(slow)
    expect(windowAt(refused(slow, 5_200, 5_300), 5_300)).toBe(4_080)
  })

  it('never stops altogether', () => {
    let slow = full
    for (let at = 0; at < 100; at += 1) slow = refused(slow, at, at)
    expect(windowAt(slow, 100)).toBe(16 * 1_020)
  })
})

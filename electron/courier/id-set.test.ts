import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeIds, encodeIds } from './id-set.ts'

describe('a set of ids as text', () => {
  it('comes back ascending and without repeats', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(50), fc.maxSafeInteger())), (ids) => {
        expect(decodeIds(encodeIds(ids))).toEqual([...new Set(ids)].sort((a, b) => a - b))
      })
    )
  })

  it('is small for 100,000 consecutive ids', () => {
    const ids = Array.from({ length: 100_000 }, (_, row) => 5_000 + row)
    expect(encodeIds(ids).length).toBeLessThan(20)
    expect(encodeIds(ids.filter((id) => id % 3 !== 0)).length).toBeLessThan(200_000)
  })
})

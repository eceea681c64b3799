import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Ordered } from './ordered.ts'

test('keeps entries in queue order, wherever they come and go', () => {
  const moves = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 12 })), { maxLength: 40 })
  const run = fc.property(moves, (steps) => {
    const ordered = new Ordered()
    const orders = new Set<number>()
    for (const [isAdd, order] of steps) {
      if (isAdd) ordered.add(order, `e${order}`)
      else ordered.remove(order)
      if (isAdd) orders.add(order)
      else orders.delete(order)
      const expected = [...orders].sort((one, other) => one - other)
      const ids = expected.map((each) => `e${each}`)
      expect(ordered.take(Infinity)).toEqual(ids)
      expect(ordered.slice(1, 3)).toEqual(ids.slice(1, 3))
      expect([ordered.size, ordered.head, ordered.first()]).toEqual([
        ids.length,
        expected[0] ?? Infinity,
        ids[0]
      ])
      for (const each of [0, 6, 12]) {
        expect(ordered.placeOf(each)).toBe(expected.indexOf(each))
        expect(ordered.before(each)).toBe(ids[expected.filter((one) => one < each).length - 1])
      }
    }
  })
  fc.assert(run)
})

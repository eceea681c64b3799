// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean, looseKey, sameKey } from '../../shared/match-key.ts'
import { FirstRows } from './first-rows.ts'
import { keysOf } from './name-keys.ts'

const unit = fc.constantFrom(
  ...Array.from(
    'abzABZ09 .,\'-_&@()"абяАБЯйЙїЇєЄґҐіІёЁшщъыьэюאבתךםןףץ׳״־’`“é\u0301\u200f\u00a0\t\u05b8ẞßİ😀\u0600'
  )
)

describe('keys of a name', () => {
  it('are those of the general way, for any name', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit, maxLength: 12 }), fc.string()),
        fc.string({ unit }),
        (name, other) => {
          const keys = keysOf(name)
          expect([keys.name, keys.same, keys.loose]).toEqual([
            clean(name),
            sameKey(name),
            looseKey(name)
          ])
          if (looseKey(other) === keys.loose) expect(keysOf(other).hash).toBe(keys.hash)
        }
      ),
      { numRuns: 3000 }
    )
  })

  it('have the same hash for names that are probably the same', () => {
    for (const [one, other] of [
      ['משה כהן', 'משה כהנ'],
      ['DANA Levi', 'Dana  Lévi'],
      ["Мар'яна", 'МАР’ЯНА'],
      ['Їжак', 'їжак']
    ] as const) {
      expect(keysOf(one).hash).toBe(keysOf(other).hash)
    }
  })

  it('have different hashes for letters that are different', () => {
    for (const [one, other] of [
      ['й', 'и'],
      ['ї', 'і'],
      ['ґ', 'г'],
      ['є', 'е'],
      ['ב', 'כ']
    ] as const) {
      expect(keysOf(one).hash).not.toBe(keysOf(other).hash)
    }
  })
})

describe('first rows', () => {
  it('are those of a map, though hashes collide', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 200 }), (keys) => {
        const rows = new FirstRows()
        const oracle = new Map<number, number>()
        keys.forEach((key, row) => {
          expect(rows.firstRow(key % 3, row, (other) => keys[other] === key)).toBe(
            oracle.get(key) ?? -1
          )
          if (!oracle.has(key)) oracle.set(key, row)
        })
      })
    )
  })

  it('stay known while the table grows', () => {
    const rows = new FirstRows()
    for (let row = 0; row < 5000; row += 1)
      rows.firstRow(Math.imul(row, 2654435761), row, () => true)
    for (let row = 0; row < 5000; row += 1) {
      expect(rows.firstRow(Math.imul(row, 2654435761), 9999, () => true)).toBe(row)
    }
  })
})

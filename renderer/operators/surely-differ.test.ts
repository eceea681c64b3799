import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collatorOf } from './collator.ts'
import { surelyDiffer } from './surely-differ.ts'

const letters = [...'abAB éאבשׁйиІ01 -', 'e\u0301', '\u0301', 'и\u0306', '10', '\u200d', 'll']
const name = fc.array(fc.constantFrom(...letters), { maxLength: 5 }).map((parts) => parts.join(''))

test.each(['en', 'he', 'uk'])(
  'names that surely differ are never alike to a collator, in %s',
  (of) => {
    const { compare } = collatorOf(of)
    fc.assert(
      fc.property(name, name, (one, other) => {
        if (one !== other && surelyDiffer(one, other)) expect(compare(one, other)).not.toBe(0)
      }),
      { numRuns: 5_000 }
    )
  }
)

test('most names are told apart without one', () => {
  expect(surelyDiffer('Dana Levi', 'Dana Moss')).toBe(true)
  expect(surelyDiffer('Dan', 'Dana')).toBe(true)
  expect(surelyDiffer('כהן', 'כהנא')).toBe(true)
  expect(surelyDiffer('Rene\u0301', 'Ren\u00e9')).toBe(false)
  expect(surelyDiffer('Team 01', 'Team 1')).toBe(false)
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { collatorOf } from './collator.ts'
import { sortedByWords } from './word-order.ts'

/** The order that comparing whole names gives. */
function byComparing(names: readonly string[], rows: readonly number[], locale: string): number[] {
  const { compare } = collatorOf(locale)
  const nameOf = (row: number): string => names[row] as string
  return [...rows].sort((one, other) => compare(nameOf(one), nameOf(other)) || one - other)
}

function expectSame(names: readonly string[], locale: string): void {
  const { order, odd } = sortedByWords(names, locale)
  const rows = [...names.keys()].filter((row) => !odd.includes(row))
  expect([...order]).toEqual(byComparing(names, rows, locale))
}

const letters = [
  ...'abcAB zéèÉñßœæøåäöüÄıİłđ',
  ...'אבגדךםןץ',
  'שׁ',
  'בָ',
  'א\u05bc',
  ...'абвгґеєіїйъьяАҐІЇё',
  'e\u0301',
  'i\u0308',
  ...'0129',
  '10',
  '007',
  ...'.,\'’`"()&/+_-–—־׳״',
  'll',
  'ch',
  'dž',
  '\u0301',
  ' ',
  ' ',
  '  '
]
const strange = ['\t', '\u00a0', '\u200d', '\u200f', '\u3000', '\u2028', '!', '#', '😀']

const name = fc.array(fc.constantFrom(...letters), { maxLength: 9 }).map((parts) => parts.join(''))
const any = fc
  .array(fc.constantFrom(...letters, ...strange), { maxLength: 7 })
  .map((parts) => parts.join(''))
const word = fc.constantFrom(
  'Dana',
  'dana',
  'Dána',
  'Levi',
  'Lévi',
  'כהן',
  'כֹּהֵן',
  'Ірина',
  '9',
  '10',
  ''
)

describe.each(['en', 'he', 'uk'])('names sorted word by word, in %s', (locale) => {
  test('stand as comparing them whole puts them', () => {
    fc.assert(fc.property(fc.array(name, { maxLength: 40 }), (names) => expectSame(names, locale)))
  })

  test('do so where they share words, however many of them', () => {
    const names = fc.array(word, { maxLength: 5 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(fc.array(names, { maxLength: 40 }), (shared) => expectSame(shared, locale))
    )
  })

  test('leave out what might sort before a space', () => {
    fc.assert(fc.property(fc.array(any, { maxLength: 40 }), (names) => expectSame(names, locale)))
    const { odd } = sortedByWords(['Dana Levi', 'Dana\tLevi', 'Dana\u00a0Levi'], locale)
    expect(odd).toEqual([1, 2])
  })
})

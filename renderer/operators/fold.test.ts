import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { looseKey } from '../../shared/match-key.ts'
import { appended, foldNames, joinIds, looseKeys, search, wordsOf } from './fold.ts'

const people = ['Dana Levi', 'דָּנָה לוי', 'Їжак Йосип', 'Zoë O’Brien', '', 'levi DANA', 'Кім ben-Dor']

function found(text: string, names: readonly string[] = people): number[] {
  const rows: number[] = []
  search(foldNames(names), wordsOf(text), (row) => rows.push(row))
  return rows
}

describe('searching names', () => {
  test.each([
    ['any part of a name', 'ev', [0, 5]],
    ['any case', 'DANA', [0, 5]],
    ['words in any order', 'levi dana', [0, 5]],
    ['a name with points by bare letters', 'דנה', [1]],
    ['bare letters by a name with points', 'דָּ', [1]],
    ['without diacritics', 'zoe', [3]],
    ['any apostrophe', "o'brien", [3]],
    ['any dash', 'ben–dor', [6]],
    ['Ukrainian letters as their own', 'йосип', [2]],
    ['not by letters that only look alike', 'иосип', []],
    ['nothing that spans two names', 'levi ізи', []],
    ['nobody for nothing', '  ', []]
  ])('finds %s', (_, text, rows) => {
    expect(found(text)).toEqual(rows)
  })

  test('finds each row once, the last one too', () => {
    expect(found('a', ['aaa', 'b', 'aba'])).toEqual([0, 2])
  })

  test('a name that holds the mark between names disturbs nobody', () => {
    expect(found('cohen', ['x\ue002', 'Cohen', '\ue002'])).toEqual([1])
  })

  test('agrees with folding one name at a time', () => {
    const name = fc.string({
      unit: fc.constantFrom(...Array.from("abAB אבםמ'’-–ıİß")),
      maxLength: 8
    })
    fc.assert(
      fc.property(fc.array(name), name, (names, text) => {
        const words = wordsOf(text)
        const expected = names.flatMap((one, row) =>
          words.length > 0 && words.every((word) => looseKey(one).includes(word)) ? [row] : []
        )
        expect(found(text, names)).toEqual(expected)
      })
    )
  })
})

test('keys of many names are those of each alone', () => {
  const units = Array.from("aB Σςéйїגםץ\u0301\u05b7'’-–\u200f\u0007\u00a0\ue000\ue002İß")
  const name = fc.string({ unit: fc.constantFrom(...units), maxLength: 6 })
  fc.assert(
    fc.property(fc.array(name), (names) => {
      expect(looseKeys(names)).toEqual(names.map(looseKey))
    }),
    { numRuns: 500 }
  )
})

test('ids are found by their digits', () => {
  const rows: number[] = []
  search(joinIds(Float64Array.of(104, 41, 1040)), ['104'], (row) => rows.push(row))
  expect(rows).toEqual([0, 2])
})

test('joined texts can be joined again', () => {
  expect(appended(foldNames(['Ann', 'Bo']), foldNames(['Cy']))).toEqual(
    foldNames(['Ann', 'Bo', 'Cy'])
  )
  expect(appended(foldNames([]), foldNames(['Cy']))).toEqual(foldNames(['Cy']))
})

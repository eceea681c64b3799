import { describe, expect, test } from 'vitest'
import { foldNames, wordsOf } from './fold.ts'
import { similarRows, vocabularyOf } from './similar-names.ts'
import { slips } from './slips.ts'

const names = ['John Smith', 'Sarah Johnson', 'Mike Wilson', 'דָּנָה לוי', 'Оксана Шевченко', 'Al Bo']
const vocabulary = vocabularyOf(foldNames(names))

function found(text: string, most = 10): string[] {
  return Array.from(similarRows(vocabulary, wordsOf(text), most), (row) => names[row] ?? '')
}

describe('slips', () => {
  test.each([
    ['john', 'john', 0],
    ['jhon', 'john', 1],
    ['jon', 'john', 1],
    ['johhn', 'john', 1],
    ['joan', 'john', 1],
    ['john', 'johnson', 0],
    ['jahnsin', 'johnson', 2],
    ['mike', 'john', 3]
  ])('from %s to %s: %i', (typed, word, count) => {
    expect(slips(typed, word, 1 + Math.min(count, 1))).toBe(count)
  })
})

test('a name is found in spite of a slip, in every script, the closest first', () => {
  expect(found('jhon')).toEqual(['John Smith', 'Sarah Johnson'])
  expect(found('wislon')).toEqual(['Mike Wilson'])
  expect(found('דנא')).toEqual(['דָּנָה לוי'])
  expect(found('шевчнко')).toEqual(['Оксана Шевченко'])
  expect(found('johnsen')).toEqual(['Sarah Johnson'])
})

test('every word of the search has to be there', () => {
  expect(found('sara jonson')).toEqual(['Sarah Johnson'])
  expect(found('mike jonson')).toEqual([])
})

test('short words allow no slip, and only so many rows are found', () => {
  expect(found('al')).toEqual([])
  expect(found('ab')).toEqual([])
  expect(found('jhon', 1)).toEqual(['John Smith'])
})

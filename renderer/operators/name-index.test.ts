import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pack } from '../../shared/operator-columns.ts'
import { carriedIndex, indexNames } from './name-index.ts'

function columns(...names: string[]) {
  return pack(names.map((name, row) => ({ id: row + 1, name, status: 0 })))
}

describe('the order of names', () => {
  test('is that of people, not of code points', () => {
    const names = ['Émile', 'Zoe', 'adam', 'Operator 10', 'Operator 9', 'Eve']
    const { order } = indexNames(columns(...names), 'en')
    expect(Array.from(order, (row) => names[row])).toEqual([
      'adam',
      'Émile',
      'Eve',
      'Operator 9',
      'Operator 10',
      'Zoe'
    ])
  })

  test('knows the alphabet of the locale', () => {
    const names = ['Ґудзь', 'Дим', 'Гай', 'Їжак', 'Йосип', 'Ірина']
    const { order } = indexNames(columns(...names), 'uk')
    expect(Array.from(order, (row) => names[row])).toEqual([
      'Гай',
      'Ґудзь',
      'Дим',
      'Ірина',
      'Їжак',
      'Йосип'
    ])
  })

  test('keeps the list’s order among equal names', () => {
    expect([...indexNames(columns('B', 'A', 'B', 'A'), 'en').order]).toEqual([1, 3, 0, 2])
  })
})

describe('an index carried to the next list', () => {
  const before = columns('Dana', 'Alex', 'Boris')
  const index = indexNames(before, 'en')

  test('is the same one where only statuses changed', () => {
    expect(carriedIndex(index, before, columns('Dana', 'Alex', 'Boris'))).toBe(index)
  })

  test('is what a new one would be, where rows were added at the end', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'C'), maxLength: 3 })
    fc.assert(
      fc.property(fc.array(name), fc.array(name), (old, added) => {
        const next = columns(...old, ...added)
        expect(carriedIndex(indexNames(columns(...old), 'en'), columns(...old), next)).toEqual(
          indexNames(next, 'en')
        )
      })
    )
  })

  test.each([
    ['a row went', columns('Dana', 'Alex')],
    ['a name changed', columns('Dana', 'Alec', 'Boris')],
    ['a row came in between', columns('Dana', 'Zoe', 'Alex', 'Boris')],
    ['the same letters are cut differently', columns('Dan', 'aAlex', 'Boris')],
    ['an id changed', { ...before, ids: Float64Array.of(1, 2, 4) }],
    ['very many came', columns('Dana', 'Alex', 'Boris', ...Array.from({ length: 1001 }, () => 'x'))]
  ])('must be made anew where %s', (_, next) => {
    expect(carriedIndex(index, before, next)).toBeNull()
  })
})

import { describe, expect, test } from 'vitest'
import { pack } from '../../shared/operator-columns.ts'
import { indexNames } from './name-index.ts'

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

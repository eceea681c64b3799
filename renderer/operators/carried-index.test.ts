import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Operator } from '../../shared/operator.ts'
import { carriedIndex } from './carried-index.ts'
import { indexNames } from './name-index.ts'
import { everyoneOf, listOf } from './test-everyone.ts'

function list(...names: string[]) {
  return listOf(
    24,
    names.map((name, row) => ({ id: row + 1, name, status: 0 }))
  )
}

const before = list('Dana', 'Alex', 'Boris')
const index = indexNames(before.columns, 'en')

describe('an index carried to the next list', () => {
  test('is the same one where only statuses changed', () => {
    const paused = listOf(24, [
      { id: 1, name: 'Dana', status: 1 },
      { id: 2, name: 'Alex', status: 0 },
      { id: 3, name: 'Boris', status: 2 }
    ])
    expect(carriedIndex(index, before, paused)).toBe(index)
  })

  test.each([
    ['a row went', list('Dana', 'Alex')],
    ['a name changed', list('Dana', 'Alec', 'Boris')],
    ['a row came in between', list('Dana', 'Zoe', 'Alex', 'Boris')],
    ['the same letters are cut differently', list('Dan', 'aAlex', 'Boris')],
    ['everybody went', list()]
  ])('is what a new one would be where %s', (_, next) => {
    expect(carriedIndex(index, before, next)).toEqual(indexNames(next.columns, 'en'))
  })

  test('must be made anew where very many came, or organizations changed places', () => {
    const many = list('Dana', ...Array.from({ length: 1001 }, () => 'x'))
    expect(carriedIndex(index, before, many)).toBeNull()
    const [one, other] = [listOf(24, [dana]), listOf(25, [alex])]
    const both = everyoneOf([one, other])
    const made = indexNames(both.columns, 'en')
    expect(carriedIndex(made, both, everyoneOf([other, one]))).toBeNull()
  })

  test('is what a new one would be, whatever changed in whichever organizations', () => {
    const operator = fc.record({
      id: fc.integer({ min: 1, max: 9 }),
      name: fc.string({ unit: fc.constantFrom('a', 'B', 'ם'), maxLength: 3 }),
      status: fc.constant(0 as const)
    })
    const lists = fc.tuple(fc.array(operator), fc.array(operator), fc.array(operator))
    fc.assert(
      fc.property(lists, lists, fc.boolean(), (old, next, fewer) => {
        const from = everyoneOf(old.map((operators, at) => listOf(24 + at, operators)))
        const to = everyoneOf(
          next.map((operators, at) => listOf(24 + at, operators)).slice(fewer ? 1 : 0)
        )
        const made = indexNames(from.columns, 'en')
        expect(carriedIndex(made, from, to)).toEqual(indexNames(to.columns, 'en'))
      })
    )
  })
})

const dana: Operator = { id: 1, name: 'Dana', status: 0 }
const alex: Operator = { id: 2, name: 'Alex', status: 0 }

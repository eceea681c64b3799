// @vitest-environment node
import { expect, it } from 'vitest'
import { pack } from '../../shared/operator-columns.ts'
import { operator } from './fixture-check.ts'
import { indexPeople } from './people.ts'
import { findSimilar } from './similar.ts'

const people = indexPeople(
  [
    {
      organizationId: 24,
      columns: pack([
        operator(1, 'Dana Levi'),
        operator(2, 'Іван Франко'),
        operator(3, 'Operator 12')
      ])
    }
  ],
  { adds: [], statuses: [] }
)

function similarTo(name: string, organizationId = 24): number | null | undefined {
  return findSimilar([{ row: 0, organizationId, name }], people)[0]?.person.id
}

it('finds who differs by a letter or two and shares a word', () => {
  expect(similarTo('Dana Levy')).toBe(1)
  expect(similarTo('Ivan Франко')).toBe(undefined)
  expect(similarTo('Івас Франко')).toBe(2)
})

it('finds who has the same words in another order', () => {
  expect(similarTo('Levi Dana')).toBe(1)
  expect(similarTo('Levi, Dana')).toBe(1)
  expect(similarTo('Levi, Noa')).toBe(undefined)
})

it('leaves alone who is the same, differs much, by a number, or is elsewhere', () => {
  expect(similarTo('Dana Levi')).toBe(undefined)
  expect(similarTo('Dana Cohen')).toBe(undefined)
  expect(similarTo('Operator 13')).toBe(undefined)
  expect(similarTo('Dana Levy', 31)).toBe(undefined)
})

import { expect, test } from 'vitest'
import { isLong, organizationsNamed } from './organizations-named.ts'

const some = [
  { id: 24, name: 'Customer Support' },
  { id: 25, name: 'שירות לקוחות' },
  { id: 1024, name: 'Підтримка клієнтів' },
  { id: 7, name: '' }
]

function found(text: string): number[] {
  return organizationsNamed(some, text).map(({ id }) => id)
}

test('organizations are found by a part of their name, however it is written', () => {
  expect(found('SUPPORT')).toEqual([24])
  expect(found('לקוח')).toEqual([25])
  expect(found(' клієнт')).toEqual([1024])
  expect(found('nobody')).toEqual([])
})

test('and by the beginning of their id, also those without a name', () => {
  expect(found('24')).toEqual([24])
  expect(found('7')).toEqual([7])
})

test('without a text all of them show', () => {
  expect(organizationsNamed(some, '  ')).toBe(some)
})

test('only a long list is worth searching', () => {
  expect(isLong(some)).toBe(false)
  expect(isLong(Array.from({ length: 200 }, (_, id) => ({ id, name: '' })))).toBe(true)
})

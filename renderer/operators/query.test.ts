import { expect, test } from 'vitest'
import type { SortKey, SortStep } from '../../shared/grid-settings.ts'
import {
  everyone,
  narrows,
  showsStatus,
  withFilterToggled,
  withSort,
  withStatusToggled
} from './query.ts'

test('without a chosen chip everyone shows who is not deleted', () => {
  expect(([0, 1, 2] as const).map((status) => showsStatus(everyone, status))).toEqual([
    true,
    true,
    false
  ])
})

test('chosen chips show exactly their statuses, and are let go of by choosing them again', () => {
  const deleted = withStatusToggled(everyone, 2)
  expect(([0, 1, 2] as const).map((status) => showsStatus(deleted, status))).toEqual([
    false,
    false,
    true
  ])
  expect(withStatusToggled(deleted, 0).chosen).toEqual([2, 0])
  expect(withStatusToggled(deleted, 2)).toEqual(everyone)
})

const step = (by: SortKey, descending = false): SortStep => ({ by, descending })

test('a column sorts upwards, downwards, and then no more', () => {
  const up = withSort(everyone, 'name')
  const down = withSort(up, 'name')
  expect([up.sort, down.sort, withSort(down, 'name').sort]).toEqual([
    [step('name')],
    [step('name', true)],
    []
  ])
  expect(withSort(down, 'id').sort).toEqual([step('id')])
})

test('a further column comes after those that sort already, turns and goes at its own place', () => {
  const two = withSort(withSort(everyone, 'status'), 'name', true)
  expect(two.sort).toEqual([step('status'), step('name')])
  const turned = withSort(two, 'status', true)
  expect(turned.sort).toEqual([step('status', true), step('name')])
  expect(withSort(turned, 'status', true).sort).toEqual([step('name')])
  expect(withSort(two, 'name').sort).toEqual([step('name')])
})

test('filters are chosen and let go of, and show whoever passes, whatever the status', () => {
  const waiting = withFilterToggled(everyone, 'waiting')
  expect(showsStatus(waiting, 2)).toBe(true)
  expect(showsStatus(withStatusToggled(waiting, 0), 2)).toBe(false)
  expect(withFilterToggled(waiting, 'waiting')).toEqual(everyone)
  const since = withFilterToggled(withFilterToggled(waiting, 'new-today'), 'new-week')
  expect(since.filters).toEqual(['waiting', 'new-week'])
})

test('a longer text narrows, an order changes nothing; anything else may show others', () => {
  const anna = { ...everyone, text: 'an' }
  expect(narrows(anna, { ...anna, text: 'anna' })).toBe(true)
  expect(narrows(anna, withSort(anna, 'name'))).toBe(true)
  expect(narrows(anna, everyone)).toBe(false)
  expect(narrows(anna, withStatusToggled(anna, 2))).toBe(false)
  expect(narrows(anna, withFilterToggled(anna, 'waiting'))).toBe(false)
})

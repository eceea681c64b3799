import { expect, test } from 'vitest'
import type { SortKey, SortStep } from '../../shared/grid-settings.ts'
import { everyone, showsStatus, withSort, withStatusToggled } from './query.ts'

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

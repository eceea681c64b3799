import { expect, test } from 'vitest'
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

test('a column sorts upwards, downwards, and then no more', () => {
  const up = withSort(everyone, 'name')
  const down = withSort(up, 'name')
  expect([up.sort, down.sort, withSort(down, 'name').sort]).toEqual([
    { by: 'name', descending: false },
    { by: 'name', descending: true },
    everyone.sort
  ])
  expect(withSort(down, 'id').sort).toEqual({ by: 'id', descending: false })
})

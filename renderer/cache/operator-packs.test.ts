import { describe, expect, test } from 'vitest'
import type { Operator } from '../../shared/operator.ts'
import { pack } from '../../shared/operator-columns.ts'
import {
  changedPacks,
  joinPacks,
  namePack,
  packsFor,
  rowsInPack,
  statusPack
} from './operator-packs.ts'

function many(count: number): Operator[] {
  return Array.from({ length: count }, (_, row) => ({ id: row + 1, name: `דנה ${row}`, status: 0 }))
}

const list = many(2 * rowsInPack + 10)
const columns = pack(list)
const names = [0, 1, 2].map((part) => namePack(24, columns, part))
const statuses = [0, 1, 2].map((part) => statusPack(24, columns, part))

function without(row: number): Operator[] {
  return list.filter((_, at) => at !== row)
}

function changed(row: number, change: Partial<Operator>): Operator[] {
  return list.map((operator, at) => (at === row ? { ...operator, ...change } : operator))
}

describe('packing', () => {
  test('cuts a list into records of 4,096 rows and joins them again', () => {
    expect(packsFor(list.length)).toBe(3)
    expect(names.map(({ ids }) => ids.length)).toEqual([4096, 4096, 10])
    expect(joinPacks(names, statuses, list.length)).toEqual(columns)
  })

  test('joins nothing to an empty list', () => {
    expect(joinPacks([], [], 0)).toEqual(pack([]))
  })

  test.each([
    ['a pack is missing', names.slice(0, 2), statuses, list.length],
    [
      'a pack in the middle is missing',
      [names[0], names[2]],
      [statuses[0], statuses[2]],
      rowsInPack + 10
    ],
    ['the count is another', names, statuses, list.length - 1],
    [
      'a status is unknown',
      names,
      [{ ...statuses[0], statuses: new Uint8Array(4096).fill(3) }, ...statuses.slice(1)],
      list.length
    ],
    [
      'names are shorter than their ends',
      [...names.slice(0, 2), { ...names[2], names: 'x' }],
      statuses,
      list.length
    ]
  ])('refuses what does not fit together: %s', (_, someNames, someStatuses, count) => {
    expect(joinPacks(someNames as typeof names, someStatuses as typeof statuses, count)).toBeNull()
  })
})

describe('what must be written', () => {
  test('everything where nothing is kept', () => {
    expect(changedPacks(columns, null)).toEqual({ names: [0, 1, 2], statuses: [0, 1, 2] })
  })

  test('nothing where an equal list is kept', () => {
    expect(changedPacks(pack(list), columns)).toEqual({ names: [], statuses: [] })
  })

  test('only the statuses of a pack in which a status changed', () => {
    expect(changedPacks(pack(changed(5000, { status: 1 })), columns)).toEqual({
      names: [],
      statuses: [1]
    })
  })

  test('only the pack in which a name of the same length changed', () => {
    expect(changedPacks(pack(changed(5000, { name: 'דני 5000' })), columns)).toEqual({
      names: [1],
      statuses: []
    })
  })

  test('only the last pack after an operator was added at the end', () => {
    const longer = pack([...list, { id: 99999, name: 'Alex', status: 0 }])
    expect(changedPacks(longer, columns)).toEqual({ names: [2], statuses: [2] })
  })

  test('every later pack after a row went from the middle', () => {
    expect(changedPacks(pack(without(5000)), columns).names).toEqual([1, 2])
  })
})

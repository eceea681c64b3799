import { describe, expect, test } from 'vitest'
import type { Operator } from '../../shared/operator.ts'
import { pack } from '../../shared/operator-columns.ts'
import { deltaOf } from './operator-delta.ts'
import {
  everyPack,
  joinPacks,
  namePack,
  packsFor,
  rowsInPack,
  statusPack,
  touchedPacks
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

/** What must be written after the list became these, one after another. */
function touched(...lists: readonly Operator[][]) {
  const columns = [list, ...lists].map(pack)
  const deltas = lists.map((_, at) => deltaOf(columns[at]!, columns[at + 1]!, 5000)!)
  const { names, statuses } = touchedPacks(deltas, lists.at(-1)!.length)
  return { names: [...names].sort(), statuses: [...statuses].sort() }
}

describe('what must be written', () => {
  test('everything where nothing is kept', () => {
    expect(everyPack(list.length)).toEqual({ names: [0, 1, 2], statuses: [0, 1, 2] })
  })

  test('nothing where nothing changed', () => {
    expect(touched(list)).toEqual({ names: [], statuses: [] })
  })

  test('only the statuses of a pack in which a status changed', () => {
    expect(touched(changed(5000, { status: 1 }))).toEqual({ names: [], statuses: [1] })
  })

  test('only the pack in which a name changed', () => {
    expect(touched(changed(5000, { name: 'דני' }))).toEqual({ names: [1], statuses: [1] })
  })

  test('only the last pack after an operator was added at the end', () => {
    const longer = [...list, { id: 99999, name: 'Alex', status: 0 as const }]
    expect(touched(longer)).toEqual({ names: [2], statuses: [2] })
  })

  test('every later pack after a row went from the middle', () => {
    expect(touched(without(5000))).toEqual({ names: [1, 2], statuses: [1, 2] })
  })

  test('what any of several changes touched', () => {
    const first = changed(1, { status: 2 })
    const second = first.map((operator, at) =>
      at === 8200 ? { ...operator, name: 'x' } : operator
    )
    expect(touched(first, second)).toEqual({ names: [2], statuses: [0, 2] })
  })

  test('no pack beyond the end of a list that became shorter', () => {
    expect(touched(list.slice(0, 2 * rowsInPack))).toEqual({ names: [], statuses: [] })
  })
})

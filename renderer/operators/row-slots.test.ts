import { describe, expect, test } from 'vitest'
import { pack } from '../../shared/operator-columns.ts'
import type { Operator } from '../../shared/operator.ts'
import { ChangeLog } from '../outbox/change-log.ts'
import { noneVisible } from './index.ts'
import type { Places } from './places.ts'
import { RowSlots } from './row-slots.ts'
import { rowsOf } from './live-rows.ts'

/** Operators with these ids, shown in this order. */
function listOf(...ids: number[]): Places {
  const operators = ids.map((id): Operator => ({ id, name: `Name ${id}`, status: 0 }))
  const known = { organizationId: 24, columns: pack(operators), unlisted: new Set<number>(), at: 1 }
  const rows = rowsOf(known, { bare: new Map(), changes: new ChangeLog() })
  return { rows, visible: { ...noneVisible, order: Uint32Array.from(ids.keys()) } }
}

function slotsOf(rows: ReturnType<RowSlots['render']>): Record<string, number> {
  return Object.fromEntries(rows.map(({ key, slot }) => [key, slot]))
}

describe('elements of rows', () => {
  test('go with their rows as the list scrolls; those that left are used again', () => {
    const slots = new RowSlots()
    const list = listOf(1, 2, 3, 4, 5, 6)
    const before = slots.render(list, 0, 3)
    expect(slotsOf(before)).toEqual({ 1: 0, 2: 1, 3: 2 })
    const after = slots.render(list, 2, 5)
    expect(after.map(({ place, row }) => [place, row.id])).toEqual([
      [2, 3],
      [3, 4],
      [4, 5]
    ])
    expect(after[0]).toBe(before[2])
    expect(after.map(({ slot }) => slot).toSorted()).toEqual([0, 1, 2])
  })

  test('go with their rows as others come before them, and are never used again for another row', () => {
    const slots = new RowSlots()
    slots.render(listOf(1, 2, 3), 0, 3)
    expect(slotsOf(slots.render(listOf(9, 1, 3), 0, 3))).toEqual({ 9: 3, 1: 0, 3: 2 })
    expect(slotsOf(slots.render(listOf(7, 8), 0, 2))).toEqual({ 7: 4, 8: 5 })
  })

  test('are used again for what a search or another order brings', () => {
    const slots = new RowSlots()
    const { rows, visible } = listOf(1, 2, 3, 4)
    const before = slots.render({ rows, visible }, 0, 3)
    const found = { ...visible, order: Uint32Array.of(0, 3, 2) }
    const after = slots.render({ rows, visible: found }, 0, 3)
    expect(slotsOf(after)).toEqual({ 1: 0, 4: 1, 3: 2 })
    expect([after[0], after[2]]).toEqual([before[0], before[2]])
    const turned = { ...visible, order: Uint32Array.of(2, 0, 3) }
    const last = slots.render({ rows, visible: turned }, 0, 3)
    expect(slotsOf(last)).toEqual({ 3: 2, 1: 0, 4: 1 })
    expect(last.map(({ place }) => place)).toEqual([0, 1, 2])
  })

  test('show the present rows', () => {
    const slots = new RowSlots()
    slots.render(listOf(1, 2), 0, 2)
    const moved = slots.render(listOf(5, 2), 0, 2)
    expect(moved.map(({ place, key }) => [place, key])).toEqual([
      [0, 5],
      [1, 2]
    ])
  })
})

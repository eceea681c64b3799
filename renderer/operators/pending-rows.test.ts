import fc from 'fast-check'
import { expect, test } from 'vitest'
import { search } from './fold.ts'
import { type PendingRow, PendingRows } from './pending-rows.ts'

function found(rows: PendingRows, word: string): string[] {
  const { folded, places, rows: all } = rows.table()
  const names: string[] = []
  search(folded, [word], (slot) => {
    const row = all[places[slot] as number]
    if (row) names.push(row.name)
  })
  return names.sort()
}

test('rows stand in queue order with their marks, and are found by their names, whoever comes and goes', () => {
  const moves = fc.record({
    kind: fc.constantFrom('put', 'put', 'mark', 'remove', 'look', 'clear'),
    order: fc.nat(9),
    name: fc.constantFrom('Ann', 'Béa', 'Cy'),
    badge: fc.nat(5)
  })
  const run = fc.property(fc.array(moves, { maxLength: 40 }), (steps) => {
    const rows = new PendingRows()
    const expected = new Map<number, PendingRow & { badge: number }>()
    for (const { kind, order, name, badge } of steps) {
      const entryId = `e${order}`
      if (kind === 'put') {
        const row = { entryId, order, organizationId: 24, name, operatorId: null }
        const before = expected.get(order)
        rows.put(row)
        expected.set(order, { ...row, badge: before?.name === name ? before.badge : 0 })
      } else if (kind === 'mark') {
        rows.mark(entryId, badge, 1)
        const row = expected.get(order)
        if (row) expected.set(order, { ...row, badge })
      } else if (kind === 'remove') {
        rows.remove(entryId)
        expected.delete(order)
      } else if (kind === 'clear') {
        rows.clear()
        expected.clear()
      } else rows.table()
    }
    const sorted = [...expected.values()].sort((one, other) => one.order - other.order)
    const table = rows.table()
    expect(table.rows.map(({ order }) => order)).toEqual(sorted.map(({ order }) => order))
    expect([...table.badges]).toEqual(sorted.map(({ badge }) => badge))
    for (const [at, slot] of table.slots.entries()) expect(table.places[slot]).toBe(at)
    const names = sorted.map(({ name }) => name).sort()
    expect(found(rows, 'be')).toEqual(names.filter((name) => name === 'Béa'))
    expect(rows.table()).toBe(table)
  })
  fc.assert(run, { numRuns: 300 })
})

test('slots are given out anew once most of them belong to rows that left', () => {
  const rows = new PendingRows()
  for (let order = 0; order < 210_000; order += 1) {
    const row = {
      entryId: `e${order}`,
      order,
      organizationId: 24,
      name: `P ${order}`,
      operatorId: null
    }
    rows.put(row)
    if (order < 209_990) rows.remove(row.entryId)
    else rows.mark(row.entryId, order % 5, 0)
  }
  const table = rows.table()
  expect(table.slots).toHaveLength(10)
  expect(table.places).toHaveLength(10)
  expect([...table.badges]).toEqual([0, 1, 2, 3, 4, 0, 1, 2, 3, 4])
  expect(found(rows, '209995')).toEqual(['P 209995'])
})

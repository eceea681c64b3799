import { describe, expect, test } from 'vitest'
import { defaultGrid } from '../../shared/grid-settings.ts'
import { pack } from '../../shared/operator-columns.ts'
import type { Operator } from '../../shared/operator.ts'
import { ChangeLog } from '../outbox/change-log.ts'
import { widestTexts } from './fit-column.ts'
import { noneVisible } from './index.ts'
import { nobodyKnown } from './known.ts'
import { rowsOf } from './live-rows.ts'
import type { Places } from './places.ts'

function places(operators: readonly Operator[], order = operators.map((_, row) => row)): Places {
  const known = { ...nobodyKnown(24), columns: pack(operators) }
  const rows = rowsOf(known, { bare: new Map(), changes: new ChangeLog() })
  return { rows, visible: { ...noneVisible, order: Uint32Array.from(order) } }
}

const crowd = Array.from({ length: 1000 }, (_, row): Operator => {
  return {
    id: row + 1,
    name: row === 700 ? 'Somebody With A Very Long Name' : `Name ${row}`,
    status: 0
  }
})

describe('what a column has to show at its widest', () => {
  test('is among the longest names, wherever they stand; few are measured', () => {
    const texts = widestTexts(places(crowd), 'name')
    expect(texts).toContain('Somebody With A Very Long Name')
    expect(texts.length).toBeLessThan(100)
  })

  test('is of rows that show alone', () => {
    const shown = places(crowd, [1, 2, 3])
    expect(widestTexts(shown, 'name')).toEqual(['Name 1', 'Name 2', 'Name 3'])
    expect(widestTexts(shown, 'id')).toEqual(['4'])
  })

  test('is the highest of the ids', () => {
    expect(widestTexts(places(crowd), 'id')).toEqual(['1000'])
    expect(widestTexts(places([]), 'id')).toEqual([])
    expect(widestTexts(places([]), 'name')).toEqual([])
  })

  test('is shown by the rendered rows where texts repeat themselves', () => {
    for (const { column } of defaultGrid.columns.filter(({ column }) => !/name|id/u.test(column)))
      expect(widestTexts(places(crowd), column)).toEqual([])
  })
})

import { expect, test } from 'vitest'
import { lines } from './lines.ts'
import { measureOf, type Measured } from './measure.ts'
import { reasons } from './reasons.ts'
import { rowsOf } from './row.ts'

const base: Measured = {
  ...{ line: 'many', what: '1,000', unit: 'ms', floor: 60, peers: { RxDB: 110 }, ours: 70 },
  ...{ goal: { kind: 'most', value: 100 }, rounds: 5 }
}
const thousand = measureOf(base)
const tenThousand = measureOf({
  ...{ ...base, what: '10,000', ours: 800 },
  goal: { kind: 'most', value: 700 }
})

test('a line with two numbers is one row: met where both are, and with both goals', () => {
  expect(rowsOf([thousand, tenThousand])).toEqual([
    {
      ...{ name: lines.many, unit: 'ms', floor: 60, peers: { RxDB: 110 }, ours: 70 },
      goal: '1,000 ≤ 100 ms; 10,000 ≤ 700 ms',
      ...{ met: false, reason: reasons.many, measures: [thousand, tenThousand] }
    }
  ])
  expect(rowsOf([thousand])).toMatchObject([{ met: true, reason: null }])
})

test('rows stand in the order of the table, whatever came first', () => {
  const sort = measureOf({ ...base, line: 'sort', what: '' })
  expect(rowsOf([thousand, sort]).map(({ name }) => name)).toEqual([lines.sort, lines.many])
})

test('every line that may miss its goal has its reason', () => {
  expect(Object.values(reasons).filter((reason) => reason.length < 40)).toEqual([])
})

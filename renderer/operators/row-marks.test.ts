import { expect, test } from 'vitest'
import { rowFilters } from '../../shared/grid-settings.ts'
import { pack } from '../../shared/operator-columns.ts'
import { countMarks, noMarks, noneMet, passing, rowMarks } from './row-marks.ts'
import type { RowEdit } from './row-change.ts'
import type { RowKey } from './rows.ts'
import { rowsWithEdits } from './test-rows.ts'

const columns = pack([101, 102, 103].map((id) => ({ id, name: `${id}`, status: 0 })))
const edit = (badge: RowEdit['badge']): RowEdit => ({ entryId: 'e', badge })
const pending = { entryId: 'p', order: 1, organizationId: 24, name: 'Pending', operatorId: null }
const known = { organizationId: 24, columns, unlisted: new Set<number>(), at: 1 }
const rows = rowsWithEdits(
  known,
  [pending],
  new Map<RowKey, RowEdit>([
    [101, edit('sending')],
    [102, edit('rejected')],
    ['p', edit('waiting')]
  ])
)
const sources = {
  imported: { operatorIds: new Set([102]), entryIds: new Set(['p']) },
  since: new Map([[24, { 'new-visit': 102, 'new-today': 100, 'new-week': null, 'new-date': 101 }]]),
  firstDay: 0
}

function passed(...chosen: (typeof rowFilters)[number][]): number[] {
  const passes = passing(chosen)
  return [...rowMarks(rows, sources)].flatMap((marks, row) => (passes[marks] ? [row] : []))
}

test('each filter has its rows', () => {
  expect(rowFilters.map((filter) => passed(filter))).toEqual([
    [0, 3],
    [1],
    [1, 3],
    [2, 3],
    [0, 1, 2, 3],
    [3],
    [1, 2, 3]
  ])
})

test('filters of edits add up; others narrow', () => {
  expect(passed()).toEqual([0, 1, 2, 3])
  expect(passed('waiting', 'needs-you')).toEqual([0, 1, 3])
  expect(passed('waiting', 'needs-you', 'last-import')).toEqual([1, 3])
  expect(passed('waiting', 'new-visit')).toEqual([3])
})

test('rows are counted by filter', () => {
  const met = noneMet()
  for (const marks of rowMarks(rows, sources)) (met[marks] as number) += 1
  expect(Object.values(countMarks(met))).toEqual([2, 1, 2, 2, 4, 1, 3])
})

test('nothing known marks nobody but who waits to be added', () => {
  const marks = [...rowMarks(rowsWithEdits(known, [pending]), noMarks)]
  expect(marks.map((mark) => mark > 0)).toEqual([false, false, false, true])
})

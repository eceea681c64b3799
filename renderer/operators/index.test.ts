import { describe, expect, test } from 'vitest'
import type { SortKey } from '../../shared/grid-settings.ts'
import { pack } from '../../shared/operator-columns.ts'
import type { Operator } from '../../shared/operator.ts'
import { visibleRows } from './index.ts'
import { everyone, type Query } from './query.ts'
import { indexNames } from './name-index.ts'
import { noMarks, rowMarks } from './row-marks.ts'
import type { PendingRow } from './pending-rows.ts'
import { keyAt, type OperatorRows } from './rows.ts'
import { rowsWithEdits } from './test-rows.ts'

const people: readonly Operator[] = [
  { id: 103, name: 'Mike Wilson', status: 1 },
  { id: 101, name: 'John Smith', status: 0 },
  { id: 9, name: 'דָּנָה לוי', status: 2 },
  { id: 102, name: 'Anna 101', status: 0 },
  { id: 50, name: 'Johnny Gone', status: 2 }
]
const columns = pack(people)
const index = indexNames(columns, 'en')

function rowsWith(...pending: PendingRow[]): OperatorRows {
  const known = { organizationId: 24, columns, unlisted: new Set<number>(), at: 1 }
  return rowsWithEdits(known, pending)
}

function shown(
  query: Partial<Query>,
  sources: { rows?: OperatorRows; held?: ReadonlySet<number>; made?: boolean } = {}
) {
  const { rows = rowsWith(), held = new Set<number>(), made = true } = sources
  const { order, counts } = visibleRows(
    {
      rows,
      index: made ? index : null,
      marks: rowMarks(rows, noMarks),
      ranks: new Map(),
      similar: new Uint32Array(0),
      held
    },
    { ...everyone, ...query }
  )
  return { keys: Array.from(order, (row) => keyAt(rows, row)), counts }
}

const alex: PendingRow = {
  entryId: 'e',
  order: 1,
  organizationId: 24,
  name: 'Alex Brown',
  operatorId: null
}
const zoe: PendingRow = {
  entryId: 'z',
  order: 2,
  organizationId: 24,
  name: 'Zoe Adams',
  operatorId: null
}

describe('the status chips', () => {
  test('hide the deleted until theirs is chosen', () => {
    expect(shown({}).keys).toEqual([103, 101, 102])
    expect(shown({ chosen: [2] }).keys).toEqual([9, 50])
    expect(shown({ chosen: [0, 2] }).keys).toEqual([101, 9, 102, 50])
    expect(shown({ chosen: [1] }).keys).toEqual([103])
  })

  test('count what the text matches, chosen or not', () => {
    expect(shown({ chosen: [1] }).counts).toEqual({ 0: 2, 1: 1, 2: 2 })
    expect(shown({ text: 'john' }).counts).toEqual({ 0: 1, 1: 0, 2: 1 })
  })
})

describe('the search', () => {
  test.each([true, false])('finds names and ids, whether the index is made (%s)', (made) => {
    expect(shown({ text: 'JOHN' }, { made }).keys).toEqual([101])
    expect(shown({ text: 'דנה', chosen: [2] }, { made }).keys).toEqual([9])
    expect(shown({ text: '101' }, { made }).keys).toEqual([101, 102])
    expect(shown({ text: 'wilson mike' }, { made }).keys).toEqual([103])
    expect(shown({ text: 'nobody' }, { made }).keys).toEqual([])
  })

  test('finds adds that the service has not shown', () => {
    expect(shown({ text: 'brown' }, { rows: rowsWith(alex) }).keys).toEqual(['e'])
    expect(shown({ text: 'john' }, { rows: rowsWith(alex) }).keys).toEqual([101])
  })

  test('that finds only deleted shows nobody, and its counts tell', () => {
    expect(shown({ text: 'gone' })).toEqual({ keys: [], counts: { 0: 0, 1: 0, 2: 1 } })
  })
})

describe('the order', () => {
  const all = [0, 1, 2] as const

  test.each([
    ['name', [102, 101, 50, 103, 9], [9, 103, 50, 101, 102]],
    ['id', [9, 50, 101, 102, 103], [103, 102, 101, 50, 9]],
    ['status', [102, 101, 103, 50, 9], [50, 9, 103, 102, 101]],
    ['edit', [103, 102, 101, 50, 9], [102, 101, 50, 9, 103]]
  ] as const)('by %s goes both ways; what it finds alike goes by name', (by, up, down) => {
    const edits = new Map([[103, { entryId: 'e', badge: 'waiting' }]] as const)
    const rows = rowsWithEdits(rowsWith().known, [], edits)
    expect(shown({ chosen: all, sort: [{ by, descending: false }] }, { rows }).keys).toEqual(up)
    expect(shown({ chosen: all, sort: [{ by, descending: true }] }, { rows }).keys).toEqual(down)
  })

  test('without a step is the service’s', () => {
    expect(shown({ chosen: all }).keys).toEqual([103, 101, 9, 102, 50])
  })

  test('by several columns takes the later one where the earlier finds rows alike', () => {
    const sorted = (...sort: Query['sort']) => shown({ chosen: all, sort }).keys
    const status = { by: 'status', descending: true } as const
    expect(sorted(status, { by: 'name', descending: true })).toEqual([9, 50, 103, 101, 102])
    expect(sorted(status, { by: 'id', descending: false })).toEqual([9, 50, 103, 101, 102])
    expect(sorted({ by: 'id', descending: true }, status)).toEqual([103, 102, 101, 50, 9])
  })

  test('by name, then by another column, sorts the namesakes', () => {
    const twins: PendingRow[] = ['c', 'a', 'b'].map((entryId) => ({
      ...alex,
      entryId,
      name: entryId === 'b' ? 'Alex Brown' : 'Álex Brown'.normalize('NFD')
    }))
    const rows = rowsWith(...twins, { ...alex, entryId: 'd' })
    rows.statuses[5] = 1
    const sort = [
      { by: 'name', descending: false },
      { by: 'status', descending: true }
    ] as const
    expect(shown({ sort }, { rows }).keys.slice(0, 4)).toEqual(['b', 'd', 'c', 'a'])
  })

  test('puts pending adds where the next list will show them, and sorts them in like others', () => {
    const rows = rowsWith(alex, zoe)
    const sorted = (by: SortKey, descending = false) =>
      shown({ sort: [{ by, descending }] }, { rows })
    expect(shown({}, { rows }).keys).toEqual([103, 101, 102, 'e', 'z'])
    expect(sorted('name').keys).toEqual(['e', 102, 101, 103, 'z'])
    expect(sorted('name', true).keys).toEqual(['z', 103, 101, 102, 'e'])
    expect(sorted('id').keys).toEqual([101, 102, 103, 'e', 'z'])
    expect(sorted('id', true).keys).toEqual(['z', 'e', 103, 102, 101])
    expect(sorted('status').keys).toEqual(['e', 102, 101, 'z', 103])
  })

  test('by name is the list’s while the index is being made', () => {
    expect(shown({ sort: [{ by: 'name', descending: false }] }, { made: false }).keys).toEqual([
      103, 101, 102
    ])
  })
})

test('filters narrow what shows, and count what the text matches', () => {
  const edits = new Map([[9, { entryId: 'e', badge: 'rejected' }]] as const)
  const rows = rowsWithEdits(rowsWith().known, [], edits)
  expect(shown({ filters: ['needs-you'] }, { rows })).toEqual({
    keys: [9],
    counts: { 0: 0, 1: 0, 2: 1 }
  })
  const sources = {
    rows,
    index,
    marks: rowMarks(rows, noMarks),
    ranks: new Map(),
    similar: new Uint32Array(0),
    held: new Set<number>()
  }
  const counted = (text: string) => visibleRows(sources, { ...everyone, text }).marked['needs-you']
  expect([counted(''), counted('john')]).toEqual([1, 0])
})

test('a row that is held stays in its place, but not against the text', () => {
  const held = new Set([2])
  expect(shown({}, { held }).keys).toEqual([103, 101, 9, 102])
  expect(shown({ text: 'john' }, { held }).keys).toEqual([101])
})

test('similar names follow on those that match, through the same chips, and are not counted', () => {
  const rows = rowsWith()
  const sources = {
    rows,
    index,
    marks: rowMarks(rows, noMarks),
    ranks: new Map(),
    held: new Set<number>()
  }
  const similar = Uint32Array.of(4, 1, 0)
  const { order, exact, counts } = visibleRows(
    { ...sources, similar },
    { ...everyone, text: 'john' }
  )
  expect([...order]).toEqual([1, 0])
  expect([exact, counts]).toEqual([1, { 0: 1, 1: 0, 2: 1 }])
})

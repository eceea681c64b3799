import { expect, test } from 'vitest'
import { measureOf, type Measured } from './measure.ts'
import { reasons } from './reasons.ts'
import { rowsOf } from './row.ts'
import {
  markdownExtras,
  markdownReasons,
  markdownSizes,
  markdownTable,
  plainTable
} from './table.ts'

const base: Measured = {
  ...{
    line: 'sort',
    what: '',
    unit: 'ms',
    floor: 19,
    peers: { SVAR: 323, 'AG Grid': 599 },
    ours: 21
  },
  ...{ goal: { kind: 'most', value: 25 }, rounds: 5 }
}
const sort = measureOf(base)
const share = measureOf({
  ...{ ...base, line: 'replay', what: 'share', unit: '%', floor: null, peers: {}, ours: 98 },
  goal: { kind: 'least', value: 97 }
})
const most = measureOf({
  ...{ ...base, line: 'replay', what: 'most', unit: '', floor: null, peers: { Bottleneck: 10 } },
  ...{ ours: 6, goal: { kind: 'most', value: 5 } }
})
const heap = measureOf({ ...base, line: 'start', what: 'heap', unit: 'MB', goal: { kind: 'none' } })
const rows = rowsOf([sort, share, most])

test('a table for a page has a row for each line, and a line in it for each number', () => {
  expect(markdownTable(rows)).toBe(
    [
      '| work | floor | peers | ours | goal | met |',
      '| --- | --- | --- | --- | --- | --- |',
      '| sort by name | 19 ms | SVAR 323 ms, AG Grid 599 ms | 21 ms (1.11×) | ≤ 25 ms | yes |',
      '| replay at 5 requests/s | – | share: –<br>most: Bottleneck 10 | share: 98 %<br>most: 6 | ≥ 97 %<br>≤ 5 | **no** |'
    ].join('\n')
  )
})

test('what missed its goal is told with its reason', () => {
  expect(markdownReasons(rows)).toBe(
    `- **replay at 5 requests/s** (most 6, wanted ≤ 5): ${reasons.replay}`
  )
  expect(markdownReasons(rowsOf([sort]))).toBe('')
})

test('a table for a terminal is aligned', () => {
  expect(plainTable(rowsOf([sort, most])).split('\n')).toEqual([
    '                              floor  peers                        ours           goal     met',
    'sort by name                  19 ms  SVAR 323 ms, AG Grid 599 ms  21 ms (1.11×)  ≤ 25 ms  yes',
    'replay at 5 requests/s: most  –      Bottleneck 10                6              ≤ 5      NO'
  ])
})

test('what no goal is set for has a table of its own', () => {
  expect(markdownExtras([heap]).split('\n').at(-1)).toBe(
    '| heap | 19 MB | SVAR 323 MB, AG Grid 599 MB | 21 MB (1.11×) |'
  )
})

test('sizes are told in kB, zipped where that was measured', () => {
  const part = { part: 'preload', files: 1, bytes: 2_015, zipped: 900 }
  const table = markdownSizes([part, { ...part, part: 'Electron', bytes: 2e8, zipped: 0 }])
  expect(table.split('\n').slice(2)).toEqual([
    '| preload | 1 | 2.0 | 0.9 |',
    '| Electron | 1 | 200000 | – |'
  ])
})

import { expect, test } from 'vitest'
import { rowOf } from './row.ts'
import { markdownTable, plainTable } from './table.ts'

const rows = [
  rowOf({
    name: 'sort by name',
    unit: 'ms',
    floor: 19,
    peers: { 'AG Grid': 599 },
    ours: 21,
    goal: { kind: 'most', value: 25 },
    rounds: 5
  }),
  rowOf({
    name: 'sent in a rolling second',
    unit: '',
    floor: null,
    peers: {},
    ours: 6,
    goal: { kind: 'most', value: 5 },
    rounds: 5
  }),
  rowOf({
    name: 'heap',
    unit: 'MB',
    floor: 2,
    peers: {},
    ours: 3,
    goal: { kind: 'none' },
    rounds: 5
  })
]

test('a table for a page has a column for each peer', () => {
  expect(markdownTable(rows)).toBe(
    [
      '| work | floor | AG Grid | ours | ratio | goal | met |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      '| sort by name | 19 ms | 599 ms | 21 ms | 1.11× | ≤ 25 ms | yes |',
      '| sent in a rolling second | – | – | 6 | – | ≤ 5 | **no** |',
      '| heap | 2 MB | – | 3 MB | 1.5× | – | – |'
    ].join('\n')
  )
})

test('a table for a terminal is aligned', () => {
  expect(plainTable(rows).split('\n')).toEqual([
    '                          floor  ours   ratio  goal     met',
    'sort by name              19 ms  21 ms  1.11×  ≤ 25 ms  yes',
    'sent in a rolling second  –      6             ≤ 5      **no**',
    'heap                      2 MB   3 MB   1.5×            –'
  ])
})

import { expect, test } from 'vitest'
import { kindIn, parentIn, privateIn, treeIn } from './process-memory.ts'

test('the parent is told whatever a process calls itself', () => {
  expect(parentIn('42 (a) R 7 (b) S 12 42 42 0')).toBe(12)
  expect(parentIn('42 (electron) S 7 42 42 0')).toBe(7)
  expect(parentIn('')).toBeNull()
})

test('a tree holds the descendants and nobody else', () => {
  const parents = new Map([
    [1, 0],
    [10, 1],
    [11, 10],
    [12, 11],
    [13, 10],
    [20, 1],
    [30, null]
  ])
  expect(treeIn(parents, 10)).toEqual([10, 11, 12, 13])
  expect(treeIn(parents, 99)).toEqual([])
})

test('private memory is what was written', () => {
  const rollup = [
    'Rss:                5000 kB',
    'Shared_Clean:       3000 kB',
    'Private_Clean:       200 kB',
    'Private_Dirty:      1300 kB',
    'Private_Hugetlb:    9999 kB'
  ].join('\n')
  expect(privateIn(rollup)).toBe(1300)
  expect(privateIn('')).toBe(0)
})

test.each([
  ['/app/electron\0--no-sandbox\0/folder', 'main'],
  ['/app/electron\0--type=renderer\0--lang=en', 'renderer'],
  ['/app/electron\0--type=gpu-process', 'gpu'],
  ['/app/electron --type=renderer --lang=en', 'renderer'],
  ['/app/electron\0--type=utility\0--utility-sub-type=network', 'others'],
  ['/app/electron\0--type=zygote', 'others']
])('%j starts a process of the kind %s', (commandLine, kind) => {
  expect(kindIn(commandLine)).toBe(kind)
})

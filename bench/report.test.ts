import { expect, test } from 'vitest'
import { pageWith } from './report.ts'
import { rowOf } from './row.ts'

const machine = {
  cpu: 'A CPU',
  cores: 2,
  memoryGb: 8,
  system: 'linux x64',
  electron: '33.2.1',
  runtime: 'a fallback',
  load: 0.3
}
const row = rowOf({
  name: 'work',
  unit: 'ms',
  floor: 1,
  peers: {},
  ours: 2,
  goal: { kind: 'none' },
  rounds: 5
})
const start = '<!-- measured: written by `npm run bench` -->'
const end = '<!-- end of what was measured -->'

test('the table takes the place of the old one, and the words around it stay', () => {
  const page = pageWith(`# Speed\n\n${start}\nold\n${end}\n\nWhy.\n`, machine, [row])
  expect(page).toContain(
    'A CPU, 2 cores, 8 GB, linux x64, Electron 33.2.1 (a fallback), load 0.3 at the start.'
  )
  expect(page).toContain('| work | 1 ms | 2 ms | 2× | – | – |')
  expect(page).not.toContain('old')
  expect(page.startsWith('# Speed\n')).toBe(true)
  expect(page.endsWith(`${end}\n\nWhy.\n`)).toBe(true)
  expect(pageWith(page, machine, [row])).toBe(page)
})

test('a page without a place for it is left alone', () => {
  expect(() => pageWith('# Speed\n', machine, [row])).toThrow('no place for the table')
})

import { expect, test } from 'vitest'
import { keepOwnRuns, keepPeers, wholeDocument, type Document } from './document.ts'
import { measureOf } from './measure.ts'
import { pageWith } from './report.ts'
import { rowsOf } from './row.ts'

const machine = {
  ...{ cpu: 'A CPU', cores: 2, memoryGb: 8, system: 'linux x64', electron: '33.2.1' },
  ...{ runtime: 'a fallback', load: 0.3 }
}

function documentWith(peers: Readonly<Record<string, number>>, ours: number): Document {
  const measure = measureOf({
    ...{ line: 'sort', what: '', unit: 'ms', floor: 1, peers, ours, rounds: 5 },
    goal: { kind: 'most', value: 25 }
  })
  const peersMachine = Object.keys(peers).length > 0 ? machine : null
  return { machine, peersMachine, rows: rowsOf([measure]), extras: [], sizes: [] }
}

const released = documentWith({ SVAR: 300 }, 20)
const start = '<!-- measured: written by `npm run bench` and `npm run bench:peers` -->'
const end = '<!-- end of what was measured -->'

test('the tables take the place of the old ones, and the words around them stay', () => {
  const page = pageWith(`# Speed\n\n${start}\nold\n${end}\n\nWhy.\n`, released)
  expect(page).toContain(
    'A CPU, 2 cores, 8 GB, linux x64, Electron 33.2.1 (a fallback), load 0.3 at the start.'
  )
  expect(page).toContain('| sort by name | 1 ms | SVAR 300 ms | 20 ms (20×) | ≤ 25 ms | yes |')
  expect(page).not.toContain('old')
  expect(page).not.toContain('missed')
  expect(page.startsWith('# Speed\n')).toBe(true)
  expect(page.endsWith(`${end}\n\nWhy.\n`)).toBe(true)
  expect(pageWith(page, released)).toBe(page)
})

test('a page without a place for it is left alone', () => {
  expect(() => pageWith('# Speed\n', released)).toThrow('no place for the table')
})

test('a missed goal stands below the table', () => {
  expect(pageWith(`${start}${end}`, documentWith({}, 30))).toContain('30 ms (30×), wanted ≤ 25 ms')
})

test('a run without peers keeps those that were measured on such a machine', () => {
  const fresh = documentWith({}, 21)
  const kept = keepPeers({ ...fresh, machine: { ...machine, load: 2 } }, released)
  expect(kept.rows[0]).toMatchObject({ ours: 21, peers: { SVAR: 300 } })
  expect(kept.rows[0]?.measures[0]?.peers).toEqual({ SVAR: 300 })
  expect(kept.peersMachine).toEqual(machine)
  expect(pageWith(`${start}${end}`, kept)).toContain(
    'The peers were measured in a run of its own: A CPU'
  )
})

test('peers of another machine are not kept, nor is what an older version wrote', () => {
  const fresh = documentWith({}, 21)
  const elsewhere = { ...fresh, machine: { ...machine, cpu: 'Another CPU' } }
  expect(keepPeers(elsewhere, released)).toEqual(elsewhere)
  expect(keepPeers(fresh, {})).toEqual(fresh)
})

test('a run of its own stands below the tables, and where there are none yet, alone', () => {
  const visit = { median: 130.2, slowest: 400, heap: 16, window: 69, all: 186 }
  const found = {
    ...{ operators: 1_000_000, organizations: 200, requestsAtFirst: 1, requests: 201 },
    ...{ before: visit, fetched: visit, again: visit, started: 1320 }
  }
  const alone = { ...wholeDocument({}, machine), million: { machine, found } }
  const page = pageWith(`${start}${end}`, alone)
  expect(page).toContain('| every one fetched | 130 ms | 400 ms | 16 MB | 69 MB | 186 MB |')
  expect(page).not.toContain('### Size')
  const fresh = keepOwnRuns(documentWith({}, 30), alone)
  expect(pageWith(`${start}${end}`, fresh)).toContain('### A million operators')
})

import { expect, test } from 'vitest'
import { emptiness, type Shown } from './emptiness.ts'
import { noneVisible } from './index.ts'

const offline = { kind: 'unreachable', cause: 'refused', code: 'ECONNREFUSED' } as const
const none: Shown = {
  state: { kind: 'fresh', at: 1 },
  rows: 3,
  visible: noneVisible,
  query: { text: '', chosen: [], filters: [], sort: [] }
}

function searched(
  text: string,
  counts: Shown['visible']['counts'],
  chosen: Shown['query']['chosen'] = []
): Shown {
  return { ...none, query: { ...none.query, text, chosen }, visible: { ...none.visible, counts } }
}

test.each<[string, Shown, unknown]>([
  ['no organization is open', { ...none, state: null, rows: 0 }, { kind: 'no-organization' }],
  [
    'the first list is on its way',
    { ...none, rows: 0, state: { kind: 'refreshing', at: null } },
    { kind: 'loading' }
  ],
  [
    'the first list failed',
    { ...none, rows: 0, state: { kind: 'failed', at: null, failure: offline } },
    { kind: 'failed', failure: offline }
  ],
  ['there is nobody', { ...none, rows: 0 }, { kind: 'nobody' }],
  [
    'a search finds only deleted',
    searched('john', { 0: 0, 1: 0, 2: 2 }),
    { kind: 'only-deleted', count: 2, searched: true }
  ],
  [
    'everybody is deleted',
    searched(' ', { 0: 0, 1: 0, 2: 3 }),
    { kind: 'only-deleted', count: 3, searched: false }
  ],
  ['a search finds nobody', searched('zzz', { 0: 0, 1: 0, 2: 0 }), { kind: 'no-match' }],
  ['the chips hide who matches', searched('john', { 0: 1, 1: 0, 2: 1 }, [1]), { kind: 'no-match' }]
])('when %s', (_, shown, why) => {
  expect(emptiness(shown)).toEqual(why)
})

test('a grid with rows is not empty, whatever failed', () => {
  const visible = { ...none.visible, order: Uint32Array.of(1) }
  expect(
    emptiness({ ...none, visible, state: { kind: 'failed', at: 1, failure: offline } })
  ).toBeNull()
})

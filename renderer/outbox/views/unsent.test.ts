import { expect, it } from 'vitest'
import { addEntry, statusEntry } from './entries.fixture.ts'
import { unsentOf } from './unsent.ts'

it('counts what has not ended, each organization once', () => {
  const entries = [
    addEntry('a', 'A', { kind: 'waiting', reason: null }),
    statusEntry('b', 1, { kind: 'rejected', failure: { kind: 'signed-out' }, at: 0 }),
    addEntry('c', 'C', { kind: 'confirmed', operatorId: 1, at: 0 })
  ]
  expect(unsentOf(entries)).toEqual({ organizations: [24], count: 2 })
  expect(unsentOf([])).toEqual({ organizations: [], count: 0 })
})

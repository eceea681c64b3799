import { expect, it } from 'vitest'
import type { EntryState } from '../entry.ts'
import { statusEntry } from './entries.fixture.ts'
import { openDuplicates } from './open-duplicates.ts'

const twice = {
  organizationId: 24,
  name: 'Emma Davis',
  operators: [
    { id: 104, name: 'Emma Davis', status: 0 },
    { id: 105, name: 'Emma Davis', status: 0 }
  ]
} as const

function deleting(operatorId: number, state: EntryState) {
  const entry = statusEntry('d', operatorId, state)
  return { ...entry, edit: { ...entry.edit, to: 2 } as typeof entry.edit }
}

const waiting: EntryState = { kind: 'waiting', reason: null }

it('is open until one of its operators is on its way to Deleted', () => {
  expect(openDuplicates([twice], [])).toEqual([twice])
  expect(openDuplicates([twice], [deleting(104, waiting)])).toEqual([])
  expect(openDuplicates([twice], [deleting(7, waiting)])).toEqual([twice])
  expect(openDuplicates([twice], [statusEntry('i', 104, waiting)])).toEqual([twice])
})

it('is open again where that came to nothing', () => {
  expect(openDuplicates([twice], [deleting(104, { kind: 'cancelled', at: 0 })])).toEqual([twice])
})

import { expect, test } from 'vitest'
import type { Edit } from '../../shared/edit.ts'
import type { Entry, EntryState } from '../outbox/entry.ts'
import { touchedBy } from './touched.ts'

const add: Edit = { kind: 'add', organizationId: 24, name: 'A', addAnyway: false }
const change: Edit = {
  kind: 'set-status',
  organizationId: 24,
  operator: { kind: 'known', id: 7 },
  name: 'B',
  from: 0,
  to: 1,
  after: null
}
const entry = (id: string, edit: Edit, state: EntryState): [string, Entry] => [
  id,
  { id, edit, state, order: 0, queuedAt: 0, actionId: id, everSent: false, refusedIn: null }
]

test('an import touched whom it added or changed, whether the outbox still knows or not', () => {
  const entries = new Map([
    entry('waits', add, { kind: 'waiting', reason: null }),
    entry('added', add, { kind: 'confirmed', operatorId: 104, at: 1 }),
    entry('changes', change, { kind: 'waiting', reason: null })
  ])
  const touched = touchedBy(['waits', 'added', 'changes', 'long-ago', 'gone'], {
    entry: (id) => entries.get(id) ?? null,
    kept: (id) => (id === 'long-ago' ? { kind: 'added', operatorId: 90, how: 'confirmed' } : null)
  })
  expect([...touched.operatorIds]).toEqual([104, 7, 90])
  expect([...touched.entryIds]).toEqual(['waits'])
})

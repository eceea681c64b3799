// @vitest-environment node
import { expect, it } from 'vitest'
import type { Edit } from '../../shared/edit.ts'
import { ok } from '../../shared/result.ts'
import { entry, MemoryImports, TakingOutbox } from './fixture-entry.ts'
import type { Phase } from './import.ts'
import { endedSince } from './keep-outcomes.ts'
import { runUndo, type UndoRun } from './run-undo.ts'

const edit: Edit = {
  kind: 'set-status',
  organizationId: 24,
  operator: { kind: 'known', id: 1 },
  name: 'Dana',
  from: 0,
  to: 2,
  after: null
}
const phase: Phase = { kind: 'applied', at: 1 }

function undoing(outbox: TakingOutbox, discarded: string[]): UndoRun {
  return {
    id: 'import',
    phase,
    undo: {
      edits: Array.from({ length: 700 }, () => edit),
      deletes: 700,
      restores: 0,
      discards: ['e1', 'e2'],
      leftAlone: []
    },
    store: new MemoryImports(),
    outbox: {
      enqueue: (edits) => outbox.enqueue(edits),
      discard: (ids) => {
        discarded.push(...ids)
        return Promise.resolve(ok(null))
      }
    },
    now: () => 9
  }
}

it('discards what is unsent and hands over what takes the rest back', async () => {
  const outbox = new TakingOutbox()
  const discarded: string[] = []
  expect(await runUndo(undoing(outbox, discarded))).toEqual({
    ok: true,
    value: { kind: 'undone', at: 9 }
  })
  expect([outbox.entries.size, outbox.calls]).toEqual([700, 2])
  expect(discarded).toEqual(['e1', 'e2'])
})

it('stops where the outbox refuses, and is still undoing', async () => {
  const outbox = new TakingOutbox()
  const full = { kind: 'not-stored', cause: 'disk-full', place: 'outbox', code: '' } as const
  outbox.faults.set(2, full)
  expect(await runUndo(undoing(outbox, []))).toEqual({ ok: false, failure: full })
})

it('takes a status that was united away for one that is as wanted', () => {
  const united = new Map([['a', entry('a', edit, { kind: 'superseded', by: null, at: 1 })]])
  expect(endedSince({ chunks: [['a']], outcomes: [] }, united)).toEqual([
    ['a', { kind: 'changed', operatorId: 1, to: 2 }]
  ])
})

it('keeps each outcome once, when it is final', () => {
  const add: Edit = { kind: 'add', organizationId: 24, name: 'Dana', addAnyway: false }
  const entries = new Map([
    ['a', entry('a', add, { kind: 'confirmed', operatorId: 7, at: 1 })],
    ['b', entry('b', add)],
    ['c', entry('c', add, { kind: 'cancelled', at: 1 })],
    ['d', entry('d', add, { kind: 'superseded', by: 'a', at: 1 })],
    ['e', entry('e', add, { kind: 'confirmed', operatorId: 8, at: 2 })]
  ])
  const chunks = [
    ['a', 'b'],
    ['c', 'gone', 'd', 'e']
  ]
  expect(
    endedSince(
      {
        chunks,
        outcomes: [
          ['c', { kind: 'cancelled' }],
          ['e', { kind: 'rejected', failure: { kind: 'signed-out' } }]
        ]
      },
      entries
    )
  ).toEqual([
    ['a', { kind: 'added', operatorId: 7, how: 'confirmed' }],
    ['d', { kind: 'added', operatorId: 7, how: 'confirmed' }],
    ['e', { kind: 'added', operatorId: 8, how: 'confirmed' }]
  ])
})

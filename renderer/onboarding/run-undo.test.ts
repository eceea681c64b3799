// @vitest-environment node
import { expect, it } from 'vitest'
import type { Edit } from '../../shared/edit.ts'
import { ok } from '../../shared/result.ts'
import { entry, MemoryImports, TakingOutbox } from './fixture-entry.ts'
import { Following } from './following.ts'
import type { Phase } from './import.ts'
import { endedSince } from './keep-outcomes.ts'
import { handOverUndo, type UndoRun } from './run-undo.ts'

const edit: Edit = {
  kind: 'set-status',
  organizationId: 24,
  operator: { kind: 'known', id: 1 },
  name: 'Dana',
  from: 0,
  to: 2,
  after: null
}
const phase: Phase = { kind: 'undoing', at: 1, from: 2, mark: null }

function undoing(outbox: TakingOutbox, more: Partial<UndoRun> = {}): UndoRun {
  return {
    id: 'import',
    phase,
    undo: {
      edits: Array.from({ length: 700 }, () => edit),
      ...{ deletes: 700, restores: 0, awaited: 0, discards: ['e1', 'e2'], leftAlone: [] }
    },
    following: new Following([], []),
    store: new MemoryImports(),
    outbox: {
      view: () => outbox.view(),
      enqueue: (edits) => outbox.enqueue(edits),
      discard: () => Promise.resolve(ok(null))
    },
    now: () => 9,
    ...more
  }
}

it('discards what is left of it and hands over what takes the rest back', async () => {
  const outbox = new TakingOutbox()
  const discarded: string[] = []
  const discard: UndoRun['outbox']['discard'] = (ids) => {
    discarded.push(...ids)
    return Promise.resolve(ok(null))
  }
  const run = undoing(outbox)
  const done = await handOverUndo({ ...run, outbox: { ...run.outbox, discard } })
  expect(done).toEqual({ ok: true, value: { kind: 'undone', at: 9, from: 2 } })
  expect([outbox.entries.size, outbox.calls]).toEqual([700, 2])
  expect(discarded).toEqual(['e1', 'e2'])
  expect(run.following.chunks.flat()).toEqual([...outbox.entries.keys()])
})

it('stops where the outbox refuses, and is still undoing', async () => {
  const outbox = new TakingOutbox()
  const full = { kind: 'not-stored', cause: 'disk-full', place: 'outbox', code: '' } as const
  outbox.faults.set(2, full)
  expect(await handOverUndo(undoing(outbox))).toEqual({ ok: false, failure: full })
})

it('knows what it handed over before the app ended in the middle of it', async () => {
  const outbox = new TakingOutbox()
  await outbox.enqueue([edit])
  const before = outbox.entries.size - 1
  outbox.faults.set(2, 'crash')
  await expect(handOverUndo(undoing(outbox))).rejects.toThrow('crash')
  const following = new Following([], [])
  await handOverUndo(
    undoing(outbox, {
      ...{ following, phase: { ...phase, mark: before } },
      undo: { edits: [], deletes: 0, restores: 0, awaited: 0, discards: [], leftAlone: [] }
    })
  )
  expect(following.chunks.flat()).toHaveLength(500)
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

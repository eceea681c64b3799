// @vitest-environment node
import { expect, it } from 'vitest'
import type { EntryState } from '../outbox/entry.ts'
import type { Operator } from '../../shared/operator.ts'
import { checkOf, operator } from './fixture-check.ts'
import { entry } from './fixture-entry.ts'
import { planOf, stepsOf } from './plan.ts'
import { undoOf, type ImportUndo } from './undo-import.ts'

const steps = stepsOf(
  planOf(checkOf({ rows: [['New'], ['John']], operators: [operator(2, 'John', 1)] }), [])
)

function undo(states: readonly (EntryState | null)[], operators: readonly Operator[]): ImportUndo {
  const entries = steps.map((step, position) => {
    const state = states[position]
    return state && step.kind === 'edit' ? entry(`e${position}`, step.edit, state) : null
  })
  return undoOf({
    steps,
    entries: {
      entryOf: (position) => (entries[position] ? `e${position}` : null),
      entry: (id) => entries.find((each) => each?.id === id) ?? null,
      kept: () => null
    },
    operator: (_organization, id) => operators.find((each) => each.id === id) ?? null
  })
}

const added: EntryState = { kind: 'confirmed', operatorId: 104, at: 1 }
const changed: EntryState = { kind: 'confirmed', operatorId: 2, at: 1 }

it('sets those whom the import created to Deleted and gives the others their status back', () => {
  const { edits, deletes, restores } = undo(
    [added, changed],
    [operator(104, 'New'), operator(2, 'John')]
  )
  expect(edits).toMatchObject([
    { kind: 'set-status', operator: { id: 104 }, from: 0, to: 2 },
    { kind: 'set-status', operator: { id: 2 }, from: 0, to: 1 }
  ])
  expect([deletes, restores]).toEqual([1, 1])
})

it('touches nobody who was there before, nor whom someone changed since', () => {
  const there: EntryState = { kind: 'matched', operatorId: 104, how: 'already-there', at: 1 }
  const { edits, leftAlone } = undo(
    [there, changed],
    [operator(104, 'New'), operator(2, 'John', 2)]
  )
  expect(edits).toEqual([])
  expect(leftAlone).toEqual([
    { name: 'New', why: 'not-ours' },
    { name: 'John', why: 'changed-since' }
  ])
})

it('takes back one that was found after a lost reply', () => {
  const found: EntryState = { kind: 'matched', operatorId: 104, how: 'lost-reply', at: 1 }
  expect(undo([found, null], [operator(104, 'New', 1)]).edits).toMatchObject([{ from: 1, to: 2 }])
})

it('discards what has not been sent and waits for what is on its way', () => {
  const waiting: EntryState = { kind: 'waiting', reason: null }
  const sending: EntryState = { kind: 'sending', attemptId: 'a' }
  const { discards, awaited, leftAlone } = undo([waiting, sending], [operator(2, 'John', 1)])
  expect(discards).toEqual(['e0'])
  expect([awaited, leftAlone]).toEqual([1, []])
})

it('has nothing left to do when it was done', () => {
  expect(undo([added, changed], [operator(104, 'New', 2), operator(2, 'John', 1)])).toEqual({
    edits: [],
    deletes: 0,
    restores: 0,
    discards: [],
    awaited: 0,
    leftAlone: []
  })
})

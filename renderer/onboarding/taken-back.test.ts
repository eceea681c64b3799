// @vitest-environment node
import { expect, it } from 'vitest'
import type { Edit, EntryId } from '../../shared/edit.ts'
import { en } from '../../shared/messages/en.ts'
import type { Entry, EntryState } from '../outbox/entry.ts'
import { entry } from './fixture-entry.ts'
import type { RowOutcome } from './outcome.ts'
import { reportWords } from './report-words.ts'
import { takenBack, withUndo } from './taken-back.ts'

const words = reportWords(en, (row) => row + 1)
const failure = {
  ...{ kind: 'refused', status: 403, words: 'Not you', retryAfterMs: null }
} as const

function undoing(id: number): Edit {
  return {
    ...{ kind: 'set-status', organizationId: 24, operator: { kind: 'known', id }, name: 'Dana' },
    ...{ from: 0, to: 2, after: null }
  }
}

/** What is known of undoing edits, one of each state, of operators 1, 2, 3 …; some are kept alone. */
function known(
  states: readonly EntryState[],
  kept: readonly (readonly [EntryId, RowOutcome])[] = []
) {
  const all = states.map((state, at): Entry => entry(`u${at + 1}`, undoing(at + 1), state))
  const entries = new Map(all.map((each) => [each.id, each]))
  const outcomes = new Map(kept)
  return {
    ids: [...entries.keys(), ...outcomes.keys()],
    entries: {
      entryOf: () => null,
      entry: (id: EntryId) => entries.get(id) ?? null,
      kept: (id: EntryId) => outcomes.get(id) ?? null
    }
  }
}

const added = (operatorId: number): RowOutcome => ({ kind: 'added', operatorId, how: 'confirmed' })

it('says of each operator what the undo has come to', () => {
  const { ids, entries } = known(
    [
      { kind: 'confirmed', operatorId: 1, at: 2 },
      { kind: 'waiting', reason: null },
      { kind: 'rejected', failure, at: 2 } as EntryState,
      { kind: 'cancelled', at: 2 }
    ],
    [['gone', { kind: 'changed', operatorId: 5, to: 2 }]]
  )
  const undone = takenBack([{ ids, entries }])
  const told = [1, 2, 3, 4, 5, 6].map((id) => words.outcome(withUndo(added(id), undone)))
  expect(told).toEqual([
    'Added, taken back',
    'Added, undo under way',
    'Added, undo rejected',
    ...['Added', 'Added, taken back', 'Added']
  ])
  expect(words.detail(withUndo(added(3), undone))).toContain('Not you')
})

it('tells of the last undo of several, and of an earlier one what the last did not touch', () => {
  const first = known([
    { kind: 'confirmed', operatorId: 1, at: 2 },
    { kind: 'rejected', failure, at: 2 } as EntryState
  ])
  const again = {
    ids: ['v'],
    entries: {
      ...first.entries,
      entry: () => entry('v', undoing(2), { kind: 'confirmed', operatorId: 2, at: 3 })
    }
  }
  const undone = takenBack([first, again])
  const changed: RowOutcome = { kind: 'changed', operatorId: 2, to: 1 }
  expect(words.outcome(withUndo(changed, undone))).toBe('Set to Inactive, taken back')
  expect(words.outcome(withUndo(added(1), undone))).toBe('Added, taken back')
})

it('leaves alone whatever was not done', () => {
  const undone = takenBack([known([{ kind: 'confirmed', operatorId: 1, at: 2 }])])
  const cancelled: RowOutcome = { kind: 'cancelled' }
  expect(withUndo(cancelled, undone)).toBe(cancelled)
  const unknown: RowOutcome = { kind: 'changed', operatorId: null, to: 1 }
  expect(withUndo(unknown, undone)).toBe(unknown)
})

import { describe, expect, it } from 'vitest'
import type { Edit } from '../../shared/edit.ts'
import type { EntryState } from '../outbox/entry.ts'
import { entry } from './fixture-entry.ts'
import { pendingIn, Tally } from './tally.ts'

const add: Edit = { kind: 'add', organizationId: 24, name: 'Dana', addAnyway: false }
const confirmed: EntryState = { kind: 'confirmed', operatorId: 104, at: 1 }
const refused = { kind: 'refused', status: 400, words: 'no', retryAfterMs: null } as const
const rejected: EntryState = { kind: 'rejected', failure: refused, at: 1 }
const waiting: EntryState = { kind: 'waiting', reason: null }

function entries(states: Readonly<Record<string, EntryState>>) {
  return new Map(Object.entries(states).map(([id, state]) => [id, entry(id, add, state)]))
}

describe('a tally', () => {
  it('counts chunk by chunk; steps that are in no chunk yet are pending', () => {
    const tally = new Tally([])
    tally.look(0, ['a', 'b'], entries({ a: confirmed, b: waiting }))
    tally.look(1, ['c'], entries({ c: rejected }))
    const progress = tally.progress(5)
    expect(progress).toMatchObject({ total: 5, done: 1, rejected: 1 })
    expect(pendingIn(progress)).toBe(3)
  })

  it('tells each outcome once, and again where a rejected one was sent anew', () => {
    const tally = new Tally([])
    const first = tally.look(0, ['a', 'b'], entries({ a: confirmed, b: rejected }))
    expect(first.map(([id, { kind }]) => [id, kind])).toEqual([
      ['a', 'added'],
      ['b', 'rejected']
    ])
    expect(tally.look(0, ['a', 'b'], entries({ a: confirmed, b: rejected }))).toEqual([])
    const anew = tally.look(0, ['a', 'b'], entries({ a: confirmed, b: confirmed }))
    expect(anew.map(([id]) => id)).toEqual(['b'])
  })

  it('need not look again at a chunk of which all has ended well, nor forgets it', () => {
    const tally = new Tally([['b', { kind: 'cancelled' }]])
    tally.look(0, ['a', 'b'], entries({ a: confirmed }))
    expect(tally.isSettled(0)).toBe(true)
    expect(tally.progress(2)).toMatchObject({ done: 1, cancelled: 1 })
    tally.look(1, ['c'], entries({ c: rejected }))
    expect(tally.isSettled(1)).toBe(false)
    expect(tally.entriesOf([], new Map()).kept('a')).toMatchObject({
      kind: 'added',
      operatorId: 104
    })
  })

  it('is due to look at new chunks and at those whose entries changed, not at all of them', () => {
    const tally = new Tally([])
    const chunks = [['a', 'b'], ['c'], ['d']]
    const replaced: EntryState = { kind: 'superseded', by: 'e', at: 1 }
    const all = entries({ a: waiting, b: waiting, c: confirmed, d: replaced, e: waiting })
    expect(tally.due(chunks, null)).toEqual([0, 1, 2])
    chunks.forEach((chunk, index) => tally.look(index, chunk, all))
    expect(tally.due(chunks, new Set())).toEqual([])
    expect(tally.due(chunks, new Set(['b', 'c', 'x']))).toEqual([0])
    expect(tally.due(chunks, new Set(['e']))).toEqual([2])
    expect(tally.due([...chunks, ['f']], new Set())).toEqual([3])
  })
})

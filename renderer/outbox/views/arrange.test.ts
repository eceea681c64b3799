import { describe, expect, it } from 'vitest'
import type { Question } from '../entry.ts'
import { askingAlike } from './arrange.ts'
import { addEntry, statusEntry } from './entries.fixture.ts'

const asking = (id: string, question: Question) =>
  addEntry(id, 'Name', { kind: 'needs-person', question, at: 0 })
const appeared: Question = { kind: 'name-appeared', operators: [] }
const conflict: Question = { kind: 'status-conflict', from: 0, to: 1, now: 2 }

describe('questions alike', () => {
  it('are of the same kind', () => {
    const entries = [
      asking('a', appeared),
      asking('b', appeared),
      asking('c', { kind: 'undecided', candidates: [] })
    ]
    expect(askingAlike(entries, entries[0]!)).toEqual(['a', 'b'])
  })

  it('are about the same statuses', () => {
    const state = (question: Question) => ({ kind: 'needs-person', question, at: 0 }) as const
    const entries = [
      statusEntry('a', 1, state(conflict)),
      statusEntry('b', 2, state(conflict)),
      statusEntry('c', 3, state({ ...conflict, now: 0 }))
    ]
    expect(askingAlike(entries, entries[0]!)).toEqual(['a', 'b'])
  })

  it('are none where nothing is asked', () => {
    const waiting = addEntry('a', 'A', { kind: 'waiting', reason: null })
    expect(askingAlike([waiting], waiting)).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import type { Entry } from '../outbox/entry.ts'
import { fromItsStart, keyOf, timelineOf } from './timeline.ts'

function entry(id: string, queuedAt: number): Entry {
  return {
    id,
    edit: { kind: 'add', organizationId: 24, name: 'Alex', addAnyway: false },
    state: { kind: 'confirmed', operatorId: 101, at: queuedAt },
    ...{ order: queuedAt, queuedAt, actionId: id, everSent: true, refusedIn: null }
  }
}

const seen = { at: 5, before: 3, from: 0, to: 1 } as const

describe('what happened to an operator', () => {
  it('is told the latest first, wherever it is known from', () => {
    const timeline = timelineOf([entry('now', 9)], { past: [entry('long ago', 1)], seen: [seen] })
    expect(timeline.map(keyOf)).toEqual(['now', 'seen-5', 'long ago'])
    expect(timeline.map((one) => one.kind === 'edit' && one.listed)).toEqual([true, false, false])
  })

  it('is told once of an edit that leaves the outbox just now', () => {
    const timeline = timelineOf([entry('e', 9)], { past: [entry('e', 9)], seen: [] })
    expect(timeline).toMatchObject([{ listed: true }])
  })
})

describe('the history of an edit', () => {
  it('begins with the edit itself, also where only its end was stored', () => {
    const event = { at: 7, entryId: 'e', what: 'sent', failure: null } as const
    const whole = fromItsStart(entry('e', 4), [event])
    expect(whole.map(({ at, what }) => [at, what])).toEqual([
      [4, 'queued'],
      [7, 'sent']
    ])
    expect(fromItsStart(entry('e', 4), whole)).toBe(whole)
  })
})

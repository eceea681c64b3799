import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ChangeLog } from '../change-log.ts'
import type { Entry, EntryState } from '../entry.ts'
import { rankOf, type StateKind } from './arrange.ts'
import { addEntry } from './entries.fixture.ts'
import { PanelOrder } from './panel-order.ts'

const states = {
  asks: {
    kind: 'needs-person',
    question: { kind: 'name-appeared', operators: [] },
    at: 0
  },
  refused: { kind: 'rejected', failure: { kind: 'signed-out' }, at: 3 },
  sends: { kind: 'sending', attemptId: 'x' },
  waits: { kind: 'waiting', reason: null },
  done: { kind: 'confirmed', operatorId: 1, at: 1 },
  cancelled: { kind: 'cancelled', at: 1 }
} as const satisfies Record<string, EntryState>

class Queue {
  readonly bare = new Map<string, Entry>()
  readonly entries = this.bare
  readonly changes = new ChangeLog()

  put(id: string, order: number, state: EntryState): void {
    this.bare.set(id, { ...addEntry(id, 'Name', state), order })
    this.changes.note([id])
  }

  leave(id: string): void {
    this.bare.delete(id)
    this.changes.note([id])
  }

  /** The order as one would write it down. */
  arranged(filter: StateKind | null): string[] {
    const all = [...this.bare.values()].sort((one, other) => one.order - other.order)
    const shown = all.filter(({ state }) => filter === null || state.kind === filter)
    const groups = [0, 1, 2, 3].map((rank) =>
      shown.filter(({ state }) => rankOf(state.kind) === rank)
    )
    return [...groups.slice(0, 3).flat(), ...(groups[3] ?? []).reverse()].map(({ id }) => id)
  }
}

describe('the order of the outbox', () => {
  it('is needs you, rejected, unsent as queued, ended with the latest first', () => {
    const queue = new Queue()
    const names = ['done', 'cancelled', 'waits', 'sends', 'refused', 'asks'] as const
    names.forEach((name, order) => queue.put(name, order, states[name]))
    const rows = new PanelOrder().rows(queue, null)
    const ids = rows.slice(0, rows.length).map(({ id }) => id)
    expect(ids).toEqual(['asks', 'refused', 'waits', 'sends', 'cancelled', 'done'])
  })

  it('is kept up as entries come, change and leave, with a filter and without', () => {
    const move = fc.tuple(
      fc.integer({ min: 0, max: 7 }),
      fc.option(fc.constantFrom(...Object.values(states)), { freq: 5 }),
      fc.option(fc.constantFrom<StateKind>('waiting', 'confirmed', 'rejected')),
      fc.boolean()
    )
    const run = fc.property(fc.array(move, { maxLength: 30 }), (steps) => {
      const queue = new Queue()
      const order = new PanelOrder()
      for (const [place, state, filter, look] of steps) {
        if (state) queue.put(`e${place}`, place, state)
        else queue.leave(`e${place}`)
        if (!look) continue
        const rows = order.rows(queue, filter)
        const expected = queue.arranged(filter)
        expect(rows.length).toBe(expected.length)
        expect(rows.slice(1, 5).map(({ id }) => id)).toEqual(expected.slice(1, 5))
        for (const id of queue.bare.keys()) expect(rows.placeOf(id)).toBe(expected.indexOf(id))
      }
    })
    fc.assert(run)
  })

  it('looks at what changed and at what is drawn, however much waits', () => {
    const queue = new Queue()
    for (let at = 0; at < 100_000; at += 1) queue.put(`e${at}`, at, states.waits)
    const order = new PanelOrder()
    expect(order.rows(queue, null).length).toBe(100_000)
    let looks = 0
    const get = queue.bare.get.bind(queue.bare)
    queue.bare.get = (id) => {
      looks += 1
      return get(id)
    }
    queue.bare.keys = () => {
      throw new Error('Everything was looked at')
    }
    for (let at = 0; at < 100; at += 1) queue.put(`e${at}`, at, states.done)
    const rows = order.rows(queue, null)
    expect(rows.slice(99_899, 99_901).map(({ id }) => id)).toEqual(['e99999', 'e99'])
    expect(looks).toBeLessThan(200)
  })
})

import { expect, test } from 'vitest'
import type { Operator } from '../../shared/operator.ts'
import { ChangeLog } from '../outbox/change-log.ts'
import type { Entry } from '../outbox/entry.ts'
import { LiveRows, rowsOf } from './live-rows.ts'
import { rowAt, rowCount } from './rows.ts'
import { everyoneOf, listOf } from './test-everyone.ts'

function entry(id: string, edit: Entry['edit'], order: number): Entry {
  const state = { kind: 'waiting', reason: null } as const
  return { id, edit, state, order, queuedAt: 0, actionId: 'x', everSent: false, refusedIn: null }
}

function pause(id: string, organizationId: number, operatorId: number): Entry {
  const operator = { kind: 'known', id: operatorId } as const
  const edit = { kind: 'set-status', operator, name: '', from: 0, to: 1, after: null } as const
  return entry(id, { ...edit, organizationId }, operatorId)
}

function people(...ids: number[]): Operator[] {
  return ids.map((id) => ({ id, name: `Name ${id}`, status: 0 }))
}

function queueOf(...entries: Entry[]) {
  return { bare: new Map(entries.map((one) => [one.id, one])), changes: new ChangeLog() }
}

test('edits stay with their operators as rows come in an organization before theirs', () => {
  const queue = queueOf(
    pause('p', 25, 8),
    pause('q', 24, 3),
    entry('a', { kind: 'add', organizationId: 24, name: 'New', addAnyway: false }, 9)
  )
  const live = new LiveRows()
  const first = everyoneOf([listOf(24, people(1, 2)), listOf(25, people(7, 8))])
  live.next(first, queue)
  const more = everyoneOf([listOf(24, people(1, 2, 3)), listOf(25, people(7, 8))], first)
  const rows = live.next(more, queue)
  const shown = Array.from({ length: rowCount(rows) }, (_, row) => rowAt(rows, row))
  expect(shown.map(({ key, organizationId, status }) => [key, organizationId, status])).toEqual([
    [1, 24, 0],
    [2, 24, 0],
    [3, 24, 1],
    [7, 25, 0],
    [8, 25, 1],
    ['a', 24, 0]
  ])
  const anew = rowsOf(more, queue)
  expect([...rows.statuses]).toEqual([...anew.statuses])
  expect([...rows.badges]).toEqual([...anew.badges])
})

test.each([0, 40])(
  'edits bear upon rows of a list that comes later, however many there are: %i waiting beside',
  (beside) => {
    const added = {
      ...entry('a', { kind: 'add', organizationId: 25, name: 'Name 9', addAnyway: false }, 1),
      state: { kind: 'confirmed', operatorId: 9, at: 5 } as const
    }
    const ofAdded = pause('q', 25, 2)
    const operator = { kind: 'created-by', entryId: 'a' } as const
    const named = { ...ofAdded, edit: { ...ofAdded.edit, operator } as Entry['edit'] }
    const others = Array.from({ length: beside }, (_, at) => pause(`o${at}`, 30, 1000 + at))
    const queue = queueOf(added, named, pause('p', 25, 8), ...others)
    const live = new LiveRows()
    const first = everyoneOf([listOf(24, people(1, 2), 10), listOf(25, [], 1)])
    live.next(first, queue)
    const more = everyoneOf(
      [listOf(24, people(1, 2), 10), listOf(25, people(3, 4, 5, 6, 7, 8, 9, 10), 10)],
      first
    )
    const rows = live.next(more, queue)
    expect([...rows.statuses]).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1, 0])
    expect([...rows.badges]).toEqual([...rowsOf(more, queue).badges])
  }
)

test('edits of an organization show once it is known', () => {
  const queue = queueOf(pause('p', 25, 8))
  const live = new LiveRows()
  const first = everyoneOf([listOf(24, people(1))])
  live.next(first, queue)
  const more = everyoneOf([listOf(24, people(1)), listOf(25, people(8))], first)
  expect([...live.next(more, queue).statuses]).toEqual([0, 1])
})

test('an edit ends with the list of its own organization, not with that of another', () => {
  const done = {
    ...pause('p', 25, 8),
    state: { kind: 'confirmed', operatorId: 8, at: 50 } as const
  }
  const queue = queueOf(done)
  const before = everyoneOf([listOf(24, people(1), 10), listOf(25, people(8), 10)])
  expect([...rowsOf(before, queue).statuses]).toEqual([0, 1])
  const other = everyoneOf([listOf(24, people(1), 90), listOf(25, people(8), 10)])
  expect([...rowsOf(other, queue).statuses]).toEqual([0, 1])
  const own = everyoneOf([listOf(24, people(1), 90), listOf(25, people(8), 90)])
  expect([...rowsOf(own, queue).statuses]).toEqual([0, 0])
})

test('an add of an organization that is not shown is no row', () => {
  const add = { kind: 'add', organizationId: 99, name: 'Elsewhere', addAnyway: false } as const
  expect(rowCount(rowsOf(everyoneOf([listOf(24, people(1))]), queueOf(entry('a', add, 1))))).toBe(1)
})

import { describe, expect, test } from 'vitest'
import type { Edit } from '../../shared/edit.ts'
import { pack } from '../../shared/operator-columns.ts'
import type { KnownOperators } from '../cache/operator-cache.ts'
import type { Entry, EntryState } from '../outbox/entry.ts'
import { ChangeLog } from '../outbox/change-log.ts'
import { rowsOf } from './live-rows.ts'
import { currentKey, keyAt, lastingKeyAt, rowAt, rowCount, rowOfKey } from './rows.ts'

const known: KnownOperators = {
  organizationId: 24,
  columns: pack([
    { id: 101, name: 'John Smith', status: 0 },
    { id: 102, name: 'Sarah Johnson', status: 1 },
    { id: 90, name: 'Gone', status: 2 }
  ]),
  unlisted: new Set([102, 90]),
  at: 1000
}

const failure = { kind: 'signed-out' } as const
const states = {
  waiting: { kind: 'waiting', reason: null },
  sending: { kind: 'sending', attemptId: 'a' },
  verifying: { kind: 'verifying', attemptId: 'a', failure: null, until: 9 },
  rejected: { kind: 'rejected', failure, at: 5 },
  'needs-person': {
    kind: 'needs-person',
    question: { kind: 'operator-missing', operatorId: 1 },
    at: 5
  },
  cancelled: { kind: 'cancelled', at: 5 },
  superseded: { kind: 'superseded', by: null, at: 5 }
} as const satisfies Partial<Record<EntryState['kind'], EntryState>>

function confirmed(operatorId: number, at: number): EntryState {
  return { kind: 'confirmed', operatorId, at }
}

function entry(id: string, edit: Edit, state: EntryState): Entry {
  return { id, edit, state, order: 0, queuedAt: 0, actionId: 'x', everSent: false, refusedIn: null }
}

function add(id: string, state: EntryState, name = 'Alex Brown', organizationId = 24): Entry {
  return entry(id, { kind: 'add', organizationId, name, addAnyway: false }, state)
}

function set(id: string, operator: number | string, state: EntryState, to: 0 | 1 | 2 = 1): Entry {
  const ref =
    typeof operator === 'number'
      ? ({ kind: 'known', id: operator } as const)
      : ({ kind: 'created-by', entryId: operator } as const)
  return entry(
    id,
    { kind: 'set-status', organizationId: 24, operator: ref, name: '', from: 0, to, after: null },
    state
  )
}

/** The queue that holds these, in this order. */
function queueOf(...entries: Entry[]) {
  const bare = new Map(entries.map((one, order) => [one.id, { ...one, order }]))
  return { bare, changes: new ChangeLog() }
}

function rows(...entries: Entry[]) {
  return rowsOf(known, queueOf(...entries))
}

function shown(...entries: Entry[]) {
  const all = rows(...entries)
  return Array.from({ length: rowCount(all) }, (_, row) => rowAt(all, row))
}

describe('rows without edits', () => {
  test('are what the service said; the deleted are not missed', () => {
    expect(shown()).toEqual([
      {
        key: 101,
        operator: { kind: 'known', id: 101 },
        id: 101,
        organizationId: 24,
        name: 'John Smith',
        status: 0,
        edit: null,
        unlisted: false
      },
      {
        key: 102,
        operator: { kind: 'known', id: 102 },
        id: 102,
        organizationId: 24,
        name: 'Sarah Johnson',
        status: 1,
        edit: null,
        unlisted: true
      },
      {
        key: 90,
        operator: { kind: 'known', id: 90 },
        id: 90,
        organizationId: 24,
        name: 'Gone',
        status: 2,
        edit: null,
        unlisted: false
      }
    ])
  })
})

describe('a status edit', () => {
  test.each(['waiting', 'sending', 'verifying'] as const)(
    'that is %s shows the wanted status',
    (kind) => {
      expect(shown(set('e', 101, states[kind]))[0]).toMatchObject({
        status: 1,
        edit: { entryId: 'e', badge: kind }
      })
    }
  )

  test.each(['rejected', 'needs-person'] as const)(
    'that is %s shows the status of the service',
    (kind) => {
      expect(shown(set('e', 101, states[kind]))[0]).toMatchObject({
        status: 0,
        edit: { entryId: 'e', badge: kind }
      })
    }
  )

  test.each(['cancelled', 'superseded'] as const)('that is %s shows nothing', (kind) => {
    expect(shown(set('e', 101, states[kind]))).toEqual(shown())
  })

  test('that is confirmed holds until a younger list speaks', () => {
    expect(shown(set('e', 101, confirmed(101, 1001)))[0]).toMatchObject({ status: 1, edit: null })
    expect(shown(set('e', 101, confirmed(101, 999)))[0]).toMatchObject({ status: 0, edit: null })
  })

  test('that was confirmed before the clock was set back gives way to every list since', () => {
    const day = 86_400_000
    const young = set('e', 101, confirmed(101, 1000 + day), 1)
    expect(rowAt(rows(young), 0)).toMatchObject({ status: 0, edit: null })
    const before = set('d', 101, confirmed(101, 1001), 2)
    expect(rowAt(rows(before, young), 0)).toMatchObject({ status: 0, edit: null })
  })

  test('shows over an earlier one', () => {
    const [john] = shown(set('e', 101, states.sending, 1), set('f', 101, states.waiting, 2))
    expect(john).toMatchObject({ status: 2, edit: { entryId: 'f', badge: 'waiting' } })
    expect(
      shown(set('e', 101, states.rejected), set('f', 101, confirmed(101, 1)))[0]?.edit
    ).toBeNull()
  })

  test('of another organization or an unknown operator shows nowhere', () => {
    const other = add('e', states.waiting, 'Alex', 7)
    expect(shown(other, set('f', 999, states.waiting))).toEqual(shown())
  })
})

describe('an add', () => {
  test.each(['waiting', 'sending', 'verifying', 'rejected', 'needs-person'] as const)(
    'that is %s is a row without an id',
    (kind) => {
      expect(shown(add('e', states[kind]))[3]).toEqual({
        key: 'e',
        operator: { kind: 'created-by', entryId: 'e' },
        id: null,
        organizationId: 24,
        name: 'Alex Brown',
        status: 0,
        edit: { entryId: 'e', badge: kind },
        unlisted: false
      })
    }
  )

  test.each(['cancelled', 'superseded'] as const)('that is %s has no row', (kind) => {
    expect(shown(add('e', states[kind]))).toEqual(shown())
  })

  test('shows the status that later edits want of it', () => {
    const pending = shown(add('e', states.waiting), set('f', 'e', states.waiting, 1))[3]
    expect(pending).toMatchObject({ status: 1, edit: { badge: 'waiting' } })
  })

  test('that is confirmed before the cache knows shows its id at once', () => {
    const pending = shown(add('e', confirmed(104, 1001)), set('f', 'e', states.waiting, 1))[3]
    expect(pending).toMatchObject({
      key: 'e',
      id: 104,
      operator: { kind: 'known', id: 104 },
      status: 1
    })
  })

  test('that a younger list does not show has no row of its own any more', () => {
    expect(shown(add('e', confirmed(104, 999)))).toEqual(shown())
  })

  test('that became an operator is one row, and edits of it go with it', () => {
    const all = shown(add('e', confirmed(101, 2000)), set('f', 'e', states.sending, 2))
    expect(all).toHaveLength(3)
    expect(all[0]).toMatchObject({ key: 101, status: 2, edit: { entryId: 'f', badge: 'sending' } })
  })
})

describe('keys', () => {
  test('lead to their rows and back', () => {
    const all = rows(add('e', states.waiting), add('f', states.waiting))
    const keys = [101, 102, 90, 'e', 'f']
    expect([0, 1, 2, 3, 4].map((row) => keyAt(all, row))).toEqual(keys)
    expect(keys.map((key) => rowOfKey(all, key))).toEqual([0, 1, 2, 3, 4])
    expect([rowOfKey(all, 'g'), rowOfKey(all, 5)]).toEqual([-1, -1])
    expect(() => keyAt(all, 5)).toThrow(RangeError)
  })

  test('follow an add into the operator that it became, once that has a row', () => {
    const queue = queueOf(
      add('e', confirmed(101, 2000)),
      add('f', confirmed(555, 2000)),
      add('g', states.waiting)
    )
    const all = rowsOf(known, queue)
    expect(['e', 'f', 'g', 102].map((key) => currentKey(all, queue.bare, key))).toEqual([
      101,
      'f',
      'g',
      102
    ])
  })

  test('that last are those of the adds that created operators', () => {
    const all = rows(
      add('e', confirmed(101, 2000)),
      add('f', states.waiting),
      add('g', confirmed(101, 2000))
    )
    expect([0, 1, 2, 3].map((row) => lastingKeyAt(all, row))).toEqual(['e', 102, 90, 'f'])
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Edit } from '../../shared/edit.ts'
import { pack } from '../../shared/operator-columns.ts'
import type { Operator } from '../../shared/operator.ts'
import type { KnownOperators } from '../cache/operator-cache.ts'
import { ChangeLog } from '../outbox/change-log.ts'
import type { Entry, EntryState } from '../outbox/entry.ts'
import { LiveRows, rowsOf } from './live-rows.ts'
import { type OperatorRows, rowAt, rowCount, rowOfKey } from './rows.ts'
import { add, setStatus, waiting } from './test-outbox.ts'

/** An outbox and a list that change as a test says, followed by rows. */
class Following {
  readonly bare = new Map<string, Entry>()
  readonly changes = new ChangeLog()
  readonly live = new LiveRows()
  readonly #left = new Set<string>()
  #orders = 0
  known: KnownOperators = { organizationId: 24, columns: pack([]), unlisted: new Set(), at: null }

  /** An operator belongs to one entry; who has ended stays so; who has left does not come back. */
  move(id: string, edit: Edit, state: EntryState): void {
    const ended = this.bare.get(id)?.state.kind
    if (this.#left.has(id) || ended === 'confirmed' || ended === 'cancelled') return
    const own =
      state.kind === 'confirmed' ? { ...state, operatorId: 'abcde'.indexOf(id) + 1 } : state
    this.put(id, edit, own)
  }

  put(id: string, edit: Edit, state: EntryState = waiting): void {
    const order = this.bare.get(id)?.order ?? (this.#orders += 1)
    const rest = { order, queuedAt: 0, actionId: 'x', everSent: false, refusedIn: null }
    this.bare.set(id, { id, edit: this.bare.get(id)?.edit ?? edit, state, ...rest })
    this.changes.note([id])
  }

  leave(id: string): void {
    this.bare.delete(id)
    this.#left.add(id)
    this.changes.note([id])
  }

  list(operators: readonly Operator[], at: number): void {
    this.known = { ...this.known, columns: pack(operators), at }
  }

  next(): OperatorRows {
    return this.live.next(this.known, this)
  }
}

function shownIn(rows: OperatorRows) {
  return Array.from({ length: rowCount(rows) }, (_, row) => rowAt(rows, row))
}

const createdBy = (entryId: string): Edit => ({
  ...setStatus(0, 1),
  ...({ operator: { kind: 'created-by', entryId } } as object)
})

const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e')
const operatorIds = fc.integer({ min: 1, max: 6 })
const times = fc.integer({ min: 1, max: 9 })
const states: fc.Arbitrary<EntryState> = fc.oneof(
  fc.constant(waiting),
  fc.constant({ kind: 'sending', attemptId: 'x' } as const),
  fc.record({ kind: fc.constant('cancelled' as const), at: times }),
  times.map((at) => ({ kind: 'confirmed', operatorId: 0, at }) as const)
)
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.constantFrom(add('Alex'), add('Emma'), { ...add('Far'), organizationId: 7 } as Edit),
  operatorIds.map((id) => setStatus(id, 1)),
  ids.map(createdBy)
)
const moves = fc.oneof(
  fc.tuple(fc.constant('put' as const), ids, edits, states),
  fc.tuple(fc.constant('leave' as const), ids),
  fc.tuple(fc.constant('list' as const), fc.uniqueArray(operatorIds), times),
  fc.tuple(fc.constant('look' as const))
)

describe('rows that are kept up', () => {
  test('are those that would be worked out anew, whatever happened', () => {
    const run = fc.property(fc.array(moves, { maxLength: 30 }), (steps) => {
      const following = new Following()
      for (const step of steps) {
        if (step[0] === 'put') following.move(step[1], step[2], step[3])
        else if (step[0] === 'leave') following.leave(step[1])
        else if (step[0] === 'list')
          following.list(
            step[1].map((id) => ({ id, name: `Name ${id}`, status: 0 })),
            Math.max(step[2], following.known.at ?? 0)
          )
        else following.next()
      }
      const anew = rowsOf(following.known, following)
      const rows = following.next()
      expect(shownIn(rows)).toEqual(shownIn(anew))
      for (const row of shownIn(rows)) expect(rowOfKey(rows, row.key)).toBe(rowOfKey(anew, row.key))
    })
    fc.assert(run, { numRuns: 500 })
  })

  test('are the same object where nothing of them has changed', () => {
    const following = new Following()
    following.put('a', add('Alex'))
    const rows = following.next()
    following.put('far', { ...add('Far'), organizationId: 7 })
    expect(following.next()).toBe(rows)
    following.put('a', add('Alex'), { kind: 'sending', attemptId: 'x' })
    expect(following.next()).not.toBe(rows)
  })

  test('look at what changed alone, however much waits', () => {
    const following = new Following()
    for (let at = 0; at < 100_000; at += 1) following.put(`e${at}`, add(`Person ${at}`))
    expect(rowCount(following.next())).toBeLessThan(5_000)
    while (following.live.isBehind) following.next()
    let looks = 0
    const get = following.bare.get.bind(following.bare)
    following.bare.get = (id) => {
      looks += 1
      return get(id)
    }
    following.bare.keys = () => {
      throw new Error('Everything was looked at')
    }
    for (let at = 0; at < 100; at += 1)
      following.put(`e${at}`, add(''), { kind: 'confirmed', operatorId: at + 1, at: 5 })
    looks = 0
    const operators = Array.from({ length: 100 }, (_, at): Operator => ({
      id: at + 1,
      name: `Person ${at}`,
      status: 0
    }))
    following.list(operators, 9)
    const rows = following.next()
    expect(rowCount(rows)).toBe(100_000)
    expect(rows.pending).toHaveLength(99_900)
    expect(looks).toBeLessThan(1_000)
  })
})

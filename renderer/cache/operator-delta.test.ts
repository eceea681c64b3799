import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Operator, Status } from '../../shared/operator.ts'
import { pack } from '../../shared/operator-columns.ts'
import { deltaOf, deltaRows, withDelta } from './operator-delta.ts'

const team: Operator[] = Array.from({ length: 100 }, (_, row) => ({
  id: row + 1,
  name: `דנה ${row}`,
  status: 0
}))
const columns = pack(team)
const everyone = 1000

function size(next: readonly Operator[]): number {
  return deltaRows(deltaOf(columns, pack(next), everyone)!)
}

describe('a delta holds', () => {
  test('nothing where nothing changed', () => {
    expect(size([...team])).toBe(0)
  })

  test('one row for a status, whatever the length of the list', () => {
    expect(size(team.map((each) => (each.id === 50 ? { ...each, status: 1 } : each)))).toBe(1)
  })

  test('a row that goes and one that comes for a name, also one of the same length', () => {
    expect(size(team.map((each) => (each.id === 50 ? { ...each, name: 'x' } : each)))).toBe(2)
    expect(size(team.map((each) => (each.id === 50 ? { ...each, name: 'דני 49' } : each)))).toBe(2)
  })

  test('only who came, at the beginning, in the middle or at the end', () => {
    const alex: Operator = { id: 999, name: 'Alex', status: 0 }
    for (const at of [0, 50, 100]) expect(size(team.toSpliced(at, 0, alex))).toBe(1)
  })

  test('only who went', () => {
    expect(size(team.toSpliced(20, 3))).toBe(3)
  })

  test('nothing of a list that became quite another', () => {
    expect(deltaOf(columns, pack([...team].reverse()), 20)).toBeNull()
    expect(deltaOf(columns, pack([]), 20)).toBeNull()
    expect(deltaOf(pack([]), columns, 20)).toBeNull()
  })
})

describe('a list and a delta', () => {
  const operator = fc.record({
    id: fc.integer({ min: 1, max: 40 }),
    name: fc.constantFrom('', 'a', 'b', 'ab', 'דנה', '👩‍👩‍👧', 'aa'),
    status: fc.constantFrom<Status>(0, 1, 2)
  })
  const list = fc.array(operator, { maxLength: 30 })

  test('give back the next list, whatever it is', () => {
    fc.assert(
      fc.property(list, list, (old, next) => {
        const [before, after] = [pack(old), pack(next)]
        expect(withDelta(before, deltaOf(before, after, everyone)!)).toEqual(after)
      }),
      { numRuns: 500 }
    )
  })

  test('give it back after small changes, as they really come', () => {
    const change = fc.record({
      at: fc.nat({ max: 99 }),
      gone: fc.nat({ max: 2 }),
      come: fc.array(operator, { maxLength: 2 })
    })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
        const next = team.map((each) => ({ ...each }))
        for (const { at, gone, come } of changes) next.splice(at, gone, ...come)
        const after = pack(next)
        const delta = deltaOf(columns, after, everyone)!
        expect(withDelta(columns, delta)).toEqual(after)
      })
    )
  })

  test('of which the delta is another one’s give nothing', () => {
    const shorter = pack(team.slice(0, 10))
    const other = (change: Partial<Operator>) =>
      pack(team.map((each) => (each.id === 50 ? { ...each, ...change } : each)))
    expect(withDelta(shorter, deltaOf(columns, other({ status: 1 }), everyone)!)).toBeNull()
    expect(withDelta(shorter, deltaOf(columns, other({ name: 'x' }), everyone)!)).toBeNull()
  })

  test.each([
    ['a status is unknown', { rows: Uint32Array.of(1), statuses: Uint8Array.of(3) }],
    ['a status is missing', { rows: Uint32Array.of(1, 2), statuses: Uint8Array.of(1) }],
    ['more comes than there is', { come: Uint32Array.of(2) }],
    ['more goes than there is', { gone: Uint32Array.of(99) }],
    ['a name lies beyond the text', { fresh: { ...pack([team[0]!]), names: '' } }]
  ])('of which %s give nothing', (_, damage) => {
    const next = team.map((each) => (each.id === 50 ? { ...each, name: 'x' } : each))
    const delta = deltaOf(columns, pack(next), everyone)!
    expect(withDelta(columns, delta)).not.toBeNull()
    expect(withDelta(columns, { ...delta, ...damage })).toBeNull()
  })
})

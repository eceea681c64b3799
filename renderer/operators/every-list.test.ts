import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unpack } from '../../shared/operator-columns.ts'
import type { Operator } from '../../shared/operator.ts'
import { everyList } from './every-list.ts'
import { partAt } from './parts.ts'
import { everyoneOf, listOf } from './test-everyone.ts'

const john: Operator = { id: 101, name: 'John Smith', status: 0 }
const dana: Operator = { id: 7, name: 'דנה', status: 1 }
const olena: Operator = { id: 55, name: 'Олена', status: 2 }

describe('everyone', () => {
  test('is one organization after another, each with its own list', () => {
    const all = everyoneOf([
      listOf(24, [john], 5),
      listOf(30, [], null),
      listOf(25, [dana, olena], 3)
    ])
    expect(unpack(all.columns)).toEqual([john, dana, olena])
    expect(all.parts).toMatchObject([
      { organizationId: 24, at: 5, from: 0, to: 1 },
      { organizationId: 30, at: null, from: 1, to: 1 },
      { organizationId: 25, at: 3, from: 1, to: 3 }
    ])
    expect(all.at).toBe(3)
    expect([0, 1, 2, 3].map((row) => partAt(all, row)?.organizationId)).toEqual([
      24,
      25,
      25,
      undefined
    ])
  })

  test('keeps its columns where a list only came again, and all but the statuses where only those changed', () => {
    const before = everyoneOf([listOf(24, [john], 5), listOf(25, [dana], 3)])
    const again = everyList([24, 25], new Map([[25, listOf(25, [dana], 9)]]), before)
    expect(again.columns).toBe(before.columns)
    expect(again.at).toBe(5)
    const paused = everyList(
      [24, 25],
      new Map([[24, listOf(24, [{ ...john, status: 1 }], 9)]]),
      before
    )
    expect(paused.columns.names).toBe(before.columns.names)
    expect(paused.columns.ids).toBe(before.columns.ids)
    expect(unpack(paused.columns)).toEqual([{ ...john, status: 1 }, dana])
  })

  test('gathers who is listed no more, and lets go of organizations that went', () => {
    const gone = { ...listOf(25, [dana, olena]), unlisted: new Set([7]) }
    const before = everyoneOf([listOf(24, [john]), gone])
    expect(before.unlisted).toEqual(new Set([7]))
    const after = everyList([24], new Map(), before)
    expect(unpack(after.columns)).toEqual([john])
    expect(after.unlisted.size).toBe(0)
  })

  test('is the same, made in steps or at once', () => {
    const operator = fc.record({
      id: fc.integer({ min: 1, max: 99 }),
      name: fc.string({ unit: fc.constantFrom('a', 'é', 'ש', '😀'), maxLength: 4 }),
      status: fc.constantFrom(0 as const, 1 as const, 2 as const)
    })
    const change = fc.tuple(fc.constantFrom(24, 25, 26), fc.array(operator, { maxLength: 5 }))
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        let all = everyList([24, 25, 26], new Map(), null)
        const last = new Map<number, ReturnType<typeof listOf>>()
        for (const [id, operators] of changes) {
          last.set(id, listOf(id, operators))
          all = everyList([24, 25, 26], new Map([[id, listOf(id, operators)]]), all)
        }
        expect(all).toEqual(everyList([24, 25, 26], last, null))
      })
    )
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Operator } from '../../shared/operator.ts'
import { pack, unpack } from '../../shared/operator-columns.ts'
import { nobodyKnown, rowFinder, unite, withOperators } from './known.ts'

function operator(id: number, status: 0 | 1 | 2 = 0, name = `Name ${id}`): Operator {
  return { id, name, status }
}

function knows(...operators: Operator[]) {
  return unite(nobodyKnown(24), pack(operators), 1)
}

describe('a list that came', () => {
  test('is what is known where nothing was', () => {
    const known = knows(operator(103), operator(101))
    expect(unpack(known.columns)).toEqual([operator(103), operator(101)])
    expect(known).toMatchObject({ organizationId: 24, at: 1, unlisted: new Set() })
  })

  test('brings new operators, new statuses and its own order', () => {
    const list = [operator(105), operator(101, 1), operator(102)]
    expect(unpack(unite(knows(operator(101), operator(102)), pack(list), 2).columns)).toEqual(list)
  })

  test('never removes an operator that it lacks: it stays in its place, marked', () => {
    const before = knows(operator(1), operator(2), operator(3), operator(4), operator(5))
    const known = unite(before, pack([operator(2), operator(5), operator(6)]), 2)
    expect(unpack(known.columns).map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6])
    expect(known.unlisted).toEqual(new Set([1, 3, 4]))
    expect(known.at).toBe(2)
  })

  test('takes the mark away once it shows the operator again', () => {
    const cut = unite(knows(operator(1), operator(2)), pack([operator(1)]), 2)
    const whole = unite(cut, pack([operator(1), operator(2)]), 3)
    expect(cut.unlisted).toEqual(new Set([2]))
    expect(whole.unlisted).toEqual(new Set())
  })

  test('an empty list empties nothing', () => {
    const known = unite(knows(operator(1), operator(2)), pack([]), 2)
    expect(unpack(known.columns)).toHaveLength(2)
    expect(known.unlisted.size).toBe(2)
  })

  test('that says nothing new leaves the very same columns', () => {
    const known = knows(operator(1), operator(2))
    expect(unite(known, pack([operator(1), operator(2)]), 2).columns).toBe(known.columns)
    const cut = unite(known, pack([operator(1)]), 3)
    expect(cut.columns).toBe(known.columns)
    expect(unite(cut, pack([operator(1)]), 4).columns).toBe(known.columns)
  })

  test('whatever lists come, nobody is lost, nobody is twice, and the last list decides', () => {
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 20 })
    fc.assert(
      fc.property(ids, ids, ids, (first, second, third) => {
        const lists = [first, second, third].map((list, round) =>
          list.map((id) => operator(id, 0, `${id}.${round}`))
        )
        const known = lists.reduce((sum, list, at) => unite(sum, pack(list), at), nobodyKnown(24))
        const rows = unpack(known.columns)
        expect(new Set(rows.map(({ id }) => id))).toEqual(new Set([...first, ...second, ...third]))
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
        expect(rows.filter(({ id }) => !known.unlisted.has(id))).toEqual(lists[2])
      })
    )
  })
})

describe('operators that a reply showed', () => {
  test('are new at the end or changed in place', () => {
    const known = withOperators(knows(operator(1), operator(2)), [operator(9), operator(1, 1)])
    expect(unpack(known.columns)).toEqual([operator(1, 1), operator(2), operator(9)])
    expect(known.at).toBe(1)
  })

  test('a changed status leaves the names alone', () => {
    const before = knows(operator(1), operator(2))
    const known = withOperators(before, [operator(2, 2)])
    expect(known.columns.ends).toBe(before.columns.ends)
    expect(unpack(known.columns)).toEqual([operator(1), operator(2, 2)])
    expect(unpack(before.columns)).toEqual([operator(1), operator(2)])
  })

  test('a changed name is taken', () => {
    const known = withOperators(knows(operator(1), operator(2)), [operator(1, 0, 'Other')])
    expect(unpack(known.columns)).toEqual([operator(1, 0, 'Other'), operator(2)])
  })

  test('that were known already change nothing', () => {
    const known = knows(operator(1))
    expect(withOperators(known, [operator(1)])).toBe(known)
  })

  test('are no longer unlisted', () => {
    const cut = unite(knows(operator(1), operator(2)), pack([operator(1)]), 2)
    expect(withOperators(cut, [operator(2)]).unlisted).toEqual(new Set())
  })
})

describe('finding a row', () => {
  test('works for any order of ids', () => {
    for (const ids of [[1, 5, 9], [9, 1, 5], []]) {
      const find = rowFinder(pack(ids.map((id) => operator(id))))
      expect(ids.map((id) => find(id))).toEqual([...ids.keys()])
      expect(find(4)).toBe(-1)
      expect(find(100)).toBe(-1)
    }
  })
})

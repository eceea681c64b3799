import { describe, expect, test } from 'vitest'
import { rowOf, type Goal, type Measured } from './row.ts'

function measured(floor: number | null, ours: number, goal: Goal): Measured {
  return { name: 'work', unit: 'ms', floor, peers: {}, ours, goal, rounds: 5 }
}

describe('a row', () => {
  test('is judged against its floor', () => {
    const goal: Goal = { kind: 'ratio', most: 1.3 }
    expect(rowOf(measured(10, 13, goal))).toMatchObject({
      ratio: 1.3,
      met: true,
      goal: '≤ 1.3× the floor'
    })
    expect(rowOf(measured(10, 13.2, goal)).met).toBe(false)
  })

  test('that has no floor cannot meet a ratio', () => {
    expect(rowOf(measured(null, 1, { kind: 'ratio', most: 2 }))).toMatchObject({
      ratio: null,
      met: false
    })
  })

  test.each<[Goal, number, boolean, string]>([
    [{ kind: 'most', value: 40 }, 40, true, '≤ 40 ms'],
    [{ kind: 'most', value: 40 }, 40.2, false, '≤ 40 ms'],
    [{ kind: 'least', value: 97 }, 97, true, '≥ 97 ms'],
    [{ kind: 'least', value: 97 }, 96.9, false, '≥ 97 ms'],
    [{ kind: 'none' }, 1e6, true, 'none']
  ])('with the goal %j and %d ms', (goal, ours, met, text) => {
    expect(rowOf(measured(20, ours, goal))).toMatchObject({ met, goal: text })
  })

  test('keeps three digits that count', () => {
    expect(rowOf(measured(3, 12.3456, { kind: 'none' }))).toMatchObject({ ours: 12.3, ratio: 4.12 })
    expect(rowOf(measured(3, 98_765, { kind: 'none' })).ours).toBe(98_800)
  })
})

import { describe, expect, test } from 'vitest'
import { measureOf, type Goal, type Measured } from './measure.ts'

function measured(floor: number | null, ours: number, goal: Goal): Measured {
  return { line: 'sort', what: '', unit: 'ms', floor, peers: {}, ours, goal, rounds: 5 }
}

describe('a number', () => {
  test('is judged against its floor', () => {
    const goal: Goal = { kind: 'ratio', most: 1.3 }
    expect(measureOf(measured(10, 13, goal))).toMatchObject({
      ratio: 1.3,
      met: true,
      goal: '≤ 1.3× the floor'
    })
    expect(measureOf(measured(10, 13.2, goal)).met).toBe(false)
  })

  test('that has no floor cannot meet a ratio', () => {
    expect(measureOf(measured(null, 1, { kind: 'ratio', most: 2 }))).toMatchObject({
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
    expect(measureOf(measured(20, ours, goal))).toMatchObject({ met, goal: text })
  })

  test('keeps three digits that count', () => {
    expect(measureOf(measured(3, 12.3456, { kind: 'none' }))).toMatchObject({
      ours: 12.3,
      ratio: 4.12
    })
    expect(measureOf(measured(3, 98_765, { kind: 'none' })).ours).toBe(98_800)
    const peers = { Papa: 96.04 }
    expect(measureOf({ ...measured(3, 1, { kind: 'none' }), peers }).peers).toEqual({ Papa: 96 })
  })
})

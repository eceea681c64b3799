import { expect, test } from 'vitest'
import { judge, worst, type Question } from './judge.ts'

const sort: Question = {
  ...{ line: 'sort', what: '', unit: 'ms', of: 'sort' },
  goal: { kind: 'most', value: 25 }
}

test('the middle of each subject is told, and peers that measured it stand beside', () => {
  const samples = {
    floor: [{ sort: 10 }, { sort: 30 }, { sort: 20 }],
    ours: [{ sort: 22 }, { sort: 24 }, { sort: 99 }],
    'AG Grid': [{ sort: 600 }],
    SVAR: [{ other: 1 }]
  }
  expect(judge([sort], samples)).toMatchObject([
    { floor: 20, ours: 24, ratio: 1.2, peers: { 'AG Grid': 600 }, met: true, rounds: 3 }
  ])
})

test('the worst is told where none may be bad', () => {
  const samples = { ours: [{ sort: 1 }, { sort: 30 }, { sort: 2 }] }
  expect(judge([{ ...sort, over: worst }], samples)).toMatchObject([{ ours: 30, met: false }])
})

test('the floor may have another name for it, or none', () => {
  const samples = { floor: [{ content: 5, sort: 7 }], ours: [{ sort: 10 }] }
  expect(judge([{ ...sort, floorOf: 'content' }], samples)).toMatchObject([{ floor: 5, ratio: 2 }])
  expect(judge([{ ...sort, floorOf: null }], samples)).toMatchObject([{ floor: null, ratio: null }])
})

test('what nobody measured is left out', () => {
  expect(judge([sort], { ours: [{}] })).toEqual([])
})

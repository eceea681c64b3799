import { expect, test } from 'vitest'
import { draggedWidth, headerPlace } from './header-place.ts'

test('a dragged header goes where its neighbours’ middles are passed', () => {
  const others = [
    { left: 0, right: 100 },
    { left: 100, right: 200 }
  ]
  expect([10, 60, 160].map((x) => headerPlace(x, others, false))).toEqual([0, 1, 2])
})

test('from right to left the places are counted from the right', () => {
  const others = [
    { left: 100, right: 200 },
    { left: 0, right: 100 }
  ]
  expect([190, 140, 40].map((x) => headerPlace(x, others, true))).toEqual([0, 1, 2])
})

test('the end edge that is dragged away from the start makes the column wider', () => {
  expect(draggedWidth(100, { from: 50, to: 70 }, false)).toBe(120)
  expect(draggedWidth(100, { from: 50, to: 30 }, true)).toBe(120)
})

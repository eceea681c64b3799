import { expect, test } from 'vitest'
import { sidewaysTo } from './reveal-cell.ts'

const inside = { left: 100, right: 300 }

test('a cell that shows whole needs no way', () => {
  expect(sidewaysTo({ left: 100, right: 300 }, inside)).toBe(0)
})

test('a cell beyond an edge comes in by the shortest way', () => {
  expect(sidewaysTo({ left: 60, right: 160 }, inside)).toBe(-40)
  expect(sidewaysTo({ left: 280, right: 330 }, inside)).toBe(30)
})

test('a cell that is too wide comes in as far as it can', () => {
  expect(sidewaysTo({ left: 200, right: 500 }, inside)).toBe(100)
  expect(sidewaysTo({ left: -200, right: 150 }, inside)).toBe(-150)
})

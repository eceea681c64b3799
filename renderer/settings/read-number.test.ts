import { expect, it } from 'vitest'
import { readNumber } from './read-number.ts'

const bounds = { from: 0.1, to: 50 }

it('reads a number within its bounds', () => {
  expect(readNumber('5', bounds)).toBe(5)
  expect(readNumber(' 0,5 ', bounds)).toBe(0.5)
  expect(readNumber('50', bounds)).toBe(50)
})

it('refuses what lies beyond, and what is no number', () => {
  expect(
    ['0', '50.1', '', 'five', '-1', '1e1', '0x5'].map((text) => readNumber(text, bounds))
  ).toEqual(Array(7).fill(null))
})

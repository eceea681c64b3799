import { describe, expect, test } from 'vitest'
import {
  placed,
  type Measures,
  offsetOf,
  rendered,
  rescaled,
  revealing,
  rowsPerPage,
  scrolled,
  scrollHeight
} from './viewport.ts'

const few: Measures = { rows: 100, rowHeight: 32, height: 320 }
const many: Measures = { rows: 1_000_000, rowHeight: 32, height: 320 }
const start = { scrollTop: 0, top: 0 }

describe('a list that fits the scrollbar', () => {
  test('is as high as its rows and follows the scrollbar exactly', () => {
    expect(scrollHeight(few)).toBe(3200)
    expect(scrolled(start, 1000, few)).toEqual({ scrollTop: 1000, top: 1000 })
    expect(offsetOf({ scrollTop: 1000, top: 1000 }, 40, few)).toBe(1280)
  })

  test('renders what shows and a little more', () => {
    expect(rendered(start, few)).toEqual({ from: 0, to: 18 })
    expect(rendered({ scrollTop: 1610, top: 1610 }, few)).toEqual({ from: 42, to: 69 })
    expect(rendered({ scrollTop: 2880, top: 2880 }, few)).toEqual({ from: 82, to: 100 })
    expect(rendered(start, { ...few, rows: 0 })).toEqual({ from: 0, to: 0 })
  })

  test('moves no further than needed to show a row', () => {
    const middle = { scrollTop: 1000, top: 1000 }
    expect(revealing(middle, 33, few)).toBe(middle)
    expect(revealing(middle, 10, few)).toEqual({ scrollTop: 320, top: 320 })
    expect(revealing(middle, 60, few).top).toBe(61 * 32 - 320)
    expect(revealing(middle, 99, few).top).toBe(2880)
  })

  test('a page leaves one row in sight', () => {
    expect(rowsPerPage(few)).toBe(9)
    expect(rowsPerPage({ ...few, height: 10 })).toBe(1)
  })
})

describe('a list higher than a browser allows', () => {
  test('has a scroll area that no browser cuts', () => {
    expect(scrollHeight(many)).toBe(8_000_000)
  })

  test('reaches its last row at the end of the scrollbar, and its first at the beginning', () => {
    const end = scrolled(start, 8_000_000 - 320, many)
    expect(end.top).toBe(32_000_000 - 320)
    expect(rendered(end, many).to).toBe(1_000_000)
    expect(scrolled(end, 0, many).top).toBe(0)
  })

  test('moves pixel by pixel on a wheel’s notch', () => {
    const middle = placed(16_000_000, many)
    expect(scrolled(middle, middle.scrollTop + 100, many).top).toBe(16_000_100)
  })

  test('puts every row where it shows', () => {
    const middle = placed(16_000_000, many)
    expect(offsetOf(middle, 500_001, many) - middle.scrollTop).toBe(32)
  })

  test('shows any row', () => {
    for (const row of [0, 1, 499_999, 999_999]) {
      const { top } = revealing(placed(16_000_000, many), row, many)
      expect(top).toBeLessThanOrEqual(row * 32)
      expect(top + 320).toBeGreaterThanOrEqual((row + 1) * 32)
    }
  })
})

test('rows that take another height stay where they are', () => {
  const high = { ...few, rowHeight: 40 }
  expect(rescaled({ scrollTop: 320, top: 320 }, 32, high)).toEqual({ scrollTop: 400, top: 400 })
  const { top, scrollTop } = rescaled(placed(16_000_000, many), 32, { ...many, rowHeight: 40 })
  expect(top).toBe(20_000_000)
  expect(scrollTop).toBeLessThan(8_000_000)
})

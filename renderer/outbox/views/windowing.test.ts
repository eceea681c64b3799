import { describe, expect, it } from 'vitest'
import { visibleRows } from './windowing.ts'

const base = { scrollTop: 0, height: 500, rowHeight: 50, count: 100_000, open: null }

describe('the rows to draw', () => {
  it('are few however long the list is', () => {
    const rows = visibleRows({ ...base, scrollTop: 2_500_000 })
    expect(rows.end - rows.first).toBeLessThan(30)
    expect(rows.first).toBeLessThanOrEqual(50_000)
    expect(rows.end).toBeGreaterThan(50_010)
    expect(rows.total).toBe(5_000_000)
  })

  it('stop at the ends', () => {
    expect(visibleRows({ ...base, count: 3 })).toEqual({ first: 0, end: 3, top: 0, total: 150 })
    expect(visibleRows({ ...base, count: 0 })).toEqual({ first: 0, end: 0, top: 0, total: 0 })
  })

  it('begin lower where an open row above them is higher', () => {
    const rows = visibleRows({ ...base, scrollTop: 5_300, open: { index: 2, extra: 300 } })
    expect(rows.first).toBe(94)
    expect(rows.top).toBe(94 * 50 + 300)
    expect(rows.total).toBe(5_000_300)
  })

  it('keep an open row that fills the whole view', () => {
    const rows = visibleRows({ ...base, scrollTop: 1_000, open: { index: 10, extra: 2_000 } })
    expect(rows.first).toBeLessThanOrEqual(10)
    expect(rows.end).toBeGreaterThan(10)
  })
})

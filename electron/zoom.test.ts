import { describe, expect, it } from 'vitest'
import { zoomAfter } from './zoom.ts'

describe('zooming', () => {
  it('goes step by step, also from between two steps', () => {
    expect([zoomAfter(1, 1), zoomAfter(1, -1), zoomAfter(1.2, 1), zoomAfter(1.2, -1)]).toEqual([
      1.1, 0.9, 1.25, 1.1
    ])
  })

  it('ends at the ends, and goes back to 100 %', () => {
    expect([zoomAfter(3, 1), zoomAfter(0.5, -1), zoomAfter(2.5, 0)]).toEqual([3, 0.5, 1])
  })
})

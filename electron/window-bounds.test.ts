import { describe, expect, it } from 'vitest'
import { placeWindow, smallest } from './window-bounds.ts'

const screen = { x: 0, y: 0, width: 1920, height: 1080 }
const left = { x: 100, y: 50, width: 1000, height: 700, maximized: false }

describe('placing the window', () => {
  it('puts it where it was left', () => {
    expect(placeWindow(left, [screen])).toEqual({ x: 100, y: 50, width: 1000, height: 700 })
  })

  it('brings it back from a screen that is gone, keeping its size', () => {
    const gone = { ...left, x: 2500 }
    expect(placeWindow(gone, [screen])).toEqual({ width: 1000, height: 700 })
    const second = { x: 1920, y: 0, width: 1920, height: 1080 }
    expect(placeWindow(gone, [screen, second])).toMatchObject({ x: 2500 })
  })

  it('does not leave its title bar above or below the screen', () => {
    for (const y of [-40, 1075])
      expect(placeWindow({ ...left, y }, [screen])).not.toHaveProperty('y')
  })

  it('is never larger than the screen, nor smaller than its contents', () => {
    expect(placeWindow({ ...left, width: 9_000, height: 9_000 }, [screen])).toMatchObject({
      width: 1920,
      height: 1080
    })
    expect(placeWindow({ ...left, width: 1, height: 1 }, [screen])).toMatchObject(smallest)
  })

  it('fits a first start to a small screen', () => {
    expect(placeWindow(null, [{ x: 0, y: 0, width: 1024, height: 600 }])).toEqual({
      width: 1024,
      height: 600
    })
    expect(placeWindow(null, [])).toEqual({ width: 1280, height: 800 })
  })
})

import { describe, expect, it } from 'vitest'
import { stretchesOf } from './stretches.ts'

describe('the stretches of a soak', () => {
  it('are a day of eight hours unless another number is given', () => {
    expect(stretchesOf([])).toEqual({ ok: true, value: 96 })
    expect(stretchesOf(['--stretches=24'])).toEqual({ ok: true, value: 24 })
  })

  it('are refused where they are too few to tell growth from noise', () => {
    expect(stretchesOf(['--stretches=8'])).toMatchObject({
      ok: false,
      failure: expect.stringMatching(/^8 stretches tell nothing.* 24 or more/u) as string
    })
    expect(stretchesOf(['--stretches=23']).ok).toBe(false)
  })

  it.each(['many', '24.5', '1001', ''])('are refused as %j', (given) => {
    expect(stretchesOf([`--stretches=${given}`]).ok).toBe(false)
  })
})

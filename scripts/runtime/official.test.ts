import { describe, expect, it } from 'vitest'
import { stillGivenUp } from './official.mjs'

describe('a download that was given up', () => {
  const hour = 60 * 60 * 1000
  const note = { mirror: 'official', at: 10 * hour, why: 'silence' }

  it('is not tried again for a while, from the same place', () => {
    expect(stillGivenUp(note, { mirror: 'official', now: 11 * hour })).toBe(true)
    expect(stillGivenUp(note, { mirror: 'https://mirror.example', now: 11 * hour })).toBe(false)
    expect(stillGivenUp(note, { mirror: 'official', now: 17 * hour })).toBe(false)
  })

  it('is tried again where the clock was set back', () => {
    expect(stillGivenUp(note, { mirror: 'official', now: 9 * hour })).toBe(false)
  })
})

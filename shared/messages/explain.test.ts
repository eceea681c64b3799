import { describe, expect, it } from 'vitest'
import type { Failure } from '../failure.ts'
import { en } from './en.ts'
import { explain, explainFault } from './explain.ts'

const refused = (status: number, words = ''): Failure => ({
  kind: 'refused',
  status,
  words,
  retryAfterMs: null
})

describe('explaining a failure', () => {
  it('says what happened, what it means and what to do, for every status alike', () => {
    for (const status of [301, 400, 401, 403, 404, 405, 409, 415, 422, 429, 500, 503]) {
      const words = explain(refused(status), en.failures)
      expect(Object.values(words).every((text) => text.length > 0)).toBe(true)
    }
  })

  it('tells a refused token from a missing right and from a broken service', () => {
    const whats = [401, 403, 404, 429, 503].map(
      (status) => explain(refused(status), en.failures).what
    )
    expect(new Set(whats).size).toBe(5)
  })

  it('quotes the service, whatever its form', () => {
    expect(explain(refused(400, ' name: too long \n'), en.failures).detail).toContain(
      '\u2068name: too long\u2069'
    )
  })

  it('names the status where the service said nothing', () => {
    expect(explain(refused(400), en.failures).detail).toBe('HTTP 400')
  })

  it('shows no detail where there is none', () => {
    expect(explain({ kind: 'signed-out' }, en.failures).detail).toBe('')
  })
})

describe('explaining a fault', () => {
  it('counts lines from 1', () => {
    expect(explainFault({ kind: 'name-missing', index: 0 }, en.failures)).toBe(
      'Line 1: the name is blank.'
    )
  })

  it('says how long is too long', () => {
    const text = explainFault({ kind: 'name-too-long', index: 2, length: 101 }, en.failures)
    expect(text).toBe('Line 3: 101 characters; at most 100 are allowed.')
  })
})

import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { defaultSettings, readSettings, settingsChange } from './settings-shape.ts'

describe('stored settings', () => {
  it('are the defaults where nothing is stored', () => {
    expect(readSettings({})).toEqual(defaultSettings)
  })

  it('may hold one value alone', () => {
    expect(readSettings({ outbox: { settleMs: 250 } })).toEqual({
      ...defaultSettings,
      outbox: { settleMs: 250, paused: false }
    })
  })

  it('take their defaults one by one where they are wrong', () => {
    const stored = {
      zoom: 99,
      theme: 'dark',
      cache: { operatorsTtlMs: 'soon', organizationsTtlMs: 5 },
      outbox: 7
    }
    expect(readSettings(stored)).toEqual({
      ...defaultSettings,
      theme: 'dark',
      cache: { operatorsTtlMs: 60_000, organizationsTtlMs: 5 }
    })
  })

  it('have no floor for the settle time', () => {
    expect(readSettings({ outbox: { settleMs: 0 } }).outbox.settleMs).toBe(0)
  })
})

describe('a change of settings', () => {
  const isValid = (change: unknown): boolean => v.safeParse(settingsChange, change).success

  it('may be partial, but within bounds and of known settings', () => {
    expect(isValid({ theme: 'light' })).toBe(true)
    expect(isValid({})).toBe(true)
    for (const wrong of [
      { theme: 'pink' },
      { zoom: 0 },
      { requestsPerSecond: 0 },
      { requestsPerSecond: 2.5 },
      { unknown: 1 },
      { theme: undefined }
    ]) {
      expect(isValid(wrong)).toBe(false)
    }
  })

  it('cannot move the account that opens next: that is main’s own', () => {
    expect(isValid({ openAccount: 'a' })).toBe(false)
  })
})

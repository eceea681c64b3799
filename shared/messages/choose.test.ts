import { describe, expect, it } from 'vitest'
import { localeOf, spoken } from './choose.ts'

describe('choosing a language', () => {
  it('takes what the person chose, whatever the system speaks', () => {
    expect(localeOf('uk', 'he-IL')).toBe('uk')
    expect(localeOf('en', 'he-IL')).toBe('en')
  })

  it('follows the system, by its region or without', () => {
    expect(localeOf('system', 'he')).toBe('he')
    expect(localeOf('system', 'uk-UA')).toBe('uk')
    expect(localeOf('system', 'en-GB')).toBe('en')
  })

  it('knows the older code of Hebrew, and how Unix writes a locale', () => {
    expect(spoken('iw-IL')).toBe('he')
    expect(spoken('uk_UA.UTF-8')).toBe('uk')
  })

  it('speaks English where it does not speak the language of the system', () => {
    expect(spoken('ukr')).toBeNull()
    expect(localeOf('system', 'fr-FR')).toBe('en')
    expect(localeOf('system', '')).toBe('en')
  })
})

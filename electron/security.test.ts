import { describe, expect, it } from 'vitest'
import { appOrigin } from './app-origin.ts'
import { isOwnRequest, isPermitted } from './security.ts'

describe('permissions', () => {
  it('are denied, but for storage that lasts', () => {
    expect(isPermitted('persistent-storage', 'app://switchboard/index.html', appOrigin)).toBe(true)
    expect(isPermitted('persistent-storage', 'https://evil.example/', appOrigin)).toBe(false)
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'midi',
      'hid',
      'openExternal',
      'fileSystem'
    ]) {
      expect(isPermitted(permission, 'app://switchboard/index.html', appOrigin)).toBe(false)
    }
  })
})

describe('requests of the window', () => {
  it('go to the app’s own files alone', () => {
    expect(isOwnRequest('app://switchboard/a.js', appOrigin)).toBe(true)
    expect(isOwnRequest('data:image/png;base64,AA==', appOrigin)).toBe(true)
    for (const url of [
      'https://chat.example/',
      'app://other/',
      'file:///etc/passwd',
      'ws://switchboard/',
      'blob:app://switchboard/1'
    ]) {
      expect([url, isOwnRequest(url, appOrigin)]).toEqual([url, false])
    }
  })

  it('go to a development server too, and to its socket', () => {
    const origin = { protocol: 'http:', host: 'localhost:5173' }
    expect(isOwnRequest('ws://localhost:5173/', origin)).toBe(true)
    expect(isOwnRequest('ws://localhost:5174/', origin)).toBe(false)
  })
})

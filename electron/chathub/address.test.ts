import { describe, expect, it } from 'vitest'
import { addressOf, callUrl } from './address.ts'
import { routeOf } from './proxy.ts'

describe('an address', () => {
  it.each([
    ['', 'missing'],
    ['chatapi', 'malformed'],
    ['ftp://chatapi.smsbat.com', 'malformed'],
    ['https://user:word@chatapi.smsbat.com', 'malformed'],
    ['http://chatapi.smsbat.com', 'insecure'],
    ['http://127.evil.example', 'insecure'],
    ['http://localhost.evil.example', 'insecure']
  ])('%s is not spoken to', (server, fault) => {
    expect(addressOf(server)).toEqual({ ok: false, failure: { kind: 'address', fault } })
  })

  it.each([
    'https://chatapi.smsbat.com',
    'http://localhost:4010',
    'http://127.0.0.1:4010',
    'http://[::1]:4010'
  ])('%s is', (server) => {
    expect(addressOf(server).ok).toBe(true)
  })

  it('keeps the path of its base', () => {
    const call = '/api/operator?organizationId=24'
    expect(callUrl(new URL('https://host/chat/'), call).href).toBe(`https://host/chat${call}`)
    expect(callUrl(new URL('https://host'), call).href).toBe(`https://host${call}`)
  })
})

describe('a proxy list', () => {
  it.each([
    ['', { kind: 'direct' }],
    ['DIRECT', { kind: 'direct' }],
    [
      'PROXY proxy.firm:3128; DIRECT',
      { kind: 'proxy', host: 'proxy.firm', port: 3128, secure: false }
    ],
    ['SOCKS5 s:1; HTTPS [::1]:443', { kind: 'proxy', host: '[::1]', port: 443, secure: true }],
    ['SOCKS s:1; DIRECT', { kind: 'direct' }],
    ['SOCKS s:1', null]
  ])('%s', (list, route) => {
    expect(routeOf(list)).toEqual(route)
  })
})

import { describe, expect, it } from 'vitest'
import { proxyCredentials } from './proxy-credentials.ts'

describe('credentials of a proxy', () => {
  it('are those that the environment names for this very proxy', () => {
    const environment = { HTTPS_PROXY: 'http://me:p%40ss@proxy.example:8080' }
    expect(proxyCredentials(environment, 'proxy.example', 8080)).toBe('me:p@ss')
    expect(proxyCredentials(environment, 'proxy.example', 3128)).toBeNull()
    expect(proxyCredentials(environment, 'other.example', 8080)).toBeNull()
  })

  it('are none where the environment names none, or nonsense', () => {
    expect(proxyCredentials({}, 'proxy.example', 80)).toBeNull()
    expect(
      proxyCredentials(
        { http_proxy: 'nonsense', all_proxy: 'http://proxy.example' },
        'proxy.example',
        80
      )
    ).toBeNull()
  })
})

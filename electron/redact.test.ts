import { describe, expect, it } from 'vitest'
import { redact } from './redact.ts'

describe('redaction', () => {
  it('removes a known secret in every form it may take', () => {
    const secret = 'k"9+/canary token'
    const text = [
      secret,
      encodeURIComponent(secret),
      JSON.stringify({ a: secret }),
      Buffer.from(secret).toString('base64')
    ].join('\n')
    const clean = redact(text, [secret])
    expect(clean).not.toContain('canary')
    expect(clean).not.toContain(Buffer.from(secret).toString('base64').slice(0, 20))
  })

  it('removes what looks like a secret though nobody named it', () => {
    for (const text of [
      'Authorization: Bearer s3cr3tvalue',
      "authorization: 'Bearer s3cr3tvalue'",
      'X-Authorization-Key: s3cr3tvalue',
      '{"token":"s3cr3tvalue"}',
      "{ password: 's3cr3tvalue' }",
      'https://host/path?api_key=s3cr3tvalue&a=1',
      'http://user:s3cr3tvalue@proxy:8080',
      'eyJhbGciOiJIUzI1NiJ9.s3cr3tvalue.sig'
    ]) {
      expect(redact(text, [])).not.toContain('s3cr3tvalue')
    }
  })

  it('leaves ordinary words alone', () => {
    const text = 'Listing organization 24 took 120 ms; the token was refused (401).'
    expect(redact(text, [])).toBe(text)
  })

  it('does not take a very short secret for one: it would eat ordinary words', () => {
    expect(redact('a list of a few', ['a'])).toBe('a list of a few')
  })
})

import { describe, expect, it } from 'vitest'
import type { SignInForm } from '../shared/account.ts'
import { cleanForm, cleanServer, cleanToken } from './sign-in-form.ts'

const form: SignInForm = {
  accountId: null,
  server: 'https://chat.example',
  token: 'abc',
  credential: 'company-token',
  login: '',
  password: '',
  organizationIds: '',
  needed: [],
  evenIfUnseen: false
}

describe('a server address', () => {
  it.each([
    ['chat.example', 'https://chat.example'],
    ['  "https://chat.example/"  ', 'https://chat.example'],
    ['https://chat.example/base//', 'https://chat.example/base'],
    ['HTTPS://Chat.Example:8443/x?y=1#z', 'https://chat.example:8443/x'],
    ['\u200bhttps://chat.example\u00a0\r\n', 'https://chat.example'],
    ['<https://chat.example>', 'https://chat.example'],
    ['localhost:4010', 'https://localhost:4010'],
    ['http://127.0.0.1:4010/', 'http://127.0.0.1:4010'],
    ['http://[::1]:4010', 'http://[::1]:4010'],
    ['http://localhost', 'http://localhost']
  ])('%j is read as %s', (typed, read) => {
    expect(cleanServer(typed)).toEqual({ ok: true, value: read })
  })

  it.each([
    ['', 'missing'],
    ['   ', 'missing'],
    ['https://', 'malformed'],
    ['https://user:secret@chat.example', 'malformed'],
    ['ftp://chat.example', 'malformed'],
    ['file:///etc/passwd', 'malformed'],
    ['javascript:alert(1)', 'malformed'],
    ['a b', 'malformed'],
    ['http://chat.example', 'insecure'],
    ['http://127.0.0.1.evil.example', 'insecure'],
    ['http://localhost.evil.example', 'insecure']
  ])('%j is refused as %s', (typed, fault) => {
    expect(cleanServer(typed)).toEqual({ ok: false, failure: { kind: 'address', fault } })
  })
})

describe('a token', () => {
  it.each([
    ['abc', 'abc'],
    [' abc\r\n', 'abc'],
    ['"abc"', 'abc'],
    ['Bearer abc', 'abc'],
    ['bearer  "abc"', 'abc'],
    ['Authorization: Bearer abc', 'abc'],
    ['“abc”', 'abc'],
    ['ab\nc', 'abc'],
    ['\ufeffabc\u200b', 'abc'],
    ['bearer', ''],
    ['bearerabc', 'bearerabc'],
    ['', '']
  ])('%j is read as %j', (typed, read) => {
    expect(cleanToken(typed)).toBe(read)
  })
})

describe('a sign-in form', () => {
  it('presents the token as it was told to, guessing nothing', () => {
    expect(cleanForm({ ...form, credential: 'dashboard-key' })).toMatchObject({
      value: { secret: { kind: 'token', token: 'abc', credential: 'dashboard-key' } }
    })
  })

  it('takes login and password where there is no token; the password as it is', () => {
    expect(cleanForm({ ...form, token: ' ', login: ' me ', password: ' p ' })).toMatchObject({
      value: { secret: { kind: 'password', login: 'me', password: ' p ' } }
    })
  })

  it('says what is missing, the address first', () => {
    expect(cleanForm({ ...form, server: '', token: '' })).toMatchObject({
      failure: { kind: 'address', fault: 'missing' }
    })
    expect(cleanForm({ ...form, token: '', login: 'me' })).toMatchObject({
      failure: { kind: 'credentials-missing' }
    })
    expect(cleanForm({ ...form, token: 'Bearer ' })).toMatchObject({
      failure: { kind: 'credentials-missing' }
    })
  })

  it('reads typed organization ids however they are separated, each once', () => {
    expect(cleanForm({ ...form, organizationIds: ' 24, 25;26\n24 ' })).toMatchObject({
      value: { organizations: [24, 25, 26] }
    })
    expect(cleanForm(form)).toMatchObject({ value: { organizations: null } })
    for (const wrong of ['0', '-1', '2.5', 'x', '24a']) {
      expect(cleanForm({ ...form, organizationIds: `24 ${wrong}` })).toMatchObject({
        failure: { kind: 'organization-ids', text: wrong }
      })
    }
  })
})

import { describe, expect, it } from 'vitest'
import { documentedServer, missingIn, type SignInFields } from './sign-in-fields.ts'

const empty: SignInFields = {
  server: documentedServer,
  token: '',
  credential: 'company-token',
  login: '',
  password: '',
  organizationIds: ''
}

describe('what is missing at the sign-in', () => {
  it('is a way in, where nothing is filled in', () => {
    expect(missingIn(empty, false)).toEqual({ token: 'credentials' })
  })

  it('is the address too, where it was cleared', () => {
    expect(missingIn({ ...empty, server: ' ' }, false)).toEqual({
      server: 'server',
      token: 'credentials'
    })
  })

  it('is nothing with a token, or with login and password', () => {
    expect(missingIn({ ...empty, token: 't' }, false)).toEqual({})
    expect(missingIn({ ...empty, login: 'me', password: ' ' }, false)).toEqual({})
  })

  it('is the other half of login and password', () => {
    expect(missingIn({ ...empty, login: 'me' }, false)).toEqual({ password: 'password' })
    expect(missingIn({ ...empty, password: 'p' }, false)).toEqual({ login: 'login' })
  })

  it('is a choice, where both ways are filled in', () => {
    expect(missingIn({ ...empty, token: 't', login: 'me', password: 'p' }, false)).toEqual({
      token: 'both'
    })
    expect(missingIn({ ...empty, token: 't', login: 'me' }, false)).toEqual({})
  })

  it('is the ids, where they are asked for', () => {
    expect(missingIn({ ...empty, token: 't' }, true)).toEqual({
      organizationIds: 'organizationIds'
    })
    expect(missingIn({ ...empty, token: 't', organizationIds: '24' }, true)).toEqual({})
  })
})

import { describe, expect, it } from 'vitest'
import { ok } from '../shared/result.ts'
import { createOpenings } from './opening.ts'
import { noPolicy } from './policy.ts'
import { createPreferences } from './preferences.ts'

const account = {
  id: 'a',
  kind: 'service',
  server: 'https://chat.example',
  credential: 'company-token',
  login: null,
  typedOrganizations: null,
  tokenIn: 'keychain',
  mark: null,
  usedAt: 1
}

function openings(
  options: { server?: string; trySandbox?: boolean },
  openAccount: string | null = null
) {
  const preferences = createPreferences(
    { all: () => ({ accounts: [account], openAccount }), write: () => ok(null) },
    noPolicy
  )
  const full = { userDataDir: null, server: null, trySandbox: false, ...options }
  return createOpenings({ preferences, options: full, policyServer: 'https://policy.example' })
}

describe('what the window shows first', () => {
  it('is what the command line asks for, the address cleaned', () => {
    expect(openings({ server: 'chat.example/' }).first()).toEqual({
      open: 'a',
      prefilledServer: 'https://chat.example'
    })
    expect(openings({ trySandbox: true }, 'a').first().open).toBe('sandbox')
  })

  it('is what is open once an account was opened or left: a reloaded window goes back to it', () => {
    const asked = openings({ trySandbox: true }, 'a')
    asked.begin()
    expect(asked.first().open).toBe('a')
    const left = openings({ server: 'chat.example' })
    left.begin()
    expect(left.first()).toEqual({ open: null, prefilledServer: 'https://chat.example' })
  })

  it('prefills the administrator’s server where the command line names none that can be read', () => {
    expect(openings({}).first().prefilledServer).toBe('https://policy.example')
    expect(openings({ server: 'http://chat.example' }).first().prefilledServer).toBe(
      'https://policy.example'
    )
  })
})

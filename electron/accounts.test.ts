import { describe, expect, it } from 'vitest'
import {
  accountOf,
  markOf,
  openingOf,
  unseen,
  withAccount,
  type StoredAccount
} from './accounts.ts'

const account = (over: Partial<StoredAccount>): StoredAccount => ({
  id: 'a',
  kind: 'service',
  server: 'https://chat.example',
  credential: 'company-token',
  login: null,
  typedOrganizations: null,
  tokenIn: 'keychain',
  mark: 'mark-a',
  usedAt: 1,
  ...over
})

const proven = {
  server: 'https://chat.example',
  credential: 'company-token' as const,
  login: null,
  typedOrganizations: null,
  mark: 'mark-a'
}

describe('the account that a sign-in belongs to', () => {
  it('is the one that was asked to be renewed, whatever the token', () => {
    const accounts = [account({}), account({ id: 'b', mark: 'mark-b' })]
    expect(accountOf(accounts, 'b', proven)?.id).toBe('b')
  })

  it('is the one with the very same token, signed in or not', () => {
    expect(accountOf([account({ tokenIn: 'nowhere' })], null, proven)?.id).toBe('a')
  })

  it('is a new one with another token, even on the same server', () => {
    expect(accountOf([account({})], null, { ...proven, mark: 'mark-b' })).toBeNull()
    expect(
      accountOf([account({})], null, { ...proven, server: 'https://other.example' })
    ).toBeNull()
  })

  it('is known by its login where there is one: every exchange gives another token', () => {
    const accounts = [account({ login: 'me', mark: null })]
    expect(accountOf(accounts, null, { ...proven, login: 'me', mark: null })?.id).toBe('a')
    expect(accountOf(accounts, null, { ...proven, login: 'you', mark: null })).toBeNull()
    expect(accountOf(accounts, null, { ...proven, login: null, mark: null })).toBeNull()
  })

  it('is never the sandbox', () => {
    expect(accountOf([account({ id: 'sandbox', kind: 'sandbox' })], 'sandbox', proven)).toBeNull()
  })
})

describe('the mark of a token', () => {
  it('tells equal tokens from others, and says nothing without the key', () => {
    expect(markOf('token', 'key')).toBe(markOf('token', 'key'))
    expect(markOf('token', 'key')).not.toBe(markOf('other', 'key'))
    expect(markOf('token', 'key')).not.toBe(markOf('token', 'other key'))
    expect(markOf('token', 'key')).not.toContain('token')
  })
})

describe('organizations that a token does not see', () => {
  it('are those with unsent edits that it does not list, each once, in order', () => {
    expect(unseen([26, 24, 26, 25], [24])).toEqual([25, 26])
    expect(unseen([24], [24, 25])).toEqual([])
  })
})

describe('the list of accounts', () => {
  it('keeps its order when one is replaced', () => {
    const accounts = [account({}), account({ id: 'b' })]
    expect(
      withAccount(accounts, account({ usedAt: 9 })).map(({ id, usedAt }) => [id, usedAt])
    ).toEqual([
      ['a', 9],
      ['b', 1]
    ])
    expect(withAccount(accounts, account({ id: 'c' }))).toHaveLength(3)
  })
})

describe('what opens at the start', () => {
  const accounts = [
    account({ usedAt: 1 }),
    account({ id: 'b', usedAt: 5 }),
    account({ id: 'c', server: 'https://other.example', tokenIn: 'memory' }),
    account({ id: 'left', tokenIn: 'nowhere', usedAt: 9 })
  ]
  const wish = { trySandbox: false, server: null, lastOpen: null }

  it('is the account that was open, though its token was kept in memory only', () => {
    expect(openingOf(accounts, { ...wish, lastOpen: 'c' }).open).toBe('c')
  })

  it('is the sign-in screen after a sign-out, and at the first start', () => {
    expect(openingOf(accounts, { ...wish, lastOpen: 'left' }).open).toBeNull()
    expect(openingOf([], wish)).toEqual({ open: null, prefilledServer: null })
  })

  it('is the sandbox where it is asked for', () => {
    expect(openingOf([], { ...wish, trySandbox: true }).open).toBe('sandbox')
  })

  it('is the account signed in to the server that is named; of several the one that was open, else the latest', () => {
    const named = { ...wish, server: 'https://chat.example' }
    expect(openingOf(accounts, named).open).toBe('b')
    expect(openingOf(accounts, { ...named, lastOpen: 'a' }).open).toBe('a')
    expect(openingOf(accounts, { ...named, lastOpen: 'c' }).open).toBe('b')
  })

  it('is a prefilled sign-in for a server where nobody is signed in', () => {
    const named = { ...wish, server: 'https://new.example', lastOpen: 'a' }
    expect(openingOf(accounts, named)).toEqual({
      open: null,
      prefilledServer: 'https://new.example'
    })
  })
})

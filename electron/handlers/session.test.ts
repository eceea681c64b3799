import { describe, expect, it } from 'vitest'
import type { SignInForm } from '../../shared/account.ts'
import type { Failure } from '../../shared/failure.ts'
import { failed, ok, type Result } from '../../shared/result.ts'
import type { Organization } from '../../shared/operator.ts'
import { createAccesses } from '../access.ts'
import { noPolicy } from '../policy.ts'
import { createPreferences } from '../preferences.ts'
import { createTokenVault } from '../token-vault.ts'
import { forgetLeftovers, sessionHandlers, type SessionPorts } from './session.ts'

const server = 'https://chat.example'
const form: SignInForm = {
  accountId: null,
  server,
  token: 'token-a',
  credential: 'company-token',
  login: '',
  password: '',
  organizationIds: '',
  needed: [],
  evenIfUnseen: false
}
const none: Failure = { kind: 'organizations-not-offered' }
const refused: Failure = { kind: 'refused', status: 401, words: 'expired', retryAfterMs: null }

/** Main with a fake keychain and a fake service that lists `seen` per token. */
function main(
  seen: Record<string, Result<readonly Organization[], Failure>>,
  unsent: readonly number[] = []
) {
  const stored: Record<string, unknown> = {}
  const keychain = new Map<string, string>()
  const locks = { delete: false }
  const concealed: string[] = []
  const opened: (string | null)[] = []
  const recalled: string[] = []
  const preferences = createPreferences(
    {
      all: () => stored,
      write: (keys) => {
        Object.assign(stored, keys)
        return ok(null)
      }
    },
    noPolicy
  )
  const vault = createTokenVault({
    load: async () => ({
      getPassword: async (_service, id) => keychain.get(id) ?? null,
      setPassword: async (_service, id, token) => void keychain.set(id, token),
      deletePassword: async (_service, id) => {
        if (locks.delete && !id.startsWith('probe')) throw new Error('locked')
        return keychain.delete(id)
      }
    }),
    conceal: (secret) => concealed.push(secret),
    patienceMs: 50
  })
  const training = {
    open: async () => ok({ server: 'http://127.0.0.1:4010', token: 'sandbox' }),
    simulateOutage: async () => ok(null),
    reset: async () => ok(null),
    stop: async () => undefined
  }
  const ports: SessionPorts = {
    preferences,
    vault,
    accesses: createAccesses({ preferences, vault, training }),
    service: {
      signIn: async (_server, login, password) =>
        password === 'right' ? ok(`token-of-${login}`) : failed(refused),
      organizations: async ({ token }) => seen[token] ?? failed(refused),
      list: async ({ token }, id) =>
        token === 'typed' && id === 24
          ? ok({ columns: {} as never, at: 0 })
          : failed({ ...refused, status: 403 })
    },
    opening: () => ({ open: preferences.settings().openAccount, prefilledServer: null }),
    facts: {
      settingsNotice: null,
      systemLocale: 'en',
      platform: 'linux',
      versions: { app: '', electron: '', chromium: '', node: '' }
    },
    opened: (id) => void opened.push(id),
    unsentOrganizations: async () => unsent,
    recall: (id) => void recalled.push(id),
    discard: async () => ok(null),
    conceal: (secret) => concealed.push(secret)
  }
  const session = sessionHandlers(ports)
  return { session, ports, stored, keychain, locks, concealed, opened, recalled }
}

const both = ok([
  { id: 24, name: 'Customer Support' },
  { id: 25, name: 'Sales' }
])

async function signedIn(answer: ReturnType<ReturnType<typeof main>['session']['signIn']>) {
  const result = await answer
  if (!result.ok || result.value.kind !== 'signed-in') throw new Error(JSON.stringify(result))
  return result.value
}

describe('signing in', () => {
  it('makes an account, opens it, and puts the token into the keychain alone', async () => {
    const app = main({ 'token-a': both })
    const { account, place } = await signedIn(
      app.session.signIn({ ...form, token: ' Bearer token-a\n' })
    )
    expect(place).toEqual({ kind: 'keychain' })
    expect(account).toMatchObject({ server, signedIn: true, login: null })
    expect(app.keychain.get(account.id)).toBe('token-a')
    expect(app.opened).toEqual([account.id])
    expect(JSON.stringify([app.stored, account])).not.toContain('token-a')
    expect(app.concealed).toContain('token-a')
  })

  it('exchanges login and password, and stores neither the password nor what was typed', async () => {
    const app = main({ 'token-of-me': both })
    const { account } = await signedIn(
      app.session.signIn({ ...form, token: '', login: 'me', password: 'right' })
    )
    expect(account.login).toBe('me')
    expect(JSON.stringify(app.stored)).not.toContain('right')
    expect(app.concealed).toEqual(expect.arrayContaining(['right', 'token-of-me']))
  })

  it('changes nothing where the service refuses', async () => {
    const app = main({})
    expect(await app.session.signIn(form)).toEqual(failed(refused))
    expect(app.stored['accounts']).toBeUndefined()
    expect([...app.keychain]).toEqual([])
  })

  it('proves typed organizations by listing the first, where the service lists none', async () => {
    const app = main({ typed: failed(none), blind: failed(none) })
    expect(await app.session.signIn({ ...form, token: 'typed' })).toEqual(failed(none))
    const { account } = await signedIn(
      app.session.signIn({ ...form, token: 'typed', organizationIds: '24, 25' })
    )
    expect(account.typedOrganizations).toEqual([24, 25])
    expect(
      await app.session.signIn({ ...form, token: 'blind', organizationIds: '24' })
    ).toMatchObject({
      failure: { kind: 'refused', status: 403 }
    })
  })

  it('keeps its account when the same token is entered again, and makes another for another token', async () => {
    const app = main({ 'token-a': both, 'token-b': both })
    const first = await signedIn(app.session.signIn(form))
    await app.session.signOut(first.account.id, false)
    const again = await signedIn(app.session.signIn(form))
    const other = await signedIn(app.session.signIn({ ...form, token: 'token-b' }))
    expect(again.account.id).toBe(first.account.id)
    expect(other.account.id).not.toBe(first.account.id)
  })
})

describe('renewing an account', () => {
  it('replaces its token where the new one sees every organization with unsent edits', async () => {
    const app = main({ 'token-a': both, 'token-b': both }, [24])
    const { account } = await signedIn(app.session.signIn(form))
    const renewed = await signedIn(
      app.session.signIn({ ...form, accountId: account.id, token: 'token-b', needed: [25] })
    )
    expect(renewed.account.id).toBe(account.id)
    expect(app.keychain.get(account.id)).toBe('token-b')
  })

  it('asks first where it does not, and changes nothing before the answer', async () => {
    const app = main(
      { 'token-a': both, 'token-b': ok([{ id: 24, name: 'Customer Support' }]) },
      [26]
    )
    const { account } = await signedIn(app.session.signIn(form))
    const renewal = { ...form, accountId: account.id, token: 'token-b', needed: [24, 25] }
    expect(await app.session.signIn(renewal)).toEqual(
      ok({ kind: 'unseen', organizations: [25, 26] })
    )
    expect(app.keychain.get(account.id)).toBe('token-a')
    await signedIn(app.session.signIn({ ...renewal, evenIfUnseen: true }))
    expect(app.keychain.get(account.id)).toBe('token-b')
  })
})

describe('opening an account', () => {
  it('says that it needs a sign-in where its token is gone, and opens it again at the next start all the same', async () => {
    const app = main({ 'token-a': both })
    const { account } = await signedIn(app.session.signIn(form))
    const restarted = main({ 'token-a': both })
    Object.assign(restarted.stored, app.stored)
    expect(await restarted.session.open(account.id)).toEqual(failed({ kind: 'signed-out' }))
    expect(restarted.ports.preferences.settings().openAccount).toBe(account.id)
  })

  it('starts the sandbox, which is one account whatever its port', async () => {
    const app = main({})
    expect(await app.session.trySandbox()).toMatchObject({
      value: { account: { id: 'sandbox', kind: 'sandbox', server: 'http://127.0.0.1:4010' } }
    })
    expect(await app.session.open('sandbox')).toMatchObject({ ok: true })
    expect(app.ports.preferences.accounts().map(({ id }) => id)).toEqual(['sandbox'])
    expect([...app.keychain]).toEqual([])
  })
})

describe('signing out', () => {
  it('deletes the token; the account stays until it is forgotten', async () => {
    const app = main({ 'token-a': both })
    const { account } = await signedIn(app.session.signIn(form))
    await app.session.signOut(account.id, false)
    expect([...app.keychain]).toEqual([])
    expect((await app.session.start()).accounts).toMatchObject([
      { id: account.id, signedIn: false }
    ])
    expect((await app.session.start()).open).toBeNull()
    await app.session.signOut(account.id, true)
    expect((await app.session.start()).accounts).toEqual([])
  })

  it('holds back what is in line', async () => {
    const app = main({ 'token-a': both })
    const { account } = await signedIn(app.session.signIn(form))
    expect(app.recalled).toEqual([])
    await app.session.signOut(account.id, false)
    expect(app.recalled).toEqual([account.id])
  })

  it('tries again at the next start where a locked keychain kept the token', async () => {
    const app = main({ 'token-a': both })
    const { account } = await signedIn(app.session.signIn(form))
    app.locks.delete = true
    await app.session.signOut(account.id, true)
    expect(app.keychain.has(account.id)).toBe(true)
    expect(await app.session.open(account.id)).toEqual(failed({ kind: 'signed-out' }))
    app.locks.delete = false
    await forgetLeftovers(app.ports)
    expect(app.keychain.has(account.id)).toBe(false)
    expect(app.ports.preferences.unforgotten()).toEqual([])
  })
})

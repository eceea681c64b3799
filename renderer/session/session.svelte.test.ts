import { describe, expect, it } from 'vitest'
import type { Account, SignInForm } from '../../shared/account.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Start } from '../../shared/ipc.ts'
import { failed, ok } from '../../shared/result.ts'
import { fakeBridge, someAccount, someStart, type BridgeChanges } from '../fake-bridge.ts'
import { Session } from './session.svelte.ts'

function sessionWith(changes: BridgeChanges = {}, start: Partial<Start> = {}) {
  const { bridge, tell } = fakeBridge(changes)
  const opened: (string | null)[] = []
  const wiped: string[] = []
  let renewed = 0
  const session = new Session(
    {
      bridge,
      unsent: async () => ({ organizations: [24], count: 2 }),
      wipe: async (id) => void wiped.push(id),
      startAnew: async (id) => void wiped.push(`${id} anew`),
      onopen: (account) => opened.push(account?.id ?? null),
      onrenewed: () => (renewed += 1)
    },
    { ...someStart, ...start }
  )
  session.begin({ ...someStart, ...start })
  return { session, tell, opened, wiped, renewals: () => renewed }
}

const start = { accounts: [someAccount], open: someAccount.id }
const refused: Failure = { kind: 'refused', status: 401, words: '', retryAfterMs: null }

describe('at the start', () => {
  it('the form shows where nobody is signed in, its address prefilled', () => {
    const { session } = sessionWith({}, { prefilledServer: 'http://127.0.0.1:4010' })
    expect(session.form?.fields.server).toBe('http://127.0.0.1:4010')
    expect(sessionWith().session.form?.fields.server).toBe('https://chatapi.smsbat.com')
  })

  it('the account shows at once, its token found meanwhile', async () => {
    const { session, opened } = sessionWith({}, start)
    expect(opened).toEqual([someAccount.id])
    expect(session.form).toBeNull()
    await expect.poll(() => session.place).toEqual({ kind: 'keychain' })
  })

  it('an account without a token opens all the same, and says so', async () => {
    const { session } = sessionWith(
      { session: { open: async () => failed({ kind: 'signed-out' }) } },
      start
    )
    await expect.poll(() => session.needs).toBe('signed-out')
    expect(session.open?.id).toBe(someAccount.id)
  })
})

describe('signing in', () => {
  it('says what is missing, and asks nobody', async () => {
    let asked = 0
    const { session } = sessionWith({ session: { signIn: async () => (asked++, failed(refused)) } })
    await session.form?.connect()
    expect(session.form?.missing).toEqual({ token: 'credentials' })
    expect(asked).toBe(0)
  })

  it('opens the account, and keeps neither token nor password', async () => {
    const { session, opened } = sessionWith()
    const form = session.form!
    form.type({ token: 'secret' })
    await form.connect()
    expect(opened).toEqual([someAccount.id])
    expect(form.fields.token).toBe('')
    expect(session.form).toBeNull()
  })

  it('asks for ids where the service does not list organizations', async () => {
    const answer = failed({ kind: 'organizations-not-offered' } as const)
    const { session } = sessionWith({ session: { signIn: async () => answer } })
    session.form?.type({ token: 't' })
    await session.form?.connect()
    expect(session.form?.idsAsked).toBe(true)
    await session.form?.connect()
    expect(session.form?.missing).toEqual({ organizationIds: 'organizationIds' })
  })

  it('asks before a token that does not see every organization with edits', async () => {
    const forms: SignInForm[] = []
    const signIn = async (form: SignInForm) => {
      forms.push(form)
      return form.evenIfUnseen
        ? ok({ kind: 'signed-in', account: someAccount, place: { kind: 'keychain' } } as const)
        : ok({ kind: 'unseen', organizations: [24] } as const)
    }
    const { session, tell, renewals } = sessionWith({ session: { signIn } }, start)
    tell('token-refused', someAccount.id)
    session.showForm(session.open)
    session.form?.type({ token: 't' })
    await session.form?.connect()
    expect(session.form?.unseen).toEqual({ organizations: [24], count: 2 })
    expect(session.needs).toBe('refused')
    await session.form?.connect(true)
    expect(forms.map(({ accountId, needed }) => [accountId, needed])).toEqual([
      [someAccount.id, [24]],
      [someAccount.id, [24]]
    ])
    expect(session.needs).toBeNull()
    expect(renewals()).toBe(1)
  })
})

describe('a refused token', () => {
  it('is said for the open account alone, and the address is kept', () => {
    const other: Account = { ...someAccount, server: 'https://chat.example.org' }
    const { session, tell } = sessionWith({}, { accounts: [other], open: other.id })
    tell('token-refused', 'somebody else')
    expect(session.needs).toBeNull()
    tell('token-refused', other.id)
    expect(session.needs).toBe('refused')
    session.showForm(session.open)
    expect(session.form?.fields.server).toBe('https://chat.example.org')
  })
})

describe('signing out', () => {
  it('closes the account, wipes only when asked, and offers the same account again', async () => {
    const { session, opened, wiped } = sessionWith({}, start)
    await session.signOut(false)
    expect(opened.at(-1)).toBeNull()
    expect(wiped).toEqual([])
    expect(session.form?.account?.id).toBe(someAccount.id)
    expect(session.accounts[0]?.signedIn).toBe(false)
  })

  it('wipes the lists when asked', async () => {
    const { session, wiped } = sessionWith({}, start)
    await session.signOut(true)
    expect(wiped).toEqual([someAccount.id])
  })

  it('stays where the token could not be removed', async () => {
    const { session, opened } = sessionWith(
      { session: { signOut: async () => failed(refused) } },
      start
    )
    await session.signOut(true)
    expect(opened).toEqual([someAccount.id])
    expect(session.open).not.toBeNull()
  })
})

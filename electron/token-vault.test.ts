import { describe, expect, it } from 'vitest'
import { createTokenVault, type Keychain, type TokenVault } from './token-vault.ts'

const patienceMs = 20

function openKeychain(): Keychain & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    getPassword: async (_service, account) => kept.get(account) ?? null,
    setPassword: async (_service, account, password) => void kept.set(account, password),
    deletePassword: async (_service, account) => kept.delete(account)
  }
}

const never = (): Promise<never> => new Promise(() => undefined)

function vaultOver(keychain: Keychain | Error, concealed: string[] = []): TokenVault {
  const load = async (): Promise<Keychain> => {
    if (keychain instanceof Error) throw keychain
    return keychain
  }
  return createTokenVault({ load, conceal: (secret) => concealed.push(secret), patienceMs })
}

describe('the token vault with a usable keychain', () => {
  it('keeps a token there, gives it to the next start, and leaves no trace of its probe', async () => {
    const keychain = openKeychain()
    expect(await vaultOver(keychain).keep('a', 'token')).toEqual({ kind: 'keychain' })
    expect([...keychain.kept]).toEqual([['a', 'token']])
    expect(await vaultOver(keychain).read('a')).toEqual({
      token: 'token',
      place: { kind: 'keychain' }
    })
  })

  it('deletes it everywhere', async () => {
    const keychain = openKeychain()
    const vault = vaultOver(keychain)
    await vault.keep('a', 'token')
    expect(await vault.forget('a')).toBe(true)
    expect(keychain.kept.size).toBe(0)
    expect(await vault.read('a')).toBeNull()
  })

  it('tells the log of every token before it is used', async () => {
    const concealed: string[] = []
    const keychain = openKeychain()
    keychain.kept.set('b', 'other')
    const vault = vaultOver(keychain, concealed)
    await vault.keep('a', 'token')
    await vault.read('b')
    expect(concealed).toEqual(expect.arrayContaining(['token', 'other']))
  })
})

describe('the token vault without one', () => {
  it('keeps a token in memory, and says that there is no keychain', async () => {
    const vault = vaultOver(new Error('Unknown or unsupported transport'))
    const place = { kind: 'memory', why: 'unavailable', detail: 'Unknown or unsupported transport' }
    expect(await vault.keep('a', 'token')).toEqual(place)
    expect(await vault.read('a')).toEqual({ token: 'token', place })
    expect(await vault.forget('a')).toBe(true)
    expect(await vault.read('a')).toBeNull()
  })

  it('calls a keychain that does not even read unavailable', async () => {
    const keychain = {
      ...openKeychain(),
      getPassword: () => Promise.reject(new Error('no service'))
    }
    expect(await vaultOver(keychain).keep('a', 'token')).toMatchObject({ why: 'unavailable' })
  })
})

describe('the token vault with a locked keychain', () => {
  it('knows it by its refusing to write', async () => {
    const keychain = { ...openKeychain(), setPassword: () => Promise.reject(new Error('locked')) }
    const vault = vaultOver(keychain)
    expect(await vault.keep('a', 'token')).toEqual({
      kind: 'memory',
      why: 'locked',
      detail: 'locked'
    })
    expect(await vault.forget('a')).toBe(false)
  })

  it('knows it by its never answering', async () => {
    const silent = { ...openKeychain(), getPassword: never }
    expect(await vaultOver(silent).keep('a', 'token')).toMatchObject({
      kind: 'memory',
      why: 'locked'
    })
    expect(
      await vaultOver({ ...openKeychain(), setPassword: never }).keep('a', 'token')
    ).toMatchObject({ why: 'locked' })
  })

  it('does not trust one that forgets what it was given', async () => {
    const forgetful = { ...openKeychain(), getPassword: async () => null }
    expect(await vaultOver(forgetful).keep('a', 'token')).toMatchObject({ why: 'locked' })
  })

  it('asks it again at the next sign-in, but not at every call', async () => {
    const keychain = openKeychain()
    let locked = true
    let asked = 0
    const vault = vaultOver({
      ...keychain,
      async setPassword(...args) {
        asked += 1
        if (locked) throw new Error('locked')
        await keychain.setPassword(...args)
      }
    })
    await vault.read('a')
    await vault.read('a')
    expect(asked).toBe(1)
    locked = false
    expect(await vault.keep('a', 'token')).toEqual({ kind: 'keychain' })
  })
})

import { describe, expect, it } from 'vitest'
import { failed, ok } from '../shared/result.ts'
import { noPolicy } from './policy.ts'
import { createPreferences, type ConfigFile } from './preferences.ts'
import { defaultSettings } from './settings-shape.ts'

function file(
  stored: Record<string, unknown> = {}
): ConfigFile & { readonly stored: Record<string, unknown> } {
  return {
    stored,
    all: () => stored,
    write: (keys) => {
      Object.assign(stored, keys)
      return ok(null)
    }
  }
}

describe('preferences', () => {
  it('write what changes and leave unknown keys alone', () => {
    const config = file({ fromTheFuture: 1 })
    const preferences = createPreferences(config, noPolicy)
    expect(preferences.change({ theme: 'dark' })).toEqual(ok({ ...defaultSettings, theme: 'dark' }))
    expect(config.stored).toEqual({ fromTheFuture: 1, theme: 'dark' })
  })

  it('put an administrator’s settings above the person’s, and cannot change them', () => {
    const config = file({ zoom: 2 })
    const preferences = createPreferences(config, { server: null, settings: { zoom: 1.5 } })
    expect(preferences.settings().zoom).toBe(1.5)
    expect(preferences.managed).toEqual(['zoom'])
    expect(preferences.change({ zoom: 3, theme: 'dark' })).toMatchObject({
      value: { zoom: 1.5, theme: 'dark' }
    })
    expect(config.stored['zoom']).toBe(2)
  })

  it('say when nothing could be stored', () => {
    const full = failed({
      kind: 'not-stored',
      cause: 'disk-full',
      place: 'settings',
      code: 'ENOSPC'
    } as const)
    const preferences = createPreferences({ all: () => ({}), write: () => full }, noPolicy)
    expect(preferences.change({ theme: 'dark' })).toEqual(full)
  })

  it('keep the accounts that can be read when one cannot', () => {
    const good = {
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
    const preferences = createPreferences(
      file({ accounts: [{ id: 7 }, good, { ...good, id: '../up' }] }),
      noPolicy
    )
    expect(preferences.accounts().map(({ id }) => id)).toEqual(['a'])
    expect(createPreferences(file({ accounts: 'none' }), noPolicy).accounts()).toEqual([])
  })

  it('have one random key of their own', () => {
    const config = file()
    const key = createPreferences(config, noPolicy).markKey()
    expect(key.length).toBeGreaterThan(40)
    expect(createPreferences(config, noPolicy).markKey()).toBe(key)
    expect(createPreferences(file(), noPolicy).markKey()).not.toBe(key)
  })
})

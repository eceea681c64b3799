import type { Account } from '../shared/account.ts'
import type { Bridge, Events, Start } from '../shared/ipc.ts'
import { pack } from '../shared/operator-columns.ts'
import { ok } from '../shared/result.ts'
import type { Settings } from '../shared/settings.ts'

/** A signed-in account of the documented service, for tests. */
export const someAccount: Account = {
  id: 'account-1',
  kind: 'service',
  server: 'https://chatapi.smsbat.com',
  credential: 'company-token',
  login: null,
  typedOrganizations: null,
  signedIn: true
}

/** The settings of a new installation, for tests. */
const someSettings: Settings = {
  locale: 'en',
  theme: 'system',
  density: 'compact',
  zoom: 1,
  requestsPerSecond: 5,
  requestTimeoutMs: 30_000,
  cache: { operatorsTtlMs: 60_000, organizationsTtlMs: 300_000 },
  outbox: { settleMs: 60_000, paused: false },
  openAccount: null,
  openOrganization: {},
  grids: {}
}

/** A first start: nobody is signed in. */
export const someStart: Start = {
  accounts: [],
  open: null,
  prefilledServer: null,
  settings: someSettings,
  managed: [],
  settingsNotice: null,
  systemLocale: 'en-GB',
  platform: 'linux',
  versions: { app: '1.0.0', electron: '45.0.0', chromium: '140.0.0.0', node: '20.19.0' }
}

/** What a test replaces: some calls of some topics. */
export type BridgeChanges = {
  readonly [Topic in keyof Omit<Bridge, 'on'>]?: Partial<Bridge[Topic]>
}

/** A bridge for tests: every call succeeds and does nothing, until a test replaces it; `tell` raises an event. */
export interface FakeBridge {
  readonly bridge: Bridge
  readonly tell: <Name extends keyof Events>(name: Name, event: Events[Name]) => void
}

/** Makes a bridge for a test. */
export function fakeBridge(changes: BridgeChanges = {}): FakeBridge {
  const listeners = new Map<keyof Events, Set<(event: never) => void>>()
  const on: Bridge['on'] = (name, listener) => {
    const set = listeners.get(name) ?? new Set()
    listeners.set(name, set.add(listener))
    return () => set.delete(listener)
  }
  const calls = quietCalls()
  const bridge: Bridge = {
    session: { ...calls.session, ...changes.session },
    operators: { ...calls.operators, ...changes.operators },
    courier: { ...calls.courier, ...changes.courier },
    settings: { ...calls.settings, ...changes.settings },
    sandbox: { ...calls.sandbox, ...changes.sandbox },
    frame: { ...calls.frame, ...changes.frame },
    on
  }
  return {
    bridge,
    tell: (name, event) => {
      for (const listener of listeners.get(name) ?? []) listener(event as never)
    }
  }
}

function answer<T>(value: T): () => Promise<T> {
  return () => Promise.resolve(value)
}

function quietCalls(): Omit<Bridge, 'on'> {
  const done = answer(ok(null))
  const nothing = answer(null)
  const signedIn = answer(
    ok({ kind: 'signed-in', account: someAccount, place: { kind: 'keychain' } } as const)
  )
  return {
    session: {
      start: answer(someStart),
      signIn: signedIn,
      trySandbox: signedIn,
      open: answer(ok({ kind: 'keychain' })),
      signOut: done
    },
    operators: {
      organizations: answer(ok([{ id: 24, name: 'Customer Support' }])),
      list: answer(ok({ columns: pack([{ id: 101, name: 'John Smith', status: 0 }]), at: 0 })),
      chats: answer(ok({ total: 0 })),
      copyToken: done
    },
    courier: {
      recover: answer(
        ok({
          storeId: null,
          damaged: false,
          open: { kind: 'ids', ids: '' },
          ended: [],
          attempts: []
        })
      ),
      record: done,
      send: nothing,
      recall: nothing,
      restart: done
    },
    settings: { change: (change) => Promise.resolve(ok({ ...someSettings, ...change })) },
    sandbox: { simulateOutage: done, reset: done },
    frame: quietFrame(nothing)
  }
}

function quietFrame(nothing: () => Promise<null>): Bridge['frame'] {
  return {
    ready: nothing,
    probe: nothing,
    notify: nothing,
    badge: nothing,
    saveFile: (name) => Promise.resolve(ok(name)),
    copy: nothing,
    logError: nothing,
    enable: nothing,
    carryOut: nothing,
    setDatabasesAside: () => Promise.resolve(ok(null))
  }
}

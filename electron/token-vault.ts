import { randomUUID } from 'node:crypto'
import type { AccountId, TokenPlace } from '../shared/account.ts'

/** The operating system's keychain, as this file uses it. */
export interface Keychain {
  getPassword(service: string, account: string): Promise<string | null>
  setPassword(service: string, account: string, password: string): Promise<void>
  deletePassword(service: string, account: string): Promise<boolean>
}

/** What the vault needs from outside. */
export interface VaultPorts {
  /** Loads the keychain; rejects where the system has none. */
  readonly load: () => Promise<Keychain>
  /** Called with every token before it is used, so that the log never shows it. */
  readonly conceal: (secret: string) => void
  /** How long the keychain may take to answer, ms. */
  readonly patienceMs: number
}

/** Where tokens rest: in the keychain, or in memory until the app quits. Never in a file. */
export interface TokenVault {
  /** The token of an account, and where it rests; `null` where none is at hand. */
  read(id: AccountId): Promise<{ readonly token: string; readonly place: TokenPlace } | null>
  /** Keeps a token; where it could be put. */
  keep(id: AccountId, token: string): Promise<TokenPlace>
  /** Deletes a token everywhere; `false` where the keychain did not let go of it. */
  forget(id: AccountId): Promise<boolean>
}

const service = 'Switchboard'

/** The system's keychain by the keytar package, loaded only when it is first needed: it may lack its libraries. */
export async function loadKeychain(): Promise<Keychain> {
  const { default: keytar } = await import('keytar')
  return keytar
}

type Lock =
  { readonly kind: 'ok'; readonly keychain: Keychain } | Exclude<TokenPlace, { kind: 'keychain' }>

/** A vault over a keychain. Its state is probed when first needed, and again while it is not usable. */
export function createTokenVault({ load, conceal, patienceMs }: VaultPorts): TokenVault {
  const memory = new Map<AccountId, { readonly token: string; readonly place: TokenPlace }>()
  let usable: Lock | null = null

  const lock = async (): Promise<Lock> => {
    if (usable?.kind !== 'ok') usable = await probe(load, patienceMs)
    return usable
  }

  const hold = (
    id: AccountId,
    token: string,
    place: TokenPlace
  ): { token: string; place: TokenPlace } => {
    conceal(token)
    const held = { token, place }
    memory.set(id, held)
    return held
  }

  return {
    async read(id) {
      const held = memory.get(id)
      if (held) return held
      const state = await lock()
      if (state.kind !== 'ok') return null
      const token = await settled(() => state.keychain.getPassword(service, id), patienceMs)
      return token.kind === 'done' && token.value
        ? hold(id, token.value, { kind: 'keychain' })
        : null
    },
    async keep(id, token) {
      conceal(token)
      const state = await lock()
      if (state.kind !== 'ok') return hold(id, token, state).place
      const written = await settled(
        () => state.keychain.setPassword(service, id, token),
        patienceMs
      )
      if (written.kind === 'done') return hold(id, token, { kind: 'keychain' }).place
      usable = null
      return hold(id, token, { kind: 'memory', why: 'locked', detail: written.detail }).place
    },
    async forget(id) {
      memory.delete(id)
      const state = await lock()
      if (state.kind !== 'ok') return state.why === 'unavailable'
      const deleted = await settled(() => state.keychain.deletePassword(service, id), patienceMs)
      return deleted.kind === 'done'
    }
  }
}

/**
 * Writes, reads and deletes a value of no worth. A keychain that does not load or read is unavailable; one
 * that reads but does not write, or that waits for somebody to unlock it, is locked.
 */
async function probe(load: () => Promise<Keychain>, patienceMs: number): Promise<Lock> {
  const account = `probe-${randomUUID()}`
  const loaded = await settled(load, patienceMs)
  if (loaded.kind !== 'done') return { kind: 'memory', why: 'unavailable', detail: loaded.detail }
  const keychain = loaded.value
  const read = await settled(() => keychain.getPassword(service, account), patienceMs)
  if (read.kind === 'threw') return { kind: 'memory', why: 'unavailable', detail: read.detail }
  if (read.kind === 'silent') return { kind: 'memory', why: 'locked', detail: read.detail }
  const written = await settled(() => keychain.setPassword(service, account, account), patienceMs)
  if (written.kind !== 'done') return { kind: 'memory', why: 'locked', detail: written.detail }
  const back = await settled(() => keychain.getPassword(service, account), patienceMs)
  await settled(() => keychain.deletePassword(service, account), patienceMs)
  const kept = back.kind === 'done' && back.value === account
  return kept
    ? { kind: 'ok', keychain }
    : { kind: 'memory', why: 'locked', detail: 'A value that was written could not be read back.' }
}

type Settled<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'threw'; readonly detail: string }
  | { readonly kind: 'silent'; readonly detail: string }

/** What came of a call that may throw, or never answer. */
async function settled<T>(call: () => Promise<T>, patienceMs: number): Promise<Settled<T>> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<Settled<T>>((resolve) => {
    timer = setTimeout(
      () => resolve({ kind: 'silent', detail: `No answer within ${patienceMs} ms.` }),
      patienceMs
    )
  })
  const answer = Promise.resolve()
    .then(call)
    .then(
      (value): Settled<T> => ({ kind: 'done', value }),
      (error: unknown): Settled<T> => ({
        kind: 'threw',
        detail: error instanceof Error ? error.message : String(error)
      })
    )
  const first = await Promise.race([answer, silence])
  clearTimeout(timer)
  return first
}

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
/** How long a keychain that could not be used is left alone, ms. */
const probeAgainMs = 30_000

/** The system's keychain by the keytar package, loaded only when it is first needed: it may lack its libraries. */
export async function loadKeychain(): Promise<Keychain> {
  const { default: keytar } = await import('keytar')
  return keytar
}

type Lock =
  { readonly kind: 'ok'; readonly keychain: Keychain } | Exclude<TokenPlace, { kind: 'keychain' }>

/** A vault over a keychain. Its state is probed when first needed, and again while it is not usable. */
export function createTokenVault(ports: VaultPorts): TokenVault {
  return new Vault(ports)
}

interface Held {
  readonly token: string
  readonly place: TokenPlace
}

class Vault implements TokenVault {
  private readonly ports: VaultPorts
  private readonly memory = new Map<AccountId, Held>()
  private state: Promise<Lock> | null = null
  private probedAt = 0

  constructor(ports: VaultPorts) {
    this.ports = ports
  }

  async read(id: AccountId): Promise<Held | null> {
    const held = this.memory.get(id)
    if (held) return held
    const state = await this.lock()
    if (state.kind !== 'ok') return null
    const token = await this.ask(() => state.keychain.getPassword(service, id))
    return token.kind === 'done' && token.value ? this.hold(id, token.value, inKeychain) : null
  }

  async keep(id: AccountId, token: string): Promise<TokenPlace> {
    // Held before anything is waited for: a call made meanwhile must not go with the old one.
    this.hold(id, token, inKeychain)
    const state = await this.lock(true)
    if (state.kind !== 'ok') return this.hold(id, token, state).place
    const written = await this.ask(() => state.keychain.setPassword(service, id, token))
    if (written.kind === 'done') return inKeychain
    this.state = null
    return this.hold(id, token, { kind: 'memory', why: 'locked', detail: written.detail }).place
  }

  async forget(id: AccountId): Promise<boolean> {
    this.memory.delete(id)
    const state = await this.lock()
    if (state.kind !== 'ok') return state.why === 'unavailable'
    const deleted = await this.ask(() => state.keychain.deletePassword(service, id))
    return deleted.kind === 'done'
  }

  /** One probe at a time; one that failed is not repeated for a while, unless somebody signs in: it may open a prompt. */
  private async lock(insist = false): Promise<Lock> {
    const { load, patienceMs } = this.ports
    const known = this.state
    const failed = known !== null && (await known).kind !== 'ok'
    const old = insist || performance.now() - this.probedAt > probeAgainMs
    if (this.state === null || (failed && old && this.state === known)) {
      this.probedAt = performance.now()
      this.state = probe(load, patienceMs)
    }
    return this.state
  }

  private hold(id: AccountId, token: string, place: TokenPlace): Held {
    this.ports.conceal(token)
    const held = { token, place }
    this.memory.set(id, held)
    return held
  }

  private ask<T>(call: () => Promise<T>): Promise<Settled<T>> {
    return settled(call, this.ports.patienceMs)
  }
}

const inKeychain: TokenPlace = { kind: 'keychain' }

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

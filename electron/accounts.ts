import { createHmac } from 'node:crypto'
import {
  sandboxAccountId,
  type Account,
  type AccountId,
  type Credential
} from '../shared/account.ts'

/** An account as it is stored: no secret, nothing from which a token could be had back. */
export interface StoredAccount {
  readonly id: AccountId
  readonly kind: Account['kind']
  readonly server: string
  readonly credential: Credential
  readonly login: string | null
  readonly typedOrganizations: readonly number[] | null
  /** Where the token was put at the last sign-in. */
  readonly tokenIn: 'keychain' | 'memory' | 'nowhere'
  /** Keyed digest of the token: tells whether the same token is entered again. `null` for exchanged and embedded ones. */
  readonly mark: string | null
  /** Wall clock of the last opening, ms. */
  readonly usedAt: number
}

/** A sign-in that the service accepted. */
export interface ProvenSignIn {
  readonly server: string
  readonly credential: Credential
  readonly login: string | null
  readonly typedOrganizations: readonly number[] | null
  readonly mark: string | null
}

/** A digest of a token under a random key of this installation; it cannot be turned back. */
export function markOf(token: string, key: string): string {
  return createHmac('sha256', key).update(token).digest('base64url').slice(0, 22)
}

/**
 * The account that a sign-in belongs to: the one that was asked to be renewed, or else the one with the same
 * server and the same login or the very same token. Another token is another account, even on the same
 * server: one account's edits are never sent with another's token unasked. `null`: a new one.
 */
export function accountOf(
  accounts: readonly StoredAccount[],
  wanted: AccountId | null,
  proven: ProvenSignIn
): StoredAccount | null {
  const renewed = accounts.find((account) => account.id === wanted && account.kind === 'service')
  if (renewed) return renewed
  const alike = accounts.find(
    (account) =>
      account.kind === 'service' &&
      account.server === proven.server &&
      isSamePerson(account, proven)
  )
  return alike ?? null
}

function isSamePerson(account: StoredAccount, proven: ProvenSignIn): boolean {
  if (proven.login !== null) return account.login === proven.login
  return proven.mark !== null && account.mark === proven.mark
}

/** Which of the organizations that have unsent edits a token does not see. */
export function unseen(needed: Iterable<number>, seen: readonly number[]): readonly number[] {
  return [...new Set(needed)].filter((id) => !seen.includes(id)).sort((a, b) => a - b)
}

/** The list with one account replaced, or added at its end. */
export function withAccount(
  accounts: readonly StoredAccount[],
  account: StoredAccount
): readonly StoredAccount[] {
  const known = accounts.some(({ id }) => id === account.id)
  return known
    ? accounts.map((other) => (other.id === account.id ? account : other))
    : [...accounts, account]
}

/** What to show first. */
export interface Opening {
  readonly open: AccountId | null
  /** Address to prefill at sign-in; `null` for the documented one. */
  readonly prefilledServer: string | null
}

/** What the command line and the last run say about the start. `server` is cleaned already. */
export interface OpeningWish {
  readonly trySandbox: boolean
  readonly server: string | null
  readonly lastOpen: AccountId | null
}

/**
 * Which account opens at the start: the sandbox where it is asked for; with a server, the account signed in
 * there, the one opened last where there are several; otherwise the account that was open.
 */
export function openingOf(accounts: readonly StoredAccount[], wish: OpeningWish): Opening {
  if (wish.trySandbox) return { open: sandboxAccountId, prefilledServer: wish.server }
  const last = accounts.find((account) => account.id === wish.lastOpen && isSignedIn(account))
  if (wish.server === null) return { open: last?.id ?? null, prefilledServer: null }
  const there = accounts.filter(
    (account) => account.kind === 'service' && account.server === wish.server && isSignedIn(account)
  )
  const chosen =
    there.find((account) => account.id === last?.id) ??
    there.toSorted((a, b) => b.usedAt - a.usedAt)[0]
  return { open: chosen?.id ?? null, prefilledServer: wish.server }
}

function isSignedIn(account: StoredAccount): boolean {
  return account.tokenIn !== 'nowhere'
}

/** An account as the window sees it. `atHand`: its token was read, or rests in the keychain. */
export function shown(account: StoredAccount, atHand: boolean): Account {
  const { id, kind, server, credential, login, typedOrganizations } = account
  return { id, kind, server, credential, login, typedOrganizations, signedIn: atHand }
}

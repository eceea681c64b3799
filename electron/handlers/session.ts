import { randomUUID } from 'node:crypto'
import {
  sandboxAccountId,
  type Account,
  type AccountId,
  type SignedIn,
  type SignInForm,
  type TokenPlace
} from '../../shared/account.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Handlers, Start } from '../../shared/ipc.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Access, Accesses } from '../access.ts'
import {
  accountOf,
  markOf,
  shown,
  unseen,
  withAccount,
  type Opening,
  type ProvenSignIn,
  type StoredAccount
} from '../accounts.ts'
import type { Client } from '../chathub/client.ts'
import type { Preferences } from '../preferences.ts'
import { cleanForm, type CleanForm } from '../sign-in-form.ts'
import type { TokenVault } from '../token-vault.ts'

/** What these calls are made from. */
export interface SessionPorts {
  readonly preferences: Preferences
  readonly vault: TokenVault
  readonly accesses: Accesses
  readonly service: Pick<Client, 'signIn' | 'organizations' | 'list'>
  /** What to show first: as the command line asks, until an account was opened or left. */
  readonly opening: () => Opening
  /** What `Start` says beside accounts and settings. */
  readonly facts: Pick<Start, 'settingsNotice' | 'systemLocale' | 'platform' | 'versions'>
  /** Organizations for which the account's journal knows unsent edits. */
  readonly unsentOrganizations: (id: AccountId) => Promise<readonly number[]>
  /** Nothing more of the account leaves that is in line. */
  readonly recall: (id: AccountId) => void
  /** Deletes the journal of an account that is forgotten. */
  readonly discard: (id: AccountId) => Promise<unknown>
  /** Never to be written into the log. */
  readonly conceal: (secret: string) => void
  /** From now on this account is the open one; `null` for none. */
  readonly opened: (id: AccountId | null) => void
}

/** Signing in and out, and opening accounts. */
export function sessionHandlers(ports: SessionPorts): Handlers['session'] {
  return {
    start: () => startOf(ports),
    signIn: (form) => signIn(ports, form),
    trySandbox: () => trySandbox(ports),
    open: (id) => open(ports, id),
    signOut: (id, forget) => signOut(ports, id, forget)
  }
}

function startOf({ preferences, opening: first, facts }: SessionPorts): Start {
  const opening = first()
  const accounts = preferences
    .accounts()
    .map((account) => shown(account, account.tokenIn === 'keychain'))
  const sandboxIsNew =
    opening.open === sandboxAccountId && !accounts.some(({ id }) => id === sandboxAccountId)
  return {
    ...facts,
    ...opening,
    accounts: sandboxIsNew ? [...accounts, freshSandbox] : accounts,
    settings: preferences.settings(),
    managed: preferences.managed
  }
}

/** The sandbox before its first start; the address is known once it runs. */
const freshSandbox: Account = {
  id: sandboxAccountId,
  kind: 'sandbox',
  server: 'http://127.0.0.1',
  credential: 'company-token',
  login: null,
  typedOrganizations: null,
  signedIn: true
}

async function open(ports: SessionPorts, id: AccountId): Promise<Result<TokenPlace, Failure>> {
  const { preferences, accesses } = ports
  // It stays the one to open at the next start even while its token is missing: its edits wait in it.
  preferences.opened(id)
  ports.opened(id)
  const opened = await accesses.of(id)
  if (!opened.ok) return opened
  const stored = preferences.accounts().find((account) => account.id === id)
  if (stored)
    preferences.keepAccounts(withAccount(preferences.accounts(), { ...stored, usedAt: Date.now() }))
  return ok(opened.value.place)
}

async function trySandbox(ports: SessionPorts): Promise<Result<SignedIn, Failure>> {
  const opened = await open(ports, sandboxAccountId)
  if (!opened.ok) return opened
  const stored = ports.preferences.accounts().find(({ id }) => id === sandboxAccountId)
  return ok({
    kind: 'signed-in',
    account: stored ? shown(stored, true) : freshSandbox,
    place: opened.value
  })
}

async function signIn(ports: SessionPorts, form: SignInForm): Promise<Result<SignedIn, Failure>> {
  for (const secret of [form.token, form.password]) ports.conceal(secret.trim())
  const cleaned = cleanForm(form)
  if (!cleaned.ok) return cleaned
  const token = await tokenOf(ports, cleaned.value)
  if (!token.ok) return token
  const seen = await prove(ports, cleaned.value, token.value)
  if (!seen.ok) return seen
  const proven = provenOf(ports, cleaned.value, token.value)
  const account = accountOf(ports.preferences.accounts(), form.accountId, proven)
  const missing = unseen(await needed(ports, form, account), seen.value)
  if (missing.length > 0 && !form.evenIfUnseen)
    return ok({ kind: 'unseen', organizations: missing })
  return keep(ports, account, { proven, token: token.value })
}

async function tokenOf(
  { service, conceal }: SessionPorts,
  { server, secret }: CleanForm
): Promise<Result<string, Failure>> {
  if (secret.kind === 'token') return ok(secret.token)
  const exchanged = await service.signIn(server, secret.login, secret.password)
  if (exchanged.ok) conceal(exchanged.value)
  return exchanged
}

/** The organizations that a token sees: listed by the service, or typed where it does not offer the list. */
async function prove(
  { service }: SessionPorts,
  form: CleanForm,
  token: string
): Promise<Result<readonly number[], Failure>> {
  const credential = form.secret.kind === 'token' ? form.secret.credential : 'company-token'
  const access: Access & { proving: true } = {
    accountId: 'sign-in',
    server: form.server,
    credential,
    token,
    typedOrganizations: form.organizations,
    proving: true
  }
  const listed = await service.organizations(access, 'person')
  if (listed.ok) return ok(listed.value.map(({ id }) => id))
  const [first] = form.organizations ?? []
  if (listed.failure.kind !== 'organizations-not-offered' || first === undefined) return listed
  const tried = await service.list(access, first, 'person')
  return tried.ok ? ok(form.organizations ?? []) : tried
}

function provenOf(
  { preferences }: SessionPorts,
  { server, secret, organizations }: CleanForm,
  token: string
): ProvenSignIn {
  const typed = { server, typedOrganizations: organizations }
  if (secret.kind === 'password')
    return { ...typed, credential: 'company-token', login: secret.login, mark: null }
  return {
    ...typed,
    credential: secret.credential,
    login: null,
    mark: markOf(token, preferences.markKey())
  }
}

/** Organizations with unsent edits: the window's word for the account it renews, and the journal's in any case. */
async function needed(
  ports: SessionPorts,
  form: SignInForm,
  account: StoredAccount | null
): Promise<readonly number[]> {
  if (!account) return []
  const known = await ports.unsentOrganizations(account.id)
  return account.id === form.accountId ? [...form.needed, ...known] : known
}

async function keep(
  ports: SessionPorts,
  previous: StoredAccount | null,
  { proven, token }: { proven: ProvenSignIn; token: string }
): Promise<Result<SignedIn, Failure>> {
  const { preferences, vault } = ports
  const id = previous?.id ?? randomUUID()
  // An account keeps what it is made of through a renewal by another kind of credential, but for its server.
  const draft: StoredAccount = {
    ...proven,
    id,
    kind: 'service',
    tokenIn: 'nowhere',
    usedAt: Date.now()
  }
  const recorded = preferences.keepAccounts(withAccount(preferences.accounts(), draft))
  if (!recorded.ok) return recorded
  const place = await vault.keep(id, token)
  const account: StoredAccount = { ...draft, tokenIn: place.kind }
  const kept = preferences.keepAccounts(withAccount(preferences.accounts(), account))
  if (!kept.ok) return kept
  preferences.opened(id)
  ports.opened(id)
  return ok({ kind: 'signed-in', account: shown(account, true), place })
}

async function signOut(
  ports: SessionPorts,
  id: AccountId,
  forget: boolean
): Promise<Result<null, Failure>> {
  const { preferences, vault } = ports
  const rest = preferences.accounts().filter((account) => account.id !== id)
  const own = preferences.accounts().find((account) => account.id === id)
  const accounts =
    forget || !own ? rest : withAccount(preferences.accounts(), { ...own, tokenIn: 'nowhere' })
  const recorded = preferences.keepAccounts(accounts)
  if (!recorded.ok) return recorded
  ports.recall(id)
  if (preferences.settings().openAccount === id) {
    preferences.opened(null)
    ports.opened(null)
  }
  if (forget) await ports.discard(id)
  const gone = id === sandboxAccountId || (await vault.forget(id))
  if (!gone) preferences.keepUnforgotten([...new Set([...preferences.unforgotten(), id])])
  return ok(null)
}

/** Deletes tokens that a locked keychain did not let go of at their sign-out; asked again at every start. */
export async function forgetLeftovers({
  preferences,
  vault
}: Pick<SessionPorts, 'preferences' | 'vault'>): Promise<void> {
  for (const id of preferences.unforgotten()) {
    if (!(await vault.forget(id))) continue
    preferences.keepUnforgotten(preferences.unforgotten().filter((other) => other !== id))
  }
}

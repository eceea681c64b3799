import {
  sandboxAccountId,
  type AccountId,
  type Credential,
  type TokenPlace
} from '../shared/account.ts'
import type { Failure } from '../shared/failure.ts'
import { failed, ok, type Result } from '../shared/result.ts'
import { withAccount, type StoredAccount } from './accounts.ts'
import type { Preferences } from './preferences.ts'
import type { TokenVault } from './token-vault.ts'
import type { Training } from './training.ts'

/** With what a call to the service is made. */
export interface Access {
  readonly accountId: AccountId
  readonly server: string
  readonly credential: Credential
  readonly token: string
  readonly typedOrganizations: readonly number[] | null
}

/** An access, and where its token rests. */
export interface OpenedAccess {
  readonly access: Access
  readonly place: TokenPlace
}

/** Why an account has no access: it is signed out, or the embedded service did not start. */
export type NoAccess = Extract<Failure, { kind: 'signed-out' | 'sandbox' }>

/** Gives every account's calls its own token, and no other's. */
export interface Accesses {
  /** The access of an account; the sandbox is started where it must be. */
  of(id: AccountId): Promise<Result<OpenedAccess, NoAccess>>
}

/** What accesses are made from. */
export interface AccessPorts {
  readonly preferences: Preferences
  readonly vault: TokenVault
  readonly training: Training
}

/** Builds the accesses over stored accounts, the vault and training mode. */
export function createAccesses(ports: AccessPorts): Accesses {
  return { of: (id) => (id === sandboxAccountId ? ofSandbox(ports) : ofService(ports, id)) }
}

async function ofService(
  { preferences, vault }: AccessPorts,
  id: AccountId
): Promise<Result<OpenedAccess, NoAccess>> {
  const account = preferences.accounts().find((stored) => stored.id === id)
  if (!account || account.tokenIn === 'nowhere') return failed({ kind: 'signed-out' })
  const held = await vault.read(id)
  if (!held) return failed({ kind: 'signed-out' })
  const { server, credential, typedOrganizations } = account
  return ok({
    access: { accountId: id, server, credential, token: held.token, typedOrganizations },
    place: held.place
  })
}

async function ofSandbox({
  preferences,
  training
}: AccessPorts): Promise<Result<OpenedAccess, NoAccess>> {
  const opened = await training.open()
  if (!opened.ok) return opened
  const { server, token } = opened.value
  const account = sandboxAccount(preferences.accounts(), server)
  if (account !== null) preferences.keepAccounts(withAccount(preferences.accounts(), account))
  return ok({
    access: {
      accountId: sandboxAccountId,
      server,
      credential: 'company-token',
      token,
      typedOrganizations: null
    },
    // There is nothing to warn of: the token is made anew at every start and opens nothing else.
    place: { kind: 'keychain' }
  })
}

/** The sandbox's account under a new address; `null` where it is stored so already. */
function sandboxAccount(accounts: readonly StoredAccount[], server: string): StoredAccount | null {
  const known = accounts.find(({ id }) => id === sandboxAccountId)
  if (known?.server === server && known.tokenIn === 'keychain') return null
  return {
    id: sandboxAccountId,
    kind: 'sandbox',
    server,
    credential: 'company-token',
    login: null,
    typedOrganizations: null,
    tokenIn: 'keychain',
    mark: null,
    usedAt: Date.now()
  }
}

import type { AccountId } from '../shared/account.ts'
import type { Access, Accesses } from './access.ts'

/**
 * Tells which account's token the service refused. Answers whether the refusal stands: a late one of an
 * older token says nothing about the present one.
 */
export type Refusal = (access: Pick<Access, 'accountId' | 'token'>) => Promise<boolean>

/** Builds it; `refused` hears of present tokens only. */
export function createRefusal(accesses: Accesses, refused: (id: AccountId) => void): Refusal {
  return async ({ accountId, token }) => {
    const present = await accesses.of(accountId)
    if (!present.ok) return true
    if (present.value.access.token !== token) return false
    refused(accountId)
    return true
  }
}

import type { AccountId } from '../shared/account.ts'
import type { Access, Accesses } from './access.ts'

/** Tells which account's token the service refused. A late refusal of an older token says nothing about the present one. */
export interface Refusal {
  /** An attempt leaves with this access. */
  readonly used: (access: Access) => void
  /** The service refused this access. */
  readonly of: (access: Access) => void
  /** The service refused the access that the account's last attempt left with. */
  readonly ofLast: (id: AccountId) => void
}

/** Builds it; `refused` hears of present tokens only. */
export function createRefusal(accesses: Accesses, refused: (id: AccountId) => void): Refusal {
  const last = new Map<AccountId, Access>()
  const check = async (access: Access): Promise<void> => {
    const present = await accesses.of(access.accountId)
    if (present.ok && present.value.access.token === access.token) refused(access.accountId)
  }
  return {
    used: (access) => void last.set(access.accountId, access),
    of: (access) => void check(access),
    ofLast(id) {
      const access = last.get(id)
      if (access) void check(access)
    }
  }
}

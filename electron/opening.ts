import type { AccountId } from '../shared/account.ts'
import { openingOf, type Opening } from './accounts.ts'
import type { LaunchOptions } from './launch-options.ts'
import type { Preferences } from './preferences.ts'
import { cleanServer } from './sign-in-form.ts'

/** Which account the window shows when it starts, or starts anew. */
export interface OpeningPorts {
  readonly preferences: Preferences
  readonly options: LaunchOptions
  /** The server that an administrator named; `null` for none. */
  readonly policyServer: string | null
}

/** What the command line asks for holds until an account was opened or left; from then on, what is open is. */
export interface Openings {
  readonly first: () => Opening
  /** An account was opened, or left for none. */
  readonly begin: () => void
}

/** Builds it. An address that cannot be read is as good as none. */
export function createOpenings({ preferences, options, policyServer }: OpeningPorts): Openings {
  const asked = options.server === null ? null : cleanServer(options.server)
  const server = asked?.ok ? asked.value : null
  let begun = false
  return {
    first() {
      const lastOpen: AccountId | null = preferences.settings().openAccount
      const wish = begun ? { trySandbox: false, server: null } : { ...options, server }
      const { open } = openingOf(preferences.accounts(), { ...wish, lastOpen })
      return { open, prefilledServer: server ?? policyServer }
    },
    begin: () => (begun = true)
  }
}

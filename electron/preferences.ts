import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import type { AccountId } from '../shared/account.ts'
import type { Failure } from '../shared/failure.ts'
import { ok, type Result } from '../shared/result.ts'
import type { Settings, SettingsChange } from '../shared/settings.ts'
import type { StoredAccount } from './accounts.ts'
import { ownId, serviceId } from './inputs-outbox.ts'
import type { Policy } from './policy.ts'
import { readSettings } from './settings-shape.ts'
import type { WindowPlace } from './window-bounds.ts'

/** The stored file: known and unknown keys, as they were read. */
export interface ConfigFile {
  readonly all: () => Readonly<Record<string, unknown>>
  /** Writes some keys and leaves the others alone. */
  readonly write: (keys: Readonly<Record<string, unknown>>) => Result<null, Failure>
}

/** What the app remembers between starts. Each answer is what holds now; each change is on the disk when it returns. */
export interface Preferences {
  settings(): Settings
  readonly managed: readonly (keyof Settings)[]
  /** Applies a change; what an administrator fixed stays as it is. */
  change(change: SettingsChange): Result<Settings, Failure>
  opened(id: AccountId | null): Result<null, Failure>
  accounts(): readonly StoredAccount[]
  keepAccounts(accounts: readonly StoredAccount[]): Result<null, Failure>
  /** Accounts whose tokens the keychain has yet to let go of. */
  unforgotten(): readonly AccountId[]
  keepUnforgotten(ids: readonly AccountId[]): Result<null, Failure>
  windowPlace(): WindowPlace | null
  keepWindowPlace(place: WindowPlace): Result<null, Failure>
  /** Random, this installation's own; keys the marks of tokens. */
  markKey(): string
}

const account = v.object({
  id: ownId,
  kind: v.picklist(['service', 'sandbox']),
  server: v.string(),
  credential: v.picklist(['company-token', 'dashboard-key']),
  login: v.nullable(v.string()),
  typedOrganizations: v.nullable(v.array(serviceId)),
  tokenIn: v.picklist(['keychain', 'memory', 'nowhere']),
  mark: v.nullable(v.string()),
  usedAt: v.number()
})

const place = v.object({
  x: v.pipe(v.number(), v.integer()),
  y: v.pipe(v.number(), v.integer()),
  width: v.pipe(v.number(), v.integer()),
  height: v.pipe(v.number(), v.integer()),
  maximized: v.boolean()
})

/** Preferences over a stored file. An administrator's settings stand above the person's, those above the defaults. */
export function createPreferences(file: ConfigFile, policy: Policy): Preferences {
  const managed = Object.keys(policy.settings) as (keyof Settings)[]
  const settings = (): Settings => ({ ...readSettings(file.all()), ...policy.settings })
  const read = <T>(schema: v.GenericSchema<unknown, T>, key: string, fallback: T): T => {
    const parsed = v.safeParse(schema, file.all()[key])
    return parsed.success ? parsed.output : fallback
  }
  return {
    settings,
    managed,
    change(change) {
      const free = Object.entries(change).filter(
        ([key]) => !managed.includes(key as keyof Settings)
      )
      const written = file.write(Object.fromEntries(free))
      return written.ok ? ok(settings()) : written
    },
    opened: (id) => file.write({ openAccount: id }),
    accounts: () => accountsIn(file.all()['accounts']),
    keepAccounts: (accounts) => file.write({ accounts }),
    unforgotten: () => read(v.array(ownId), 'unforgotten', []),
    keepUnforgotten: (ids) => file.write({ unforgotten: ids }),
    windowPlace: () => read<WindowPlace | null>(place, 'window', null),
    keepWindowPlace: (left) => file.write({ window: left }),
    markKey() {
      const known = read(v.string(), 'markKey', '')
      if (known !== '') return known
      const made = randomBytes(32).toString('base64url')
      file.write({ markKey: made })
      return made
    }
  }
}

/** Accounts that can be read; one that cannot does not take the others with it. */
function accountsIn(stored: unknown): readonly StoredAccount[] {
  if (!Array.isArray(stored)) return []
  return stored.flatMap((candidate: unknown) => {
    const parsed = v.safeParse(account, candidate)
    return parsed.success ? [parsed.output] : []
  })
}

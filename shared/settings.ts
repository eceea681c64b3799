import type { AccountId } from './account.ts'
import type { GridSettings } from './grid-settings.ts'
import type { Scope } from './operator.ts'

/** What a person or an administrator chose; stored in `config.json` in the user-data folder. Times in ms. */
export interface Settings {
  readonly locale: 'system' | 'en' | 'he' | 'uk'
  readonly theme: 'system' | 'light' | 'dark'
  readonly density: 'compact' | 'comfortable'
  /** Page zoom, 1 = 100 %. */
  readonly zoom: number
  readonly requestsPerSecond: number
  readonly requestTimeoutMs: number
  readonly cache: { readonly operatorsTtlMs: number; readonly organizationsTtlMs: number }
  readonly outbox: { readonly settleMs: number; readonly paused: boolean }
  /** The account that opens at the next start. */
  readonly openAccount: AccountId | null
  /** Per account: the organization that was open, or all. */
  readonly openOrganization: Readonly<Record<AccountId, Scope>>
  /** Per account: columns and saved views of the grid. */
  readonly grids: Readonly<Record<AccountId, GridSettings>>
}

/** A change of some settings; what is left out stays. */
export type SettingsChange = Partial<Omit<Settings, 'openAccount'>>

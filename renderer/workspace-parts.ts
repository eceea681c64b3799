import type { Account } from '../shared/account.ts'
import type { Bridge } from '../shared/ipc.ts'
import type { Messages } from '../shared/messages/messages.ts'
import type { OperatorCache } from './cache/operator-cache.ts'
import type { Toasts } from './design/toasts.svelte.ts'
import type { ImportsOf } from './details/details.svelte.ts'
import type { ImportDesk } from './onboarding/desk.svelte.ts'
import type { OperatorLists } from './operators/lists.ts'
import type { Operators } from './operators/operators.svelte.ts'
import type { Outbox } from './outbox/outbox.ts'
import type { Preferences } from './settings/settings.svelte.ts'

/** What the workspace of one account is built from. */
export interface WorkspaceParts {
  readonly account: Account
  readonly bridge: Bridge
  readonly cache: OperatorCache
  readonly lists: OperatorLists
  readonly operators: Operators
  readonly outbox: Outbox
  /** Where lists of people are imported. */
  readonly imports: ImportDesk
  readonly importsOf: ImportsOf
  readonly preferences: Preferences
  readonly toasts: Toasts
  readonly words: () => Messages
  /** Wall clock, ms. */
  readonly now: () => number
  /** Stops the outbox and closes what is open of the account. */
  readonly onclose: () => Promise<void>
}

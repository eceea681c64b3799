import type { Account } from '../../shared/account.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Bridge, OperatorList, Urgency } from '../../shared/ipc.ts'
import type { Locale, Messages } from '../../shared/messages/messages.ts'
import type { OperatorColumns } from '../../shared/operator-columns.ts'
import type { Organization } from '../../shared/operator.ts'
import type { Result } from '../../shared/result.ts'
import type { Say } from '../design/toasts.svelte.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Progress } from './encoding.ts'
import type { ImportStore } from './import.ts'
import type { DraftStore } from './kept-draft.ts'
import type { ImportMemory } from './memory.ts'
import type { OpenReader } from './open-reader.ts'

/** The lists that a plan is compared with. */
export interface ImportLists {
  organizations(): readonly Organization[]
  /** What the cache knows of an organization. */
  known(organizationId: number): Promise<OperatorColumns | null>
  fetch(organizationId: number, urgency: Urgency): Promise<Result<OperatorList, Failure>>
  /** When the list that the cache knows was fetched, wall clock, ms. */
  at(organizationId: number): number | null
}

/** What importing needs of everything around it. */
export interface ImportPorts {
  readonly account: Pick<Account, 'id' | 'login'>
  readonly store: ImportStore & ImportMemory & DraftStore
  readonly outbox: Pick<Outbox, 'opened' | 'view' | 'subscribe' | 'enqueue' | 'discard'>
  readonly lists: ImportLists
  /** Starts a reading worker; told how many bytes are done. */
  readonly openReader: (progress: Progress) => OpenReader
  readonly saveFile: Bridge['frame']['saveFile']
  readonly words: () => Messages
  readonly locale: () => Locale
  /** Wall clock, ms. */
  readonly now: () => number
  /** A new random id. */
  readonly id: () => string
  /** Lets everything else have a turn. */
  readonly breathe: () => Promise<void>
  readonly requestsPerSecond: () => number
  /** The organization that is open. */
  readonly organizationId: () => number | null
  /** Says something in passing. */
  readonly tell: (text: Say, tone?: 'plain' | 'danger') => void
  /** Told of a call that threw. */
  readonly onbug: (error: unknown) => void
}

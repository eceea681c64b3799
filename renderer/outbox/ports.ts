import type { AccountId } from '../../shared/account.ts'
import type { Attempt, AttemptId } from '../../shared/attempt.ts'
import type { EntryId } from '../../shared/edit.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Bridge, OperatorList, Urgency } from '../../shared/ipc.ts'
import type { OperatorColumns } from '../../shared/operator-columns.ts'
import type { Operator } from '../../shared/operator.ts'
import type { Result } from '../../shared/result.ts'
import type { KeptEntry } from './kept-entry.ts'
import type { About, HistoryEvent } from './outbox.ts'

/** The one sender, in the main process, with its journal. */
export type Courier = Bridge['courier']

/** What main tells the window unasked. */
export type Listening = Bridge['on']

/** The lists of operators: what the service says now, and what the cache remembers. */
export interface Lists {
  /** Fetches a list; the cache knows it before this answers. */
  fetch(organizationId: number, urgency: Urgency): Promise<Result<OperatorList, Failure>>
  /**
   * Every operator that any list or reply has shown, whether or not the latest list still does; `null`
   * where nothing is known.
   */
  known(organizationId: number): Promise<OperatorColumns | null>
  /** Operators as the service just answered them: added, or with a new status. */
  applied(organizationId: number, operators: readonly Operator[]): Promise<void>
  /** Three lists agreed that they no longer show these ids. The cache keeps them, and shows it. */
  unlisted?(organizationId: number, ids: readonly number[]): Promise<void>
}

/** All that the store keeps of one account. */
export interface Stored {
  /** Shared with the journal; `null` where this store is new or was lost. */
  readonly storeId: string | null
  readonly entries: readonly KeptEntry[]
  /** Attempts with an entry that is not decided. */
  readonly attempts: readonly Attempt[]
  /** Which operator each add created or took. */
  readonly created: ReadonlyMap<EntryId, number>
}

/** One transaction: all of it or nothing. */
export interface StoredChanges {
  /** Where given: the store takes this id. */
  readonly storeId: string | null
  readonly entries: readonly KeptEntry[]
  /** Entries that leave the panel for the history. */
  readonly past: readonly EntryId[]
  readonly attempts: readonly Attempt[]
  readonly goneAttempts: readonly AttemptId[]
  readonly created: readonly (readonly [EntryId, number])[]
  readonly history: readonly HistoryEvent[]
}

/** The durable queue of one account. A write is strict: it has reached the disk when it answers. */
export interface OutboxStore {
  /** `breathe`: awaited now and then, so that the window paints while very much is read. */
  load(breathe?: () => Promise<void>): Promise<Result<Stored, Failure>>
  write(changes: StoredChanges): Promise<Result<null, Failure>>
  /** Entries about an operator that have left the panel for the history, in any order. */
  past(about: About): Promise<Result<readonly KeptEntry[], Failure>>
  /** What happened to an entry, oldest first; `queued` is not stored, the entry itself tells it. */
  history(id: EntryId): Promise<Result<readonly HistoryEvent[], Failure>>
  /** Writes something of no meaning, to learn whether writing works. */
  test(): Promise<Result<null, Failure>>
  close(): void
}

/** `wall`: ms since 1970, may jump. `monotonic`: ms from some start, never goes back. */
export interface Clock {
  wall(): number
  monotonic(): number
}

/** Things done later. */
export interface Timers {
  /** Runs once, `ms` from now; returns how to call it off. */
  after(ms: number, run: () => void): () => void
  /** Lets the window paint and handle input before long work goes on. */
  breathe(): Promise<void>
}

/** Chance, so that tests can repeat it. */
export interface Random {
  /** A new id: random, printable. */
  id(): string
  /** From 0 up to, not including, 1. */
  fraction(): number
}

/** All that the outbox needs from outside. */
export interface OutboxPorts {
  readonly accountId: AccountId
  readonly courier: Courier
  readonly on: Listening
  /** Asks main to look at once whether the service answers. */
  readonly probe: () => void
  readonly store: OutboxStore
  readonly lists: Lists
  readonly clock: Clock
  readonly timers: Timers
  readonly random: Random
  /** Told of a call that threw: a bug, which the queue survives. */
  readonly onbug: (error: unknown) => void
}

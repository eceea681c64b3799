import type { Edit, EntryId } from '../../shared/edit.ts'
import type { Failure } from '../../shared/failure.ts'
import type { OperatorList } from '../../shared/ipc.ts'
import type { Operator } from '../../shared/operator.ts'
import type { Result } from '../../shared/result.ts'
import type { ChangeLog } from './change-log.ts'
import type { Answer, Entry } from './entry.ts'

/** What the queue as a whole does. `paused` names the reason that the status line shows. Times wall clock, ms. */
export type QueueState =
  | { readonly kind: 'idle' }
  /** What is stored is being read. */
  | { readonly kind: 'opening' }
  | {
      readonly kind: 'sending'
      readonly done: number
      readonly total: number
      readonly etaMs: number | null
    }
  | { readonly kind: 'verifying'; readonly until: number }
  | {
      readonly kind: 'paused'
      readonly why: 'offline' | 'signed-out' | 'person' | 'quitting'
      readonly waiting: number
    }
  | {
      readonly kind: 'paused'
      /** `refused`: every organization with something to send refuses it; until the next try. */
      readonly why: 'rate-limited' | 'refused'
      readonly waiting: number
      readonly until: number
    }
  | {
      readonly kind: 'paused'
      readonly why: 'storage'
      readonly waiting: number
      readonly failure: Failure
    }
  | { readonly kind: 'needs-person'; readonly count: number }

/** How many entries are in each kind of state. */
export type Counts = Readonly<Record<Entry['state']['kind'], number>>

/** The outbox at one instant; a new object after every change, so that it can be compared by identity. */
export interface OutboxView {
  readonly revision: number
  /**
   * Entries by id, in queue order. Ended ones stay for the 24 h watch. A live map: it shows the present
   * queue, also through an older view; entries themselves never change.
   */
  readonly entries: ReadonlyMap<EntryId, Entry>
  /** The same, those that wait without their reason, which takes a look at others: for whoever goes through many. */
  readonly bare: ReadonlyMap<EntryId, Entry>
  /** Which entries have changed; live, too. */
  readonly changes: Pick<ChangeLog, 'mark' | 'since'>
  readonly counts: Counts
  readonly queue: QueueState
  /** A person has paused it, whether or not anything waits. */
  readonly paused: boolean
  /** Names that later lists show once more than this outbox can account for. */
  readonly possibleDuplicates: readonly {
    readonly organizationId: number
    readonly name: string
    readonly operators: readonly Operator[]
  }[]
}

/** What happened to an entry, oldest first, for its history on screen. */
export interface HistoryEvent {
  readonly at: number
  readonly entryId: EntryId
  readonly what:
    | 'queued'
    | 'sent'
    | 'reply'
    | 'verifying'
    | 'matched'
    | 'confirmed'
    | 'rejected'
    | 'asked'
    | 'answered'
    | 'waiting'
    | 'cancelled'
    | 'superseded'
  readonly failure: Failure | null
}

/** Whom edits are about. */
export interface About {
  readonly organizationId: number
  readonly operatorId: number
}

/** What Ctrl+Z can do now about the last action. */
export type Undoable =
  /** Nothing of it has left: cancelled without a request. */
  | { readonly kind: 'unsent'; readonly actionId: string; readonly entryIds: readonly EntryId[] }
  /** Some or all of it was done: these edits would compensate (they are shown before they are queued). */
  | {
      readonly kind: 'compensate'
      readonly actionId: string
      readonly cancels: readonly EntryId[]
      readonly edits: readonly Edit[]
    }

/** The queue as the views use it. Every promise that accepts something resolves only once it is durable. */
export interface Outbox {
  /** Resolves once what is stored has been read, or could not be. */
  readonly opened: Promise<void>
  view(): OutboxView
  /** Called after every change of the view; returns how to stop. */
  subscribe(listener: () => void): () => void
  /**
   * Accepts edits of one action, all or none, in one strict transaction. `firstId`: the first one's id, where
   * others of them refer to it.
   */
  enqueue(edits: readonly Edit[], firstId?: EntryId): Promise<Result<readonly Entry[], Failure>>
  /** Rejected entries wait again. */
  retry(ids: readonly EntryId[]): Promise<Result<null, Failure>>
  /** Waiting, rejected or asking entries end as cancelled; what is being sent too, should it come back unsent. */
  discard(ids: readonly EntryId[]): Promise<Result<null, Failure>>
  /** A rejected or waiting add is superseded by one with another name. */
  rename(id: EntryId, name: string): Promise<Result<Entry, Failure>>
  answer(ids: readonly EntryId[], answer: Answer): Promise<Result<null, Failure>>
  undoable(): Undoable | null
  /** Carries out what `undoable` offered. */
  undo(undoable: Undoable): Promise<Result<null, Failure>>
  /** Edits about an operator that have left the panel for the history, the latest first. */
  past(about: About): Promise<readonly Entry[]>
  history(id: EntryId): Promise<readonly HistoryEvent[]>
  /** Ends back-off waits and probes at once. */
  sendNow(): void
  pause(on: boolean): void
  /**
   * A list that the grid fetched: also feeds verification, the 24 h watch and conflicts. `askedAt`: when it
   * was asked for, on the monotonic clock, ms.
   */
  seen(organizationId: number, list: OperatorList, askedAt: number): void
  /** The account's token was renewed: the queue goes on. */
  signedIn(): void
  /** A changed setting; times in ms. */
  configure(settings: { readonly settleMs: number; readonly requestsPerSecond: number }): void
  /** Stops timers and listening, starts nothing new, takes back what has not left, closes the store. */
  close(): Promise<void>
}

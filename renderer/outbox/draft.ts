import type { Attempt, AttemptId } from '../../shared/attempt.ts'
import type { EntryId } from '../../shared/edit.ts'
import type { Failure } from '../../shared/failure.ts'
import type { JournalRecord } from '../../shared/journal.ts'
import { never } from '../../shared/never.ts'
import type { EntryState } from './entry.ts'
import type { Effect } from './event.ts'
import { hasEnded, type KeptEntry } from './kept-entry.ts'
import type { HistoryEvent } from './outbox.ts'
import type { Random } from './ports.ts'
import {
  newOrganization,
  type Check,
  type OrganizationState,
  type QueueFacts,
  type Rest,
  type State
} from './state.ts'

/** When a step is taken, and its chance. Both clocks in ms. */
export interface Instant {
  readonly wall: number
  readonly monotonic: number
  readonly random: Random
}

/** What an entry changes beside its state. */
export type Patch = Partial<
  Omit<KeptEntry, 'id' | 'edit' | 'order' | 'queuedAt' | 'actionId' | 'state'>
>

/**
 * What one step changes, laid over a state that it does not touch. Nothing of it is true before it has
 * been stored and applied.
 */
export class Draft {
  readonly state: State
  readonly now: Instant
  readonly entries = new Map<EntryId, KeptEntry>()
  readonly past = new Set<EntryId>()
  readonly attempts = new Map<AttemptId, Attempt | null>()
  readonly before = new Map<AttemptId, ReadonlySet<number>>()
  readonly created = new Map<EntryId, number>()
  readonly claimed = new Map<number, EntryId>()
  readonly organizations = new Map<number, OrganizationState>()
  readonly checks = new Map<AttemptId, Check | null>()
  readonly rests = new Map<EntryId, Rest | null>()
  readonly sending = new Map<AttemptId, boolean>()
  readonly history: HistoryEvent[] = []
  readonly effects: Effect[] = []
  /** Set only by a recovery that gives the store its id. */
  storeId: string | null = null
  /** The two places are being made one: what they hold need not be written again. */
  recovers = false
  queue: QueueFacts

  constructor(state: State, now: Instant) {
    this.state = state
    this.now = now
    this.queue = state.queue
  }

  entry(id: EntryId): KeptEntry | undefined {
    return this.entries.get(id) ?? this.state.entries.get(id)
  }

  /** Every entry as it is after this step. */
  *everyEntry(): Generator<KeptEntry> {
    const { entries: before } = this.state
    if (this.entries.size === 0) yield* before.values()
    else for (const [id, entry] of before) yield this.entries.get(id) ?? entry
    for (const [id, entry] of this.entries) if (!before.has(id)) yield entry
  }

  attempt(id: AttemptId): Attempt | undefined {
    const changed = this.attempts.get(id)
    return changed === undefined ? this.state.attempts.get(id) : (changed ?? undefined)
  }

  check(id: AttemptId): Check | undefined {
    const changed = this.checks.get(id)
    return changed === undefined ? this.state.checks.get(id) : (changed ?? undefined)
  }

  rest(id: EntryId): Rest | undefined {
    const changed = this.rests.get(id)
    return changed === undefined ? this.state.rests.get(id) : (changed ?? undefined)
  }

  /** The operator that an add created or took. */
  createdBy(id: EntryId): number | undefined {
    return this.created.get(id) ?? this.state.created.get(id)
  }

  /** The entry that an operator belongs to. */
  claimantOf(operatorId: number): EntryId | undefined {
    return this.claimed.get(operatorId) ?? this.state.claimed.get(operatorId)
  }

  /** An operator belongs to an add from now on, and to those that the add replaced; once and for ever. */
  claim(entry: KeptEntry, operatorId: number): void {
    this.claimed.set(operatorId, entry.id)
    for (const id of [entry.id, ...entry.replaces]) this.created.set(id, operatorId)
  }

  organization(id: number): OrganizationState {
    return this.organizations.get(id) ?? this.state.organizations.get(id) ?? newOrganization(id)
  }

  changeOrganization(id: number, change: Partial<OrganizationState>): void {
    this.organizations.set(id, { ...this.organization(id), ...change })
  }

  /** What lists said proves nothing any more: neither the latest, nor one that is on its way. */
  disproveLists(id: number): void {
    this.changeOrganization(id, {
      list: null,
      trusted: false,
      provesFrom: this.now.monotonic
    })
  }

  changeQueue(change: Partial<QueueFacts>): void {
    this.queue = { ...this.queue, ...change }
  }

  /** Brings an entry into a state, and writes that into its history. */
  move(entry: KeptEntry, state: EntryState, patch: Patch = {}): KeptEntry {
    const next = { ...entry, ...patch, state }
    this.entries.set(entry.id, next)
    this.note(entry.id, whatOf(state), 'failure' in state ? state.failure : null)
    return next
  }

  note(entryId: EntryId, what: HistoryEvent['what'], failure: Failure | null): void {
    this.history.push({ at: this.now.wall, entryId, what, failure })
  }

  /** Lets go of an attempt whose entries are all decided. */
  dropAttempt(id: AttemptId): void {
    this.attempts.set(id, null)
    this.checks.set(id, null)
    this.sending.set(id, false)
  }

  /** Records of the ends that this step brings about. */
  endings(): JournalRecord[] {
    const records: JournalRecord[] = []
    for (const entry of this.entries.values()) {
      const old = this.state.entries.get(entry.id)
      if (!hasEnded(entry.state) || (old && hasEnded(old.state))) continue
      records.push({ kind: 'settled', entryId: entry.id, ending: entry.state.kind as 'confirmed' })
    }
    return records
  }
}

function whatOf(state: EntryState): HistoryEvent['what'] {
  switch (state.kind) {
    case 'sending':
      return 'sent'
    case 'needs-person':
      return 'asked'
    case 'waiting':
    case 'verifying':
    case 'confirmed':
    case 'matched':
    case 'rejected':
    case 'cancelled':
    case 'superseded':
      return state.kind
    default:
      return never(state)
  }
}

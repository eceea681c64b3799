import type { AttemptId } from '../../shared/attempt.ts'
import type { AcceptedEdit, Edit, EntryId } from '../../shared/edit.ts'
import type { Status } from '../../shared/operator.ts'
import { sameKey } from '../../shared/match-key.ts'
import type { Entry, EntryState } from './entry.ts'

/** An edit that adds. */
export type AddEdit = Extract<Edit, { kind: 'add' }>
/** An edit that sets a status. */
export type StatusEdit = Extract<Edit, { kind: 'set-status' }>

/** An entry with what only the engine needs. All of it is durable. */
export interface KeptEntry extends Entry {
  /** The refused attempt whose companions it travels with; `null` before any refusal. */
  readonly refusedWith: AttemptId | null
  /** Ids that bore the name in the cache when it was queued; empty for a status. */
  readonly baseline: readonly number[]
  /** The latest attempt that carried it. */
  readonly lastAttempt: AttemptId | null
  /** Ids that bore the name before the latest attempt; empty for a status. */
  readonly known: readonly number[]
  /**
   * Ids that bore the name before the first attempt whose end stayed unknown: any other row of that name
   * may be ours. `null` while every attempt's end is known.
   */
  readonly watch: readonly number[] | null
  /** How often an attempt of it was lost and two lists agreed that it had not been done. */
  readonly missed: number
  /** The person was asked, and wants it sent all the same. */
  readonly insist: boolean
  /** The status over which the person said to send, where that is not the edit's `from`. */
  readonly base: Status | null
  /** A list has shown the operator that it created. */
  readonly listed: boolean
  /** Entries that this one took the place of, under another name; who waited for them waits for this one. */
  readonly replaces: readonly EntryId[]
  /** It was discarded while it was under way: it ends as cancelled where it comes back unsent. */
  readonly unwanted: boolean
}

/** A kept entry whose edit adds. */
export type AddEntry = KeptEntry & { readonly edit: AddEdit }
/** A kept entry whose edit sets a status. */
export type StatusEntry = KeptEntry & { readonly edit: StatusEdit }

/** Whether an entry adds. */
export function isAdd(entry: KeptEntry): entry is AddEntry {
  return entry.edit.kind === 'add'
}

/** Whether an entry sets a status. */
export function isStatus(entry: KeptEntry): entry is StatusEntry {
  return entry.edit.kind === 'set-status'
}

const waiting: EntryState = { kind: 'waiting', reason: null }
const none: readonly never[] = []

/** The status over which an entry is to be sent: what the person saw, or said to overwrite. */
export function baseOf({ base, edit }: StatusEntry): Status {
  return base ?? edit.from
}

/** A newly accepted edit: it waits. `baseline`: ids that bear its name in the cache. */
export function keep(accepted: AcceptedEdit, baseline: readonly number[]): KeptEntry {
  return complete({ ...accepted, baseline })
}

/**
 * An entry with all that belongs to one: what it lacks is as for a new one. What a hundred thousand have in
 * common, such as that they wait and know of nobody, they share.
 */
export function complete(some: AcceptedEdit & Partial<KeptEntry>): KeptEntry {
  const { id, edit, order, queuedAt, actionId } = some
  return {
    id,
    edit,
    order,
    queuedAt,
    actionId,
    state: stateOf(some),
    everSent: some.everSent ?? false,
    refusedIn: some.refusedIn ?? null,
    refusedWith: some.refusedWith ?? null,
    baseline: idsOf(some.baseline),
    lastAttempt: some.lastAttempt ?? null,
    known: idsOf(some.known),
    watch: some.watch ?? null,
    missed: some.missed ?? 0,
    insist: some.insist ?? false,
    base: some.base ?? null,
    listed: some.listed ?? false,
    replaces: idsOf(some.replaces),
    unwanted: some.unwanted ?? false
  }
}

function stateOf({ state = waiting }: { readonly state?: EntryState }): EntryState {
  return state.kind === 'waiting' && state.reason === null ? waiting : state
}

function idsOf<Id>(ids: readonly Id[] = none): readonly Id[] {
  return ids.length > 0 ? ids : none
}

/** What never changes about an entry, as the journal keeps it. */
export function acceptedOf({ id, edit, order, queuedAt, actionId }: AcceptedEdit): AcceptedEdit {
  return { id, edit, order, queuedAt, actionId }
}

/** Whether nothing will happen to the entry any more. A rejected one may be tried again. */
export function hasEnded(state: EntryState): boolean {
  switch (state.kind) {
    case 'confirmed':
    case 'matched':
    case 'cancelled':
    case 'superseded':
      return true
    default:
      return false
  }
}

/** Whether an attempt of the entry has gone out and its end is not known. */
export function isUnresolved(state: EntryState): boolean {
  return state.kind === 'sending' || state.kind === 'verifying'
}

const keys = new WeakMap<Edit, string>()

/** The key under which an add's name is the same as another's; worked out once for each edit. */
export function keyOf({ edit }: { readonly edit: Edit }): string {
  const known = keys.get(edit)
  if (known !== undefined) return known
  const key = sameKey(edit.name)
  keys.set(edit, key)
  return key
}

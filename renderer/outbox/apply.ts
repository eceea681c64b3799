import type { EntryId } from '../../shared/edit.ts'
import { ChangeLog } from './change-log.ts'
import type { Draft } from './draft.ts'
import { hasEnded, isAdd, isStatus, type KeptEntry } from './kept-entry.ts'
import { Lines } from './lines.ts'
import type { Stored } from './ports.ts'
import type { QueueFacts, State } from './state.ts'

type Settings = Pick<QueueFacts, 'accountId' | 'settleMs' | 'requestsPerSecond' | 'pausedByPerson'>

/** How the queue of an account begins: empty, and not yet recovered. Times in ms. */
export function emptyState(settings: Settings): State {
  const entries = new Map<EntryId, KeptEntry>()
  const created = new Map<EntryId, number>()
  const rests: State['rests'] = new Map()
  const rules = {
    entry: (id: EntryId) => entries.get(id),
    operatorOf: (entry: KeptEntry) => operatorOf(entry, created),
    heldBack: (entry: KeptEntry) =>
      (rests.get(entry.id)?.until ?? 0) > 0 || creationOf(entry, created) !== null
  }
  return {
    queue: firstFacts(settings),
    entries,
    attempts: new Map(),
    before: new Map(),
    created,
    claimed: new Map(),
    organizations: new Map(),
    checks: new Map(),
    rests,
    unshown: new Set(),
    watched: new Set(),
    sending: new Set(),
    counts: noCounts(),
    lines: new Lines(rules),
    changes: new ChangeLog()
  }
}

function firstFacts(settings: Settings): QueueFacts {
  return {
    ...settings,
    began: { wall: 0, monotonic: 0 },
    recovered: false,
    journalDue: null,
    quitting: false,
    signedOut: false,
    storage: null,
    connection: 'unknown',
    unreachable: null,
    rateLimited: null,
    pruneAt: 0,
    nextOrder: 1,
    done: 0,
    undone: new Set()
  }
}

function noCounts(): State['counts'] {
  return {
    waiting: 0,
    sending: 0,
    verifying: 0,
    confirmed: 0,
    matched: 0,
    rejected: 0,
    'needs-person': 0,
    cancelled: 0,
    superseded: 0
  }
}

/** The entry whose operator has to exist first, or `null` where none has to. */
export function creationOf(
  entry: KeptEntry,
  created: ReadonlyMap<EntryId, number>
): EntryId | null {
  if (!isStatus(entry)) return null
  const { operator, after } = entry.edit
  if (operator.kind === 'created-by' && !created.has(operator.entryId)) return operator.entryId
  return after !== null && !created.has(after) ? after : null
}

/** The operator that an entry sets the status of, where it exists yet. */
function operatorOf(entry: KeptEntry, created: ReadonlyMap<EntryId, number>): number | null {
  if (!isStatus(entry)) return null
  const { operator } = entry.edit
  return operator.kind === 'known' ? operator.id : (created.get(operator.entryId) ?? null)
}

/** Takes in some of what the store holds, as it is: it is true already. The operators that adds created come first. */
export function take(state: State, stored: Pick<Stored, 'entries' | 'attempts' | 'created'>): void {
  let { nextOrder } = state.queue
  for (const [entryId, operatorId] of stored.created) {
    state.created.set(entryId, operatorId)
    state.claimed.set(operatorId, entryId)
  }
  for (const attempt of stored.attempts) state.attempts.set(attempt.id, attempt)
  for (const entry of stored.entries) {
    putEntry(state, entry)
    nextOrder = Math.max(nextOrder, entry.order + 1)
    const kept = entry.state
    if ((kept.kind === 'confirmed' || kept.kind === 'matched') && isAdd(entry))
      state.claimed.set(kept.operatorId, entry.id)
  }
  state.queue = { ...state.queue, nextOrder }
  state.changes.note(stored.entries.map(({ id }) => id))
}

/** Makes true what a step has decided. Nothing but this and `take` changes a state. */
export function apply(state: State, draft: Draft): void {
  state.queue = draft.queue
  for (const [id, organization] of draft.organizations) state.organizations.set(id, organization)
  for (const [id, ids] of draft.before) state.before.set(id, ids)
  write(state.attempts, draft.attempts)
  write(state.checks, draft.checks)
  write(state.rests, draft.rests)
  for (const [id, on] of draft.sending) if (on) state.sending.add(id)
  for (const [id, on] of draft.sending) if (!on) state.sending.delete(id)
  for (const [id, attempt] of draft.attempts) if (attempt === null) state.before.delete(id)
  for (const [entryId, operatorId] of draft.created) state.created.set(entryId, operatorId)
  for (const [operatorId, entryId] of draft.claimed) state.claimed.set(operatorId, entryId)
  let ended = 0
  for (const entry of draft.entries.values()) if (putEntry(state, entry)) ended += 1
  if (ended > 0) state.queue = { ...state.queue, done: state.queue.done + ended }
  for (const id of draft.past) dropEntry(state, id)
  state.changes.note(draft.entries.keys())
  state.changes.note(draft.past)
  for (const id of draft.rests.keys()) touch(state, id)
  for (const id of draft.created.keys())
    for (const dependant of state.lines.dependants(id)) touch(state, dependant)
}

function write<Key, Value>(table: Map<Key, Value>, changes: ReadonlyMap<Key, Value | null>): void {
  for (const [key, value] of changes) {
    if (value === null) table.delete(key)
    else table.set(key, value)
  }
}

/** Says whether the entry has ended by this, and not by being given up. */
function putEntry(state: State, entry: KeptEntry): boolean {
  const old = state.entries.get(entry.id)
  if (old) state.counts[old.state.kind] -= 1
  state.counts[entry.state.kind] += 1
  if (entry.state.kind === 'confirmed' && isAdd(entry) && !entry.listed) state.unshown.add(entry.id)
  else state.unshown.delete(entry.id)
  if (entry.watch !== null) state.watched.add(entry.id)
  state.entries.set(entry.id, entry)
  state.lines.put(entry)
  const isGivenUp = entry.state.kind === 'cancelled' || entry.state.kind === 'superseded'
  return hasEnded(entry.state) && !isGivenUp && !(old && hasEnded(old.state))
}

function dropEntry(state: State, id: EntryId): void {
  const entry = state.entries.get(id)
  if (!entry) return
  state.counts[entry.state.kind] -= 1
  state.lines.drop(entry)
  state.entries.delete(id)
  state.unshown.delete(id)
  state.watched.delete(id)
}

function touch(state: State, id: EntryId): void {
  const entry = state.entries.get(id)
  if (entry) state.lines.put(entry)
}

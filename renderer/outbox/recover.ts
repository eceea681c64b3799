import type { Attempt, Outcome } from '../../shared/attempt.ts'
import type { EntryId } from '../../shared/edit.ts'
import type { JournalRecord, JournalView } from '../../shared/journal.ts'
import { carried } from './carried.ts'
import type { Draft } from './draft.ts'
import { acceptedOf, hasEnded, keep, type KeptEntry } from './kept-entry.ts'
import { mindOrphans } from './orphans.ts'
import { endUnwanted } from './person.ts'
import type { Stored } from './ports.ts'
import { settle } from './settle.ts'
import { beginCheck, isRefusal } from './verify.ts'

interface Places {
  readonly stored: Stored
  readonly journal: JournalView
}

/** Both places, and the ids of the journal's open edits. */
interface Recovered extends Places {
  readonly open: readonly EntryId[]
}

/**
 * Makes one queue out of the two durable places, after whatever befell them; what the store holds is in the
 * state already. The store is believed about entries, the journal about what left; each is rebuilt from the
 * other where it was lost. Whatever cannot be ruled out to have been sent is looked up before anything is sent
 * again.
 */
export function recover(draft: Draft, { stored, journal, open }: Recovered): void {
  const storeId = stored.storeId ?? journal.storeId ?? draft.now.random.id()
  draft.recovers = true
  const isOther = journal.storeId !== null && journal.storeId !== stored.storeId
  if (stored.storeId === null || isOther) rebuild(draft, { stored, journal })
  draft.storeId = stored.storeId === storeId ? null : storeId
  const trusted = journal.storeId === storeId && !journal.damaged
  for (const journalled of latest(journal)) resume(draft, { ...journalled, trusted })
  resumeUnjournalled(draft, { stored, journal })
  endUnwanted(draft)
  if (trusted) draft.effects.push({ kind: 'record', records: differences(draft, open) })
  else draft.effects.push({ kind: 'restart-journal' })
  // The window died before it could take back what it had handed over.
  if (draft.queue.pausedByPerson) draft.effects.push({ kind: 'recall', attemptIds: null })
  const { wall, monotonic } = draft.now
  const journalDue = trusted ? null : storeId
  draft.changeQueue({ recovered: true, storage: null, journalDue, began: { wall, monotonic } })
}

function takeEntry(draft: Draft, entry: KeptEntry): void {
  draft.entries.set(entry.id, entry)
  if (draft.queue.nextOrder <= entry.order) draft.changeQueue({ nextOrder: entry.order + 1 })
}

/**
 * The store was lost, or is not the journal's: what the journal holds and the store does not is taken over.
 * A damaged journal cannot tell what was sent: time to settle has to pass, and whatever bears the name then
 * is a question.
 */
function takeJournal(draft: Draft, { journal }: Places): void {
  if (journal.open.kind === 'ids') return
  const sent = new Set(
    journal.attempts.flatMap(({ attempt }) => attempt.entries.map(({ id }) => id))
  )
  // Of two that each began to count anew, the journal's come last: no two may stand at the same place.
  const isFirst = draft.state.entries.size === 0
  for (const accepted of journal.open.accepted) {
    if (draft.entry(accepted.id)) continue
    const everSent = journal.damaged || sent.has(accepted.id)
    const order = isFirst ? accepted.order : draft.queue.nextOrder
    takeEntry(draft, { ...keep({ ...accepted, order }, []), everSent })
    if (journal.damaged)
      draft.rests.set(accepted.id, {
        failures: 0,
        until: draft.now.monotonic + draft.queue.settleMs
      })
  }
}

function rebuild(draft: Draft, places: Places): void {
  takeJournal(draft, places)
  mindOrphans(draft, places.journal)
}

interface Journalled {
  readonly attempt: Attempt
  readonly outcome: Outcome
  /** Entries that no later attempt carried. */
  readonly ids: readonly EntryId[]
}

/** Attempts that were the last one for some entry; what came of those before has been dealt with. */
function latest(journal: JournalView): Journalled[] {
  const last = new Map(
    journal.attempts.flatMap(({ attempt }) =>
      attempt.entries.map(({ id }) => [id, attempt.id] as const)
    )
  )
  return journal.attempts
    .map(({ attempt, outcome }) => {
      const ids = attempt.entries.map(({ id }) => id).filter((id) => last.get(id) === attempt.id)
      return { attempt, outcome, ids }
    })
    .filter(({ ids }) => ids.length > 0)
}

/**
 * An attempt that the journal remembers: its outcome counts, and where there is none, anything may have
 * happened. Only the window may have died: then the courier still waits for the reply, and answers with it
 * when it is asked again; a journal that is sound makes sure that it does not send again.
 */
function resume(
  draft: Draft,
  { attempt, outcome, ids, trusted }: Journalled & { trusted: boolean }
): void {
  for (const id of ids) rejoin(draft, id, attempt)
  const open = carried(draft, attempt)
  if (open.length === 0) return
  draft.attempts.set(attempt.id, attempt)
  if (open.some(({ state }) => state.kind === 'verifying')) beginAnew(draft, attempt)
  else if (outcome === null && trusted) awaitOutcome(draft, attempt)
  else settle(draft, attempt.id, { outcome, redelivered: true })
}

function awaitOutcome(draft: Draft, attempt: Attempt): void {
  draft.sending.set(attempt.id, true)
  draft.effects.push({ kind: 'send', attempt })
  // The window may have died before it could take back what was discarded.
  if (carried(draft, attempt).some(({ unwanted }) => unwanted))
    draft.effects.push({ kind: 'recall', attemptIds: [attempt.id] })
}

/** An entry waits, and the store has never heard of its last attempt: it is on its way after all. */
function rejoin(draft: Draft, id: EntryId, attempt: Attempt): void {
  const entry = draft.entry(id)
  if (entry?.state.kind !== 'waiting' || entry.lastAttempt === attempt.id) return
  const known = attempt.kind === 'add' ? attempt.known : []
  const state = { kind: 'sending', attemptId: attempt.id } as const
  draft.entries.set(id, { ...entry, state, everSent: true, lastAttempt: attempt.id, known })
}

/** Entries under way of which the journal holds no attempt: proven unsent, unless the journal proves nothing. */
function resumeUnjournalled(draft: Draft, { stored, journal }: Places): void {
  const proves = journal.storeId === stored.storeId && stored.storeId !== null && !journal.damaged
  const journalled = new Set(journal.attempts.map(({ attemptId }) => attemptId))
  for (const attempt of stored.attempts) {
    if (journalled.has(attempt.id)) continue
    if (carried(draft, attempt).length === 0) draft.dropAttempt(attempt.id)
    else if (proves && carried(draft, attempt).some(({ state }) => state.kind === 'sending'))
      waitAgain(draft, attempt)
    else beginAnew(draft, attempt)
  }
}

function waitAgain(draft: Draft, attempt: Attempt): void {
  for (const entry of carried(draft, attempt)) draft.move(entry, { kind: 'waiting', reason: null })
  draft.dropAttempt(attempt.id)
}

/** After a restart the wait begins anew. */
function beginAnew(draft: Draft, attempt: Attempt): void {
  const states = carried(draft, attempt).map(({ state }) => state)
  const failure = states.find((state) => state.kind === 'verifying')?.failure ?? null
  if (attempt.kind === 'set-status') settle(draft, attempt.id, { outcome: null, redelivered: true })
  else
    beginCheck(draft, attempt, { failure, settleMs: isRefusal(failure) ? 0 : draft.queue.settleMs })
}

/** What the journal has missed: ends, and entries whose copy it never got. */
function differences(draft: Draft, open: readonly EntryId[]): JournalRecord[] {
  const records: JournalRecord[] = []
  let both = 0
  for (const id of open) {
    const state = draft.entry(id)?.state
    // What only the journal has was never shown as saved, or ended long ago.
    if (!state) records.push(settled(id, 'cancelled'))
    else if (hasEnded(state)) records.push(settled(id, state.kind as 'confirmed'))
    else both += 1
  }
  return [...records, ...withoutCopy(draft, open, both)]
}

/** Entries that have not ended and are not among the open ones; nearly always none, which their number tells. */
function withoutCopy(draft: Draft, open: readonly EntryId[], both: number): JournalRecord[] {
  if (unendedIn(draft) === both) return []
  const copied = new Set(open)
  const records: JournalRecord[] = []
  for (const entry of draft.everyEntry())
    if (!hasEnded(entry.state) && !copied.has(entry.id))
      records.push({ kind: 'queued', accepted: acceptedOf(entry) })
  return records
}

/** How many have not ended, without a look at all of them. */
function unendedIn({ state, entries }: Draft): number {
  const { confirmed, matched, cancelled, superseded } = state.counts
  let count = state.entries.size - confirmed - matched - cancelled - superseded
  for (const entry of entries.values()) {
    const before = state.entries.get(entry.id)
    if (before && !hasEnded(before.state)) count -= 1
    if (!hasEnded(entry.state)) count += 1
  }
  return count
}

function settled(
  entryId: EntryId,
  ending: Extract<JournalRecord, { kind: 'settled' }>['ending']
): JournalRecord {
  return { kind: 'settled', entryId, ending }
}

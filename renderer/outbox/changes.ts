import type { JournalRecord } from '../../shared/journal.ts'
import type { Draft } from './draft.ts'
import { acceptedOf, hasEnded, type KeptEntry } from './kept-entry.ts'
import type { StoredChanges } from './ports.ts'

/** What of a draft has to be stored; `null` where nothing has. */
export function changesOf(draft: Draft): StoredChanges | null {
  const changes: StoredChanges = {
    storeId: draft.storeId,
    entries: [...draft.entries.values()],
    past: [...draft.past],
    attempts: [...draft.attempts.values()].filter((attempt) => attempt !== null),
    goneAttempts: [...draft.attempts].filter(([, attempt]) => attempt === null).map(([id]) => id),
    created: [...draft.created],
    history: draft.history
  }
  const size =
    changes.entries.length +
    changes.past.length +
    changes.attempts.length +
    changes.goneAttempts.length
  return size + changes.created.length + changes.history.length > 0 || draft.storeId !== null
    ? changes
    : null
}

/** Copies for the journal of the edits that a draft accepts. */
export function acceptedIn(draft: Draft): JournalRecord[] {
  const fresh = [...draft.entries.values()].filter((entry) => !draft.state.entries.has(entry.id))
  return fresh.map((entry) => ({ kind: 'queued', accepted: acceptedOf(entry) }))
}

/** Takes back what the journal was told of edits that the store would not have. */
export function withdrawn(copies: readonly JournalRecord[]): JournalRecord[] {
  return copies.map((copy) => ({
    kind: 'settled',
    entryId: copy.kind === 'queued' ? copy.accepted.id : copy.entryId,
    ending: 'cancelled'
  }))
}

/** Copies for the journal of everything that has not ended. */
export function openRecords(entries: Iterable<KeptEntry>): JournalRecord[] {
  const open = [...entries].filter((entry) => !hasEnded(entry.state))
  return open.map((entry) => ({ kind: 'queued', accepted: acceptedOf(entry) }))
}

/** A record that changes nothing: the copy of an entry that the journal has already. */
export function testRecord(entries: Iterable<KeptEntry>): JournalRecord[] {
  for (const entry of entries) if (!hasEnded(entry.state)) return openRecords([entry])
  return []
}

/** Whether a step changed or asks for anything. */
export function isIdle(draft: Draft): boolean {
  return draft.effects.length === 0 && draft.entries.size === 0 && draft.organizations.size === 0
}

import type { AttemptId } from '../../shared/attempt.ts'
import type { EntryId } from '../../shared/edit.ts'
import { never } from '../../shared/never.ts'
import { acceptOne, cover } from './accept.ts'
import type { Draft } from './draft.ts'
import type { Answer } from './entry.ts'
import type { Wish } from './event.ts'
import { isAdd, isStatus, type KeptEntry } from './kept-entry.ts'
import { isGone } from './orphans.ts'

/** Rejected entries wait again; for those that wait, whatever keeps them back is forgotten. */
export function retry(draft: Draft, ids: readonly EntryId[]): void {
  for (const entry of entriesOf(draft, ids)) {
    const { organizationId } = entry.edit
    if (draft.organization(organizationId).paused)
      draft.changeOrganization(organizationId, { paused: null })
    if (draft.state.rests.has(entry.id)) draft.rests.set(entry.id, null)
    if (entry.state.kind === 'rejected' && !isOrphan(draft, entry))
      draft.move(entry, { kind: 'waiting', reason: null })
  }
}

/** Its operator cannot be told any more: it would wait for ever. */
function isOrphan(draft: Draft, { edit }: KeptEntry): boolean {
  if (edit.kind !== 'set-status' || edit.operator.kind !== 'created-by') return false
  return isGone(draft, edit.operator.entryId)
}

/**
 * Entries that nothing is under way for end as cancelled, and with an add whoever waits for its operator. What is
 * being sent is taken back where it has not left.
 */
export function discard(draft: Draft, ids: readonly EntryId[]): void {
  const attemptIds = new Set<AttemptId>()
  for (const entry of entriesOf(draft, ids)) {
    if (entry.state.kind !== 'sending') cancel(draft, entry)
    else {
      draft.entries.set(entry.id, { ...entry, unwanted: true })
      attemptIds.add(entry.state.attemptId)
    }
  }
  if (attemptIds.size > 0) draft.effects.push({ kind: 'recall', attemptIds: [...attemptIds] })
}

/** What was discarded while it was under way, and came to nothing, ends; where it is a question, that is asked. */
export function endUnwanted(draft: Draft): void {
  for (const entry of draft.entries.values()) {
    if (!entry.unwanted) continue
    if (entry.state.kind === 'waiting' || entry.state.kind === 'rejected') cancel(draft, entry)
    else if (entry.state.kind === 'needs-person')
      draft.entries.set(entry.id, { ...entry, unwanted: false })
  }
}

/** A rejected or waiting add gives way to one with another name. */
export function rename(
  draft: Draft,
  id: EntryId,
  { wish, actionId, readAt }: { wish: Wish; actionId: string; readAt: number }
): void {
  const old = draft.entry(id)
  if (!old || !isAdd(old) || !mayEnd(old)) return
  cover(draft, [wish], readAt)
  const entry = acceptOne(draft, { wish, actionId, latest: new Map() })
  draft.entries.set(entry.id, { ...entry, replaces: [old.id, ...old.replaces] })
  draft.move(old, { kind: 'superseded', by: entry.id, at: draft.now.wall })
}

/** Carries out what the person decided about entries that need them; an answer that does not fit changes nothing. */
export function answer(draft: Draft, ids: readonly EntryId[], given: Answer): void {
  for (const entry of entriesOf(draft, ids))
    if (entry.state.kind === 'needs-person') answerOne(draft, entry, given)
}

function answerOne(draft: Draft, entry: KeptEntry, given: Answer): void {
  draft.note(entry.id, 'answered', null)
  switch (given.kind) {
    case 'use':
      use(draft, entry, given.operatorId)
      return
    case 'use-found': {
      const [only, ...others] = shown(entry)
      if (only !== undefined && others.length === 0) use(draft, entry, only)
      return
    }
    case 'add-another':
      if (isAdd(entry)) addAnother(draft, entry)
      return
    case 'mine':
      if (isStatus(entry)) sendMine(draft, entry)
      return
    case 'theirs':
    case 'discard':
      cancel(draft, entry)
      return
    default:
      never(given)
  }
}

/** An operator can be taken by one entry only. */
function use(draft: Draft, entry: KeptEntry, operatorId: number): void {
  if (!isAdd(entry) || draft.claimantOf(operatorId) !== undefined) return
  draft.claim(entry, operatorId)
  draft.move(
    entry,
    { kind: 'matched', operatorId, how: 'person', at: draft.now.wall },
    { listed: true }
  )
}

/** The rows that the person saw and did not want count as known: only what comes later may be ours. */
function addAnother(draft: Draft, entry: KeptEntry): void {
  const seen = shown(entry)
  const watch = entry.watch === null ? null : [...new Set([...entry.watch, ...seen])]
  const baseline = [...new Set([...entry.baseline, ...seen])]
  draft.move(entry, { kind: 'waiting', reason: null }, { watch, baseline, insist: true, missed: 0 })
}

function shown({ state }: KeptEntry): readonly number[] {
  if (state.kind !== 'needs-person') return []
  const { question } = state
  if (question.kind === 'undecided') return question.candidates.map(({ id }) => id)
  return question.kind === 'name-appeared' ? question.operators.map(({ id }) => id) : []
}

function sendMine(draft: Draft, entry: KeptEntry): void {
  const { state } = entry
  if (state.kind !== 'needs-person') return
  const base = state.question.kind === 'status-conflict' ? state.question.now : entry.base
  draft.move(entry, { kind: 'waiting', reason: null }, { base, insist: true })
}

function cancel(draft: Draft, entry: KeptEntry): void {
  if (!mayEnd(entry)) return
  draft.move(entry, { kind: 'cancelled', at: draft.now.wall })
  if (!isAdd(entry)) return
  for (const id of [entry.id, ...entry.replaces]) cancelDependants(draft, id)
}

function cancelDependants(draft: Draft, id: EntryId): void {
  for (const dependant of draft.state.lines.dependants(id)) {
    const entry = draft.entry(dependant)
    if (entry) cancel(draft, entry)
  }
}

function mayEnd({ state }: KeptEntry): boolean {
  return state.kind === 'waiting' || state.kind === 'rejected' || state.kind === 'needs-person'
}

function entriesOf(draft: Draft, ids: readonly EntryId[]): KeptEntry[] {
  return ids.map((id) => draft.entry(id)).filter((entry) => entry !== undefined)
}

import type { EntryId } from '../../shared/edit.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Status } from '../../shared/operator.ts'
import { never } from '../../shared/never.ts'
import type { Entry } from '../outbox/entry.ts'
import type { Verdict } from './verdict.ts'

/** What came of taking a row back, where that was tried. */
export type UndoOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'under-way' }
  | { readonly kind: 'rejected'; readonly failure: Failure }

/** What came of a row. */
export type RowOutcome =
  | {
      readonly kind: 'added'
      readonly operatorId: number
      readonly how: 'confirmed' | 'lost-reply' | 'already-there' | 'person'
      readonly undo?: UndoOutcome
    }
  | {
      readonly kind: 'changed'
      readonly operatorId: number | null
      readonly to: Status
      readonly undo?: UndoOutcome
    }
  /** Still in the outbox, or, with `accepted: false`, not yet there. */
  | { readonly kind: 'pending'; readonly accepted: boolean; readonly needsPerson: boolean }
  | { readonly kind: 'rejected'; readonly failure: Failure }
  | { readonly kind: 'cancelled' }
  /** Never sent: the plan said so. */
  | {
      readonly kind: 'not-sent'
      readonly verdict: Exclude<Verdict, { readonly kind: 'add' | 'change' }>
    }

/** What is known of an entry: itself, or, once the outbox has let it go, the outcome that was kept. */
export interface Entries {
  /** The entry of a step, by the step's position; `null` before it is accepted. */
  readonly entryOf: (step: number) => EntryId | null
  readonly entry: (id: EntryId) => Entry | null
  readonly kept: (id: EntryId) => RowOutcome | null
}

/** The outcome of the step at that position. */
export function outcomeOfStep(position: number, entries: Entries): RowOutcome {
  const id = entries.entryOf(position)
  if (id === null) return { kind: 'pending', accepted: false, needsPerson: false }
  const entry = entries.entry(id)
  if (entry === null)
    return entries.kept(id) ?? { kind: 'pending', accepted: true, needsPerson: false }
  return outcomeOfEntry(entry, entries.entry)
}

/** What came of an entry so far; of an add that was corrected and sent anew, what came of its successor. */
export function outcomeOfEntry(
  { state, edit }: Entry,
  entryOf: (id: EntryId) => Entry | null
): RowOutcome {
  if (state.kind === 'superseded' && state.by !== null && edit.kind === 'add') {
    const successor = entryOf(state.by)
    if (successor !== null) return outcomeOfEntry(successor, entryOf)
  }
  switch (state.kind) {
    case 'confirmed':
      return ended(edit, state.operatorId, 'confirmed')
    case 'matched':
      return ended(edit, state.operatorId, state.how)
    case 'rejected':
      return { kind: 'rejected', failure: state.failure }
    case 'superseded':
      return superseded(edit, state.by)
    case 'cancelled':
      return { kind: 'cancelled' }
    case 'needs-person':
      return { kind: 'pending', accepted: true, needsPerson: true }
    case 'waiting':
    case 'sending':
    case 'verifying':
      return { kind: 'pending', accepted: true, needsPerson: false }
    default:
      return never(state)
  }
}

/** A status that is replaced by none was as wanted already, once unsent edits of the operator were united. */
function superseded(edit: Entry['edit'], by: EntryId | null): RowOutcome {
  if (edit.kind === 'add' || by !== null) return { kind: 'cancelled' }
  const operatorId = edit.operator.kind === 'known' ? edit.operator.id : null
  return { kind: 'changed', operatorId, to: edit.to }
}

function ended(
  edit: Entry['edit'],
  operatorId: number,
  how: Extract<RowOutcome, { kind: 'added' }>['how']
): RowOutcome {
  return edit.kind === 'add'
    ? { kind: 'added', operatorId, how }
    : { kind: 'changed', operatorId, to: edit.to }
}

/** Whether nothing more will come of it. */
export function isFinal(outcome: RowOutcome): boolean {
  return outcome.kind !== 'pending'
}

/** How far an import has come: "Imported 300 of 1,250". */
export interface ImportProgress {
  readonly total: number
  /** Ended well: created or changed. */
  readonly done: number
  readonly rejected: number
  readonly cancelled: number
  readonly needsPerson: number
}

/** Counts the outcomes of all steps. */
export function progressOf(outcomes: Iterable<RowOutcome>): ImportProgress {
  const progress = { total: 0, done: 0, rejected: 0, cancelled: 0, needsPerson: 0 }
  for (const outcome of outcomes) {
    progress.total += 1
    if (outcome.kind === 'added' || outcome.kind === 'changed') progress.done += 1
    if (outcome.kind === 'rejected') progress.rejected += 1
    if (outcome.kind === 'cancelled') progress.cancelled += 1
    if (outcome.kind === 'pending' && outcome.needsPerson) progress.needsPerson += 1
  }
  return progress
}

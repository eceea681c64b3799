import type { EntryId } from '../../shared/edit.ts'
import { outcomeOfEntry, type Entries, type RowOutcome, type UndoOutcome } from './outcome.ts'

/** The edits of one undo, and what is known of them. */
export interface UndoneBy {
  readonly ids: readonly EntryId[]
  readonly entries: Entries
}

/** What undoing has come to, by operator: the last undo that did anything about somebody holds. */
export function takenBack(undos: readonly UndoneBy[]): ReadonlyMap<number, UndoOutcome> {
  const undone = new Map<number, UndoOutcome>()
  for (const { ids, entries } of undos) for (const id of ids) note(undone, id, entries)
  return undone
}

/** What came of a row, with what its undo has come to. */
export function withUndo(
  outcome: RowOutcome,
  undone: ReadonlyMap<number, UndoOutcome>
): RowOutcome {
  if (outcome.kind !== 'added' && outcome.kind !== 'changed') return outcome
  const undo = outcome.operatorId === null ? undefined : undone.get(outcome.operatorId)
  return undo === undefined ? outcome : { ...outcome, undo }
}

function note(undone: Map<number, UndoOutcome>, id: EntryId, entries: Entries): void {
  const entry = entries.entry(id)
  const outcome = entry ? outcomeOfEntry(entry, entries.entry) : entries.kept(id)
  const operatorId = entry ? operatorOf(entry) : outcome?.kind === 'changed' && outcome.operatorId
  if (typeof operatorId !== 'number' || outcome === null) return
  const undo = undoOutcome(outcome)
  if (undo !== null) undone.set(operatorId, undo)
}

/** An undo sets statuses of operators that are known, and nothing else. */
function operatorOf({ edit }: NonNullable<ReturnType<Entries['entry']>>): number | null {
  return edit.kind === 'set-status' && edit.operator.kind === 'known' ? edit.operator.id : null
}

function undoOutcome(outcome: RowOutcome): UndoOutcome | null {
  if (outcome.kind === 'changed') return { kind: 'done' }
  if (outcome.kind === 'pending') return { kind: 'under-way' }
  return outcome.kind === 'rejected' ? outcome : null
}

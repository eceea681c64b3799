import type { Failure } from '../../shared/failure.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { chunkSize } from './apply-import.ts'
import { advance, type ImportId, type ImportStore, type Phase } from './import.ts'
import type { ImportUndo } from './undo-import.ts'

/** An import that is to be undone, and what that needs. */
export interface UndoRun {
  readonly id: ImportId
  readonly phase: Phase
  /** Worked out just before, from how operators stand with the outbox's wishes: repeated after a crash it does nothing twice. */
  readonly undo: ImportUndo
  readonly store: ImportStore
  readonly outbox: Pick<Outbox, 'enqueue' | 'discard'>
  readonly now: () => number
}

/** Discards what the import has not sent yet and hands the edits that take it back to the outbox. */
export async function runUndo(run: UndoRun): Promise<Result<Phase, Failure>> {
  const { id, store, outbox, undo, now } = run
  const begun = advance(run.phase, { kind: 'undo', at: now() })
  const marked = await store.setPhase(id, begun)
  if (!marked.ok) return marked
  const discarded = undo.discards.length === 0 ? ok(null) : await outbox.discard(undo.discards)
  if (!discarded.ok) return discarded
  for (let from = 0; from < undo.edits.length; from += chunkSize) {
    const accepted = await outbox.enqueue(undo.edits.slice(from, from + chunkSize))
    if (!accepted.ok) return accepted
  }
  const done = advance(begun, { kind: 'undone', at: now() })
  const stored = await store.setPhase(id, done)
  return stored.ok ? ok(done) : stored
}

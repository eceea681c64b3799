import type { Edit, EntryId } from '../../shared/edit.ts'
import type { Failure } from '../../shared/failure.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Entry } from '../outbox/entry.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { chunkSize, highestOrder } from './apply-import.ts'
import type { Following } from './following.ts'
import { advance, type ImportId, type ImportStore, type Phase } from './import.ts'
import type { ImportUndo } from './undo-import.ts'

/** An undo on its way into the outbox, and what that needs. */
export interface UndoRun {
  readonly id: ImportId
  readonly phase: Phase
  /** Worked out just before, from how operators stand with the outbox's wishes: repeated after a crash it does nothing twice. */
  readonly undo: ImportUndo
  /** The entries that it has handed over; more are put into it. */
  readonly following: Pick<Following, 'chunks' | 'put'>
  readonly store: ImportStore
  readonly outbox: Pick<Outbox, 'enqueue' | 'discard' | 'view'>
  readonly now: () => number
}

/** Discards what is left of the import and hands the edits that take it back to the outbox. */
export async function handOverUndo(run: UndoRun): Promise<Result<Phase, Failure>> {
  const { store, outbox, undo, now, id } = run
  const adopted = await adopt(run)
  if (!adopted.ok) return adopted
  const mark = highestOrder(outbox.view().bare.values())
  const begun = advance(run.phase, { kind: 'undo-handing-over', mark })
  const marked = await store.setPhase(id, begun)
  if (!marked.ok) return marked
  const discarded = undo.discards.length === 0 ? ok(null) : await outbox.discard(undo.discards)
  if (!discarded.ok) return discarded
  for (let from = 0; from < undo.edits.length; from += chunkSize) {
    const handed = await handOver(run, undo.edits.slice(from, from + chunkSize))
    if (!handed.ok) return handed
  }
  const done = advance(begun, { kind: 'undone', at: now() })
  const stored = await store.setPhase(id, done)
  return stored.ok ? ok(done) : stored
}

async function handOver(run: UndoRun, edits: readonly Edit[]): Promise<Result<null, Failure>> {
  const accepted = await run.outbox.enqueue(edits)
  return accepted.ok
    ? keep(
        run,
        accepted.value.map(({ id }) => id)
      )
    : accepted
}

async function keep(
  { id, store, following, phase }: UndoRun,
  entryIds: readonly EntryId[]
): Promise<Result<null, Failure>> {
  const from = phase.kind === 'undoing' ? phase.from : 0
  const index = from + following.chunks.length
  const kept = await store.addUndoChunk(id, { index, entryIds })
  if (kept.ok) following.put(index - from, entryIds)
  return kept
}

/** Takes up what the outbox accepted of this undo just before the app ended, and nobody noted. */
async function adopt(run: UndoRun): Promise<Result<null, Failure>> {
  const { phase, following, outbox } = run
  if (phase.kind !== 'undoing' || phase.mark === null) return ok(null)
  const { mark } = phase
  const noted = new Set(following.chunks.flat())
  const strays = [...outbox.view().bare.values()].filter(
    (entry) => entry.order > mark && !noted.has(entry.id) && isStatus(entry)
  )
  return strays.length === 0
    ? ok(null)
    : keep(
        run,
        strays.map(({ id }) => id)
      )
}

/** An undo sets statuses of operators that are known, and nothing else. */
function isStatus({ edit }: Entry): boolean {
  return edit.kind === 'set-status' && edit.operator.kind === 'known'
}

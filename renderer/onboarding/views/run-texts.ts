import type { Messages } from '../../../shared/messages/messages.ts'
import type { QueueState } from '../../outbox/outbox.ts'
import type { ImportProgress } from '../outcome.ts'
import type { ImportRun } from '../run.svelte.ts'
import type { ImportUndo } from '../undo-import.ts'
import { undoneText } from './record-texts.ts'

/** How the outbox gets on with an import, in a few words; empty where there is nothing to say. */
export function queueText(queue: QueueState, { onboarding, format }: Messages): string {
  const text = onboarding.run
  if (queue.kind === 'sending')
    return queue.etaMs === null ? '' : text.left(format.duration(queue.etaMs))
  if (queue.kind !== 'paused') return ''
  if (queue.why === 'person') return text.paused
  if (queue.why === 'offline') return text.offline
  return queue.why === 'signed-out' ? text.signedOut : ''
}

/** What an undo does, in one sentence. */
export function undoText(undo: ImportUndo, { onboarding }: Messages): string {
  return onboarding.undone.summary({ ...undo, discards: undo.discards.length })
}

type Undone = Pick<ImportRun, 'pending' | 'progress'> & {
  readonly record: Pick<ImportRun['record'], 'phase'>
  readonly undo: Pick<ImportRun['undo'], 'pending' | 'progress'>
}

/** What an undo that is wanted has come to; `null` where none is. */
export function undoStage(
  { record, pending, undo }: Undone,
  words: Messages
): (Pick<ImportProgress, 'rejected' | 'needsPerson' | 'cancelled'> & { text: string }) | null {
  const text = words.onboarding.run.undo
  const { kind } = record.phase
  if (kind === 'undone') return { ...undo.progress, text: undoneText(undo.progress, words) }
  if (kind !== 'undoing') return null
  return { ...undo.progress, text: pending > 0 ? text.waits(pending) : text.prepared }
}

/** The part that has ended, 0 to 1: of the import, or, once that is taken back, of its undo. */
export function shareOf({ record, progress, pending, undo }: Undone): number {
  const undone = record.phase.kind === 'undone' && undo.progress.total > 0
  const { total } = undone ? undo.progress : progress
  const left = undone ? undo.pending : pending
  return total === 0 ? 1 : (total - left) / total
}

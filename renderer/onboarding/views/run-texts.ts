import type { Messages } from '../../../shared/messages/messages.ts'
import type { QueueState } from '../../outbox/outbox.ts'
import type { ImportUndo } from '../undo-import.ts'

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
  const { deletes, restores, discards } = undo
  return onboarding.undone.summary(deletes, restores, discards.length)
}

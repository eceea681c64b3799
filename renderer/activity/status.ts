import type { Connection } from '../../shared/ipc.ts'
import type { Messages } from '../../shared/messages/messages.ts'
import { never } from '../../shared/never.ts'
import type { QueueState } from '../outbox/outbox.ts'

/** A part of the status line. */
export interface StatusPart {
  readonly text: string
  readonly tone: 'quiet' | 'ok' | 'busy' | 'warn' | 'danger'
}

/** Whether the service can be reached, in words. `now`: wall clock, ms. */
export function connectionPart(connection: Connection, now: number, words: Messages): StatusPart {
  const text = words.session.connection
  switch (connection.kind) {
    case 'unknown':
      return { text: text.unknown, tone: 'quiet' }
    case 'online':
      return { text: text.online, tone: 'ok' }
    case 'offline':
      return { text: text.offline(words.format.time(connection.since, now)), tone: 'warn' }
    default:
      return never(connection)
  }
}

/** Entries that have not ended well: those that wait, are sent or looked for, and those that were refused. */
export interface Left {
  readonly unsent: number
  readonly rejected: number
}

/** What the queue does, in words. */
export function queuePart(
  queue: QueueState,
  { unsent, rejected }: Left,
  { now, words }: { now: number; words: Messages }
): StatusPart {
  const text = words.session.connection
  switch (queue.kind) {
    case 'idle':
      if (unsent > 0) return { text: text.waiting(unsent), tone: 'busy' }
      return rejected > 0
        ? { text: text.rejected(rejected), tone: 'danger' }
        : { text: text.saved, tone: 'quiet' }
    case 'opening':
      return { text: text.opening, tone: 'busy' }
    case 'sending': {
      const left = queue.etaMs === null ? [] : [text.left(words.format.duration(queue.etaMs))]
      return { text: [text.sending(queue.done, queue.total), ...left].join(', '), tone: 'busy' }
    }
    case 'verifying':
      return { text: text.verifying(words.format.duration(queue.until - now)), tone: 'busy' }
    case 'needs-person':
      return { text: text.needsYou(queue.count), tone: 'warn' }
    case 'paused':
      return {
        text: pausedText(queue, now, words),
        tone: queue.why === 'storage' ? 'danger' : 'warn'
      }
    default:
      return never(queue)
  }
}

function pausedText(queue: QueueState & { kind: 'paused' }, now: number, words: Messages): string {
  const { paused, waiting } = words.session.connection
  const counted = waiting(queue.waiting)
  if (queue.why === 'rate-limited' || queue.why === 'refused')
    return paused[queue.why](counted, words.format.duration(queue.until - now))
  return paused[queue.why](counted)
}

import type { Event } from './event.ts'
import type { OutboxPorts } from './ports.ts'

/** Lets the queue hear what main tells: the connection, a refused token, quitting, waking up. Returns how to stop. */
export function listen(
  { accountId, on }: Pick<OutboxPorts, 'accountId' | 'on'>,
  post: (event: Event) => void
): () => void {
  const stops = [
    on('connection', ({ kind }) => post({ kind: 'connection', told: kind })),
    on('token-refused', (refused) => {
      if (refused === accountId) post({ kind: 'signed-out' })
    }),
    on('quitting', () => post({ kind: 'quitting' })),
    on('resumed', () => post({ kind: 'tick' }))
  ]
  return () => stops.forEach((stop) => stop())
}

import type { Attempt } from '../../shared/attempt.ts'
import type { JournalRecord } from '../../shared/journal.ts'
import { never } from '../../shared/never.ts'
import type { Effect, Event } from './event.ts'
import type { OutboxPorts } from './ports.ts'
import { readList } from './read-list.ts'
import type { State } from './state.ts'

/** What performing an effect needs beside the ports. */
export interface Performing {
  readonly state: State
  readonly ports: OutboxPorts
  readonly post: (event: Event) => void
  readonly record: (records: readonly JournalRecord[]) => Promise<void>
  readonly restartJournal: () => Promise<void>
}

/** Starts an effect; what comes of it is posted. A call that throws counts as one whose end is unknown. */
export function perform(performing: Performing, effect: Effect): void {
  const { ports, record } = performing
  const guard = (work: Promise<unknown>): void => void work.catch(ports.onbug)
  switch (effect.kind) {
    case 'send':
      guard(send(performing, effect.attempt))
      return
    case 'recall':
      guard(ports.courier.recall(ports.accountId, effect.attemptIds))
      return
    case 'list':
      guard(list(performing, effect))
      return
    case 'record':
      guard(record(effect.records))
      return
    case 'restart-journal':
      guard(performing.restartJournal())
      return
    case 'applied':
      guard(ports.lists.applied(effect.organizationId, effect.operators))
      return
    case 'unlisted':
      guard(ports.lists.unlisted?.(effect.organizationId, effect.ids) ?? Promise.resolve())
      return
    case 'probe':
      ports.probe()
      return
    default:
      never(effect)
  }
}

async function send({ ports, post }: Performing, attempt: Attempt): Promise<void> {
  const outcome = await ports.courier.send(ports.accountId, attempt).catch((error: unknown) => {
    ports.onbug(error)
    return null
  })
  post({ kind: 'outcome', attemptId: attempt.id, outcome })
}

async function list(
  { state, ports, post }: Performing,
  effect: Extract<Effect, { kind: 'list' }>
): Promise<void> {
  const { organizationId, urgency } = effect
  const { lists, clock, timers } = ports
  const askedAt = clock.monotonic()
  try {
    const fetched = await lists.fetch(organizationId, urgency)
    if (!fetched.ok) {
      post({ kind: 'list-failed', organizationId, failure: fetched.failure })
      return
    }
    const known = await lists.known(organizationId)
    const reading = await readList({
      list: fetched.value,
      known,
      wanted: (key) => state.lines.isSought(organizationId, key),
      breathe: timers.breathe,
      askedAt,
      at: clock.monotonic(),
      upTo: state.organizations.get(organizationId)?.accepted ?? 0
    })
    post({ kind: 'listed', organizationId, reading, asked: true })
  } catch (error) {
    ports.onbug(error)
    post({
      kind: 'list-failed',
      organizationId,
      failure: { kind: 'lost', cause: 'reset', code: 'internal' }
    })
  }
}

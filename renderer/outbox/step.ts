import { never } from '../../shared/never.ts'
import { accept } from './accept.ts'
import { Draft, type Instant } from './draft.ts'
import { tick } from './due.ts'
import type { Event } from './event.ts'
import { listed, listFailed } from './listed.ts'
import { answer, discard, endUnwanted, rename, retry } from './person.ts'
import { pickNext } from './pick-next.ts'
import { recover } from './recover.ts'
import { settle } from './settle.ts'
import type { State } from './state.ts'

/**
 * Decides what an event changes and what is to be done: the whole behaviour of the queue. It reads the
 * state and changes nothing; the draft becomes true through `apply`, after it has been stored.
 */
export function step(state: State, event: Event, now: Instant): Draft {
  const draft = new Draft(state, now)
  change(draft, event)
  endUnwanted(draft)
  const records = draft.endings()
  if (records.length > 0 && event.kind !== 'recovered')
    draft.effects.push({ kind: 'record', records })
  return draft
}

function change(draft: Draft, event: Event): void {
  switch (event.kind) {
    case 'next':
      pickNext(draft)
      return
    case 'tick':
      tick(draft)
      return
    case 'recovered':
      recover(draft, event)
      return
    case 'outcome':
      settle(draft, event.attemptId, { outcome: event.outcome, redelivered: false })
      return
    case 'listed':
      listed(draft, event.organizationId, event)
      return
    case 'list-failed':
      listFailed(draft, event.organizationId, event.failure)
      return
    case 'accept':
    case 'rename':
    case 'retry':
    case 'discard':
    case 'answer':
    case 'undo':
      request(draft, event)
      return
    default:
      turn(draft, event)
  }
}

type Asked = Extract<Event, { kind: 'accept' | 'rename' | 'retry' | 'discard' | 'answer' | 'undo' }>

/** What a person asks. */
function request(draft: Draft, event: Asked): void {
  switch (event.kind) {
    case 'accept':
      accept(draft, event)
      return
    case 'rename':
      rename(draft, event.id, event)
      return
    case 'retry':
      retry(draft, event.ids)
      return
    case 'discard':
      discard(draft, event.ids)
      return
    case 'answer':
      answer(draft, event.ids, event.answer)
      return
    case 'undo':
      undo(draft, event)
      return
    default:
      never(event)
  }
}

/** Takes an action back; where some of it has just left, it may be asked for again, for what is done by then. */
function undo(draft: Draft, event: Extract<Event, { kind: 'undo' }>): void {
  discard(draft, event.cancels)
  accept(draft, event)
  const isWhole = event.cancels.every((id) => {
    const kind = draft.entry(id)?.state.kind
    return kind === undefined || kind === 'cancelled' || kind === 'superseded'
  })
  const undone = isWhole ? [event.undone, event.actionId] : [event.actionId]
  draft.changeQueue({ undone: new Set([...draft.queue.undone, ...undone]) })
}

type Turn = Exclude<
  Event,
  Asked | { kind: 'next' | 'tick' | 'recovered' | 'outcome' | 'listed' | 'list-failed' }
>

/** What befalls the queue as a whole. */
function turn(draft: Draft, event: Turn): void {
  switch (event.kind) {
    case 'connection':
      connect(draft, event.told)
      return
    case 'signed-in':
      draft.changeQueue({ signedOut: false })
      wake(draft)
      return
    case 'signed-out':
      draft.changeQueue({ signedOut: true })
      return
    case 'pause':
      draft.changeQueue({ pausedByPerson: event.on })
      if (event.on) draft.effects.push({ kind: 'recall', attemptIds: null })
      return
    case 'quitting':
      draft.changeQueue({ quitting: true })
      return
    case 'send-now':
      wake(draft)
      draft.changeQueue({ unreachable: null })
      draft.effects.push({ kind: 'probe' })
      return
    case 'configure':
      draft.changeQueue({ settleMs: event.settleMs, requestsPerSecond: event.requestsPerSecond })
      return
    case 'journal-restarted':
      draft.changeQueue({ journalDue: null })
      return
    case 'storage':
      draft.changeQueue({ storage: event.failure })
      return
    default:
      never(event)
  }
}

function connect(draft: Draft, told: 'unknown' | 'online' | 'offline'): void {
  const before = draft.queue.connection
  draft.changeQueue({ connection: told })
  if (told !== 'online') return
  draft.changeQueue({ unreachable: null })
  if (before === 'offline') wake(draft)
}

/** Ends every wait that is only there to be patient. What lists said before proves nothing now. */
function wake(draft: Draft): void {
  for (const id of draft.state.rests.keys()) draft.rests.set(id, null)
  for (const id of draft.state.organizations.keys()) {
    draft.changeOrganization(id, { paused: null, retryAt: 0 })
    draft.disproveLists(id)
  }
}

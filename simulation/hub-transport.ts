import type { RawAnswer, Unanswered } from '../electron/chathub/answer.ts'
import type { Outgoing, Transport } from '../electron/chathub/transport.ts'
import type { Core } from '../electron/sandbox/core.ts'
import type { Answer, Reply } from '../electron/sandbox/model.ts'
import { failed, ok, type Result } from '../shared/result.ts'
import type { VirtualClock } from './virtual-clock.ts'

/** What the transport connects, and who watches. */
export interface Wire {
  readonly core: Core
  readonly clock: VirtualClock
  /** The line is down: nothing can connect. */
  readonly isDown: () => boolean
  /** The bytes leave now. */
  readonly onLeave: (outgoing: Outgoing) => void
  /** A whole answer has come. */
  readonly onAnswer: (outgoing: Outgoing, status: number) => void
}

/** What a request that was called off in line ends as: nothing of it left. */
const cancelled: Unanswered = { kind: 'unreachable', cause: 'network', code: 'CANCELLED' }
const refused: Unanswered = { kind: 'unreachable', cause: 'refused', code: 'ECONNREFUSED' }
const reset: Unanswered = { kind: 'lost', cause: 'reset', code: 'ECONNRESET' }
const timedOut: Unanswered = { kind: 'lost', cause: 'timeout', code: 'ETIMEDOUT' }

/** Carries requests to a service in memory, under the pace, as the real one does over sockets. */
export function hubTransport(wire: Wire): Transport {
  return async (outgoing, ticket) => {
    if (!(await ticket.near)) return { answer: failed(cancelled), turn: null }
    if (wire.isDown()) {
      ticket.cancel()
      return { answer: failed(refused), turn: null }
    }
    const turn = await ticket.ready()
    if (turn === null) return { answer: failed(cancelled), turn: null }
    if (wire.isDown()) {
      turn.unused()
      return { answer: failed(refused), turn }
    }
    if (!outgoing.mayLeave()) {
      turn.unused()
      return { answer: failed(cancelled), turn }
    }
    turn.left()
    wire.onLeave(outgoing)
    return { answer: await exchanged(wire, outgoing), turn }
  }
}

async function exchanged(
  { core, clock, onAnswer }: Wire,
  outgoing: Outgoing
): Promise<Result<RawAnswer, Unanswered>> {
  const { method, url, headers, body } = outgoing
  const request = {
    method,
    path: url.pathname + url.search,
    headers,
    body: body ?? '',
    socket: 1,
    reused: false
  }
  const time = new Promise<null>((resolve) => clock.after(outgoing.timeoutMs, () => resolve(null)))
  const answer = await Promise.race([core.handle(request), time])
  if (clock.asleep) {
    // A machine that slept finds its connections gone.
    await clock.awake()
    return failed(reset)
  }
  if (answer === null) return failed(timedOut)
  if (answer.kind === 'reply') onAnswer(outgoing, answer.status)
  if (answer.kind === 'reply') return ok(rawOf(answer))
  return silent(answer)
    ? time.then(() => failed(timedOut))
    : failed(answer.at === 'refused' ? refused : reset)
}

function silent(answer: Exclude<Answer, Reply>): boolean {
  return answer.at === 'silence'
}

function rawOf({ status, headers, body }: Reply): RawAnswer {
  const header = (name: string): string => headers[name] ?? ''
  return {
    status,
    contentType: header('content-type'),
    location: header('location'),
    retryAfter: header('retry-after'),
    body: new TextEncoder().encode(body)
  }
}

import { request as send, type ClientRequest, type IncomingMessage } from 'node:http'
import { failed, ok, type Result } from '../../shared/result.ts'
import type { RawAnswer, Unanswered } from './answer.ts'
import type { Clock } from './clock.ts'
import { failureOf, timeoutCode } from './failure.ts'
import type { Line, Lines } from './line.ts'
import type { Ticket, Turn } from './pace.ts'

/** A request as it will stand on the wire. */
export interface Outgoing {
  readonly method: 'GET' | 'POST'
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  /** JSON text, or `null` for none. */
  readonly body: string | null
  /** For connecting and the whole exchange together, ms; waiting for the turn does not count. */
  readonly timeoutMs: number
  /** The longest answer that is read, bytes. */
  readonly maxBytes: number
  /** Asked right before the bytes would leave. */
  readonly mayLeave: () => boolean
}

/** What came of a request, and its turn, to tell the pace about a 429. */
export interface Exchanged {
  readonly answer: Result<RawAnswer, Unanswered>
  readonly turn: Turn | null
}

/** Sends one request when its turn comes: exactly once, redirects not followed. */
export type Transport = (outgoing: Outgoing, ticket: Ticket) => Promise<Exchanged>

/** What a request that was called off before its bytes left ends as. */
const cancelled: Unanswered = { kind: 'unreachable', cause: 'network', code: 'CANCELLED' }

/** Builds the transport over kept connections. */
export function createTransport(lines: Lines, clock: Clock): Transport {
  return async (outgoing, ticket) => {
    if (!(await ticket.near)) return { answer: failed(cancelled), turn: null }
    const begun = clock.monotonic()
    const line = await lines.take(outgoing.url, outgoing.timeoutMs)
    const connectingMs = clock.monotonic() - begun
    if (!line.ok) {
      ticket.cancel()
      return { answer: line, turn: null }
    }
    const turn = await ticket.ready()
    if (turn === null) {
      line.value.release()
      return { answer: failed(cancelled), turn: null }
    }
    const timeoutMs = Math.max(1, outgoing.timeoutMs - connectingMs)
    return { answer: await carried({ ...outgoing, timeoutMs }, line.value, { turn, lines }), turn }
  }
}

/** Sends over the line, or a new one where this one grew old while waiting for the turn. */
async function carried(
  outgoing: Outgoing,
  line: Line,
  { turn, lines }: { readonly turn: Turn; readonly lines: Lines }
): Promise<Result<RawAnswer, Unanswered>> {
  if (line.fresh()) return released(outgoing, line, turn)
  line.socket.destroy()
  const other = await lines.take(outgoing.url, outgoing.timeoutMs)
  if (other.ok) return released(outgoing, other.value, turn)
  turn.unused()
  return other
}

/** The last moment at which a request can be called off. */
function released(
  outgoing: Outgoing,
  line: Line,
  turn: Turn
): Promise<Result<RawAnswer, Unanswered>> {
  if (outgoing.mayLeave()) return exchange(outgoing, line, turn)
  line.release()
  turn.unused()
  return Promise.resolve(failed(cancelled))
}

async function exchange(
  outgoing: Outgoing,
  line: Line,
  turn: Turn
): Promise<Result<RawAnswer, Unanswered>> {
  const abort = new AbortController()
  const timer = setTimeout(() => {
    abort.abort()
  }, outgoing.timeoutMs)
  try {
    const request = begin(outgoing, line, abort.signal)
    request.once('finish', turn.left)
    const response = await responseTo(request, outgoing.body)
    const body = await bodyOf(response, outgoing.maxBytes)
    if (body === null) {
      line.socket.destroy()
      return failed({ kind: 'unreadable', status: response.statusCode ?? 0, words: '' })
    }
    return ok(answered(response, body))
  } catch (error) {
    line.socket.destroy()
    return failed(
      abort.signal.aborted
        ? { kind: 'lost', cause: 'timeout', code: timeoutCode }
        : failureOf(error, 'exchange')
    )
  } finally {
    clearTimeout(timer)
    turn.left()
  }
}

function begin(
  { method, url, headers, body }: Outgoing,
  line: Line,
  signal: AbortSignal
): ClientRequest {
  const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  return send({
    agent: line.agent,
    method,
    host: url.hostname,
    path: url.pathname + url.search,
    headers: { host: url.host, ...headers, ...length },
    signal
  })
}

function responseTo(request: ClientRequest, body: string | null): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve)
    // Stays: an error after the response began reaches the response too.
    request.on('error', reject)
    request.end(body ?? undefined)
  })
}

/** The whole body, or `null` where it is longer than allowed; rejects where it breaks off. */
async function bodyOf(response: IncomingMessage, maxBytes: number): Promise<Uint8Array | null> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.byteLength
    if (length > maxBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function answered({ statusCode, headers }: IncomingMessage, body: Uint8Array): RawAnswer {
  return {
    status: statusCode ?? 0,
    contentType: headers['content-type'] ?? '',
    location: headers.location ?? '',
    retryAfter: headers['retry-after'] ?? '',
    body
  }
}

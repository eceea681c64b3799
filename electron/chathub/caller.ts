import type { Attempt } from '../../shared/attempt.ts'
import type { Failure } from '../../shared/failure.ts'
import type { OperatorList, Urgency } from '../../shared/ipc.ts'
import { failed, ok, type Result } from '../../shared/result.ts'
import { addressOf, callUrl } from './address.ts'
import { answerOf, type Answer, type Delivery, type RawAnswer, type Unanswered } from './answer.ts'
import { bodyOf, headersOf, pathOf, type Call } from './call.ts'
import type { Access, ClientPorts } from './client.ts'
import type { Ticket } from './pace.ts'
import { createSilence } from './silence.ts'
import type { Exchanged, Outgoing } from './transport.ts'
import { readDelivery, refusalOf } from './wire.ts'

/** A call with whom it goes to; `secret` is what an answer must not echo besides the token. */
export interface Asked {
  readonly access: Access
  readonly what: Call
  readonly urgency?: Urgency
  readonly secret?: string
  /** Aborts when the call is taken back: from then on nothing of it leaves. */
  readonly recall?: AbortSignal
}

const largestList = 128 * 1_024 * 1_024
const largestAnswer = 4 * 1_024 * 1_024
/** Enough of a list to tell a page from data. */
const headBytes = 1_024
/** Shorter secrets would be found in ordinary words. */
const shortestSecret = 6

/** Carries calls: address and token checked, one exchange under the pace, the answer as text without secrets. */
export class Caller {
  private readonly ports: ClientPorts
  private readonly silence = createSilence()

  constructor(ports: ClientPorts) {
    this.ports = ports
  }

  /** Makes a call and reads its answer. */
  async call<T>(
    asked: Asked,
    read: (answer: Answer) => Result<T, Failure>
  ): Promise<Result<T, Failure>> {
    const raw = await this.exchange(
      asked,
      this.ports.pace.enter(asked.urgency ?? 'person'),
      largestAnswer
    )
    const result = raw.ok ? read(this.answer(raw.value, asked)) : raw
    return this.observed(asked, result)
  }

  /** Lists an organization's operators, packed. */
  async list(
    access: Access,
    organizationId: number,
    ticket: Ticket
  ): Promise<Result<OperatorList, Failure>> {
    const asked: Asked = { access, what: { kind: 'list', organizationId } }
    const raw = await this.exchange(asked, ticket, largestList)
    return this.observed(asked, raw.ok ? await this.listed(raw.value, asked) : raw)
  }

  /** Sends an attempt, once; the answer is not parsed. */
  async deliver(access: Access, attempt: Attempt, recall: AbortSignal): Promise<Delivery> {
    const asked: Asked = { access, what: { kind: 'attempt', attempt }, recall }
    const raw = await this.exchange(asked, this.ports.pace.enter('outbox'), largestAnswer)
    const delivery: Delivery = raw.ok
      ? this.answer(raw.value, asked)
      : { kind: 'failed', failure: raw.failure }
    this.observed(asked, readDelivery(attempt.kind, delivery))
    return delivery
  }

  private async exchange(
    asked: Asked,
    ticket: Ticket,
    maxBytes: number
  ): Promise<Result<RawAnswer, Unanswered>> {
    const { access, what } = asked
    const base = addressOf(access.server)
    const usable = what.kind === 'sign-in' || /^[\x21-\x7e]+$/.test(access.token)
    if (!base.ok || !usable) {
      ticket.cancel()
      return base.ok ? failed({ kind: 'credentials-missing' }) : base
    }
    const body = bodyOf(what)
    const outgoing = {
      method: body === null ? ('GET' as const) : ('POST' as const),
      url: callUrl(base.value, pathOf(what)),
      headers: headersOf(what, access, this.ports.userAgent),
      body,
      timeoutMs: this.ports.timeoutMs(),
      maxBytes
    }
    const { answer, turn } = await this.unlessCalledOff(asked, outgoing, ticket)
    if (answer.ok && answer.value.status === 429)
      turn?.throttled(this.answer(answer.value, asked).retryAfterMs)
    return answer
  }

  /** Sends, unless the token is refused or the call taken back: then nothing leaves, not even at the last moment. */
  private async unlessCalledOff(
    { access, what, recall }: Asked,
    outgoing: Omit<Outgoing, 'mayLeave'>,
    ticket: Ticket
  ): Promise<Exchanged> {
    const mayTry = what.kind === 'sign-in' || access.proving === true
    const leave = this.silence.leave(access)
    const isSilent = (): boolean => !mayTry && leave.signal.aborted
    const mayLeave = (): boolean => !isSilent() && recall?.aborted !== true
    const calledOff = [mayTry ? undefined : leave.signal, recall]
    for (const signal of calledOff) signal?.addEventListener('abort', ticket.cancel)
    if (!mayLeave()) ticket.cancel()
    const exchanged = await this.ports.transport({ ...outgoing, mayLeave }, ticket)
    for (const signal of calledOff) signal?.removeEventListener('abort', ticket.cancel)
    const { answer } = exchanged
    if (!answer.ok && answer.failure.kind === 'unreachable' && !mayLeave())
      return { answer: failed({ kind: isSilent() ? 'signed-out' : 'recalled' }), turn: null }
    if (answer.ok && answer.value.status === 401 && isAboutToken(what)) leave.end()
    if (answer.ok && answer.value.status < 300 && mayTry) this.silence.proven(access)
    return exchanged
  }

  private async listed(raw: RawAnswer, asked: Asked): Promise<Result<OperatorList, Failure>> {
    const refusal = refusalOf(this.answer({ ...raw, body: raw.body.subarray(0, headBytes) }, asked))
    if (refusal?.kind === 'refused') return failed(refusalOf(this.answer(raw, asked)) ?? refusal)
    if (refusal !== null) return failed(refusal)
    const at = this.ports.clock.now()
    const columns = await this.ports.lists.parse(raw.body)
    return columns.ok
      ? ok({ columns: columns.value, at })
      : failed({ kind: 'unreadable', status: raw.status, words: columns.failure })
  }

  private answer(raw: RawAnswer, { access, what, secret = '' }: Asked): Answer {
    const { host } = new URL(access.server)
    const answer = answerOf(raw, host, this.ports.clock.now())
    // The reply to a sign-in or an operator's token is meant to hold a secret; no other answer is.
    const secrets = [access.token, secret].filter((text) => text.length >= shortestSecret)
    const meant = what.kind === 'sign-in' && raw.status < 300
    if (meant) return answer
    return {
      ...answer,
      body: secrets.reduce((body, text) => body.replaceAll(text, '•••'), answer.body)
    }
  }

  private observed<T>({ access }: Asked, result: Result<T, Failure>): Result<T, Failure> {
    this.ports.observe(access.server, result.ok ? null : result.failure)
    return result
  }
}

/** Whether a 401 to the call says that the token is refused, and not what the call is about. */
function isAboutToken({ kind }: Call): boolean {
  return kind !== 'sign-in' && kind !== 'check-token'
}

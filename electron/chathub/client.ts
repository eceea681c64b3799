import type { Credential } from '../../shared/account.ts'
import type { Attempt } from '../../shared/attempt.ts'
import type { Failure } from '../../shared/failure.ts'
import type { ChatCount, OperatorList, Urgency } from '../../shared/ipc.ts'
import type { Organization } from '../../shared/operator.ts'
import { failed, type Result } from '../../shared/result.ts'
import type { Delivery } from './answer.ts'
import { Caller } from './caller.ts'
import type { Clock } from './clock.ts'
import type { ListParser } from './list-parser.ts'
import type { Pace, Ticket } from './pace.ts'
import type { Transport } from './transport.ts'
import { readChats, readOrganizations, readToken, readTokenCheck, type TokenCheck } from './wire.ts'

/** Whom a call speaks to, and as whom. */
export interface Access {
  /** Base URL. */
  readonly server: string
  readonly credential: Credential
  readonly token: string
  /** A sign-in tries the token: it leaves even if the token was refused before, and proves it good. */
  readonly proving?: boolean
}

/** What the client is built from. */
export interface ClientPorts {
  readonly transport: Transport
  readonly pace: Pace
  readonly lists: ListParser
  readonly clock: Clock
  /** The time-out of the next call, ms. */
  readonly timeoutMs: () => number
  readonly userAgent: string
  /** Told of every call's end, success as `null`: what being online is known from. */
  readonly observe: (server: string, failure: Failure | null) => void
}

/**
 * Every call of the ChatHub documentation; each goes once, under the pace, and answers with a value. Once a
 * token is refused nothing leaves with it any more, not even what was in line: that ends as signed out.
 */
export interface Client {
  /** Exchanges login and password for a company token. */
  readonly signIn: (
    server: string,
    login: string,
    password: string
  ) => Promise<Result<string, Failure>>
  readonly organizations: (
    access: Access,
    urgency: Urgency
  ) => Promise<Result<readonly Organization[], Failure>>
  /** Equal lists in flight are shared; the outbox joins only one that has not left yet, so that it is newer than the asking. */
  readonly list: (
    access: Access,
    organizationId: number,
    urgency: Urgency
  ) => Promise<Result<OperatorList, Failure>>
  readonly chats: (access: Access, of: ChatsOf) => Promise<Result<ChatCount, Failure>>
  /** A token of an operator's own, valid until `expiresAt` (wall clock, ms; at most 24 h ahead). */
  readonly operatorToken: (
    access: Access,
    operatorId: number,
    expiresAt: number
  ) => Promise<Result<string, Failure>>
  readonly checkToken: (access: Access, token: string) => Promise<Result<TokenCheck, Failure>>
  /**
   * Sends an attempt once, unless `recall` aborts before it leaves. What came back is not parsed, so that the
   * journal can keep it as it was.
   */
  readonly deliver: (access: Access, attempt: Attempt, recall: AbortSignal) => Promise<Delivery>
}

/** Which chats are counted; chat status 0 New, 1 Open, 2 Waiting, 3 On pause, 4 Closed. */
export interface ChatsOf {
  readonly organizationId: number
  readonly operatorId: number
  readonly status: 0 | 1 | 2 | 3 | 4
}

/** Statuses that mean: this token does not get the list of organizations here. */
const notOffered = new Set([403, 404, 405, 501])

/** Builds the client. */
export function createClient(ports: ClientPorts): Client {
  const caller = new Caller(ports)
  return {
    signIn: (server, login, password) =>
      caller.call(
        {
          access: { server, credential: 'company-token', token: '' },
          what: { kind: 'sign-in', login, password },
          secret: password
        },
        readToken
      ),
    organizations: async (access, urgency) => {
      const what = { kind: 'organizations' } as const
      const result = await caller.call({ access, what, urgency }, readOrganizations)
      const refused =
        !result.ok && result.failure.kind === 'refused' && notOffered.has(result.failure.status)
      return refused ? failed({ kind: 'organizations-not-offered' }) : result
    },
    list: sharedLists(caller, ports.pace),
    chats: (access, of) => caller.call({ access, what: { kind: 'chats', ...of } }, readChats),
    operatorToken: (access, id, expiresAt) =>
      caller.call({ access, what: { kind: 'operator-token', id, expiresAt } }, readToken),
    checkToken: (access, token) =>
      caller.call({ access, what: { kind: 'check-token', token }, secret: token }, readTokenCheck),
    deliver: (access, attempt, recall) => caller.deliver(access, attempt, recall)
  }
}

function sharedLists(caller: Caller, pace: Pace): Client['list'] {
  interface Flight {
    readonly ticket: Ticket
    readonly result: Promise<Result<OperatorList, Failure>>
  }
  const flights = new Map<string, Flight>()
  return (access, organizationId, urgency) => {
    const { server, credential, token, proving = false } = access
    const key = JSON.stringify([server, credential, token, proving, organizationId])
    const flight = flights.get(key)
    if (flight !== undefined && !(urgency === 'outbox' && flight.ticket.granted())) {
      flight.ticket.hurry(urgency)
      return flight.result
    }
    const ticket = pace.enter(urgency)
    const result = caller.list(access, organizationId, ticket).finally(() => {
      if (flights.get(key)?.ticket === ticket) flights.delete(key)
    })
    flights.set(key, { ticket, result })
    return result
  }
}

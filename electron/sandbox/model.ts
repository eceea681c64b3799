/** The three statuses of the ChatHub documentation: 0 active, 1 inactive, 2 deleted. */
export type Status = 0 | 1 | 2

/** An organization as the ChatHub names it. */
export type Organization = { readonly id: number; readonly name: string }

/** One operator as the sandbox stores it. */
export type OperatorRow = {
  readonly id: number
  readonly organizationId: number
  readonly name: string
  readonly status: Status
}

/**
 * One thing that became true on the server. Changes are all that is ever written to disk: the rest
 * follows from the seed. `from` lets a list be shown as it was earlier.
 */
export type Change =
  | { readonly kind: 'created'; readonly operator: OperatorRow }
  | { readonly kind: 'status'; readonly id: number; readonly from: Status; readonly to: Status }

/** Who may call, and with what. `organizationIds` left out: every organization is visible. */
export type Account = {
  readonly login: string
  readonly password: string
  /** The company token, accepted as `Authorization: Bearer` and as `X-Authorization-Key`. */
  readonly token: string
  /** A key of the dashboard, accepted as `X-Authorization-Key` only. */
  readonly dashboardKey?: string
  readonly organizationIds?: readonly number[]
}

/** The documented calls, and `unknown` for every other path. */
export type CallKind =
  | 'list'
  | 'add'
  | 'status'
  | 'sign-in'
  | 'organizations'
  | 'operator-token'
  | 'validate-token'
  | 'chats'
  | 'unknown'

/** One row of an add, as it was asked for. */
export type NewRow = { readonly organizationId: number; readonly name: string }

/** Which chats are asked for; `null` means no filter. Pages count from 1. */
export type ChatQuery = {
  readonly operatorId: number | null
  readonly organizationId: number | null
  readonly status: number | null
  readonly page: number
  readonly perPage: number
}

/** A request that passed the door: well-formed, and what it asks for is known. */
export type Call =
  | { readonly kind: 'list'; readonly organizationId: number }
  | { readonly kind: 'add'; readonly rows: readonly NewRow[] }
  | { readonly kind: 'status'; readonly id: number; readonly status: Status }
  | { readonly kind: 'sign-in'; readonly login: string; readonly password: string }
  | { readonly kind: 'organizations' }
  | { readonly kind: 'operator-token'; readonly id: number; readonly expiresAt: number }
  | { readonly kind: 'validate-token'; readonly token: string }
  | { readonly kind: 'chats'; readonly query: ChatQuery }

/** One HTTP request after its last byte was read. Header names are in lower case. */
export type SandboxRequest = {
  readonly method: string
  /** Path with query, as on the request line. */
  readonly path: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: string
  /** The connection it came on; 0 where there is none. */
  readonly socket: number
  /** Whether this connection carried a request before. */
  readonly reused: boolean
}

/** A whole answer. */
export type Reply = {
  readonly kind: 'reply'
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * What a client gets where no whole answer comes: the connection is refused before a byte leaves
 * (`refused`), dies without an answer (`reset`), dies in the middle of one (`half-body`), or stays
 * open and silent (`silence`).
 */
export type Cut =
  | { readonly kind: 'cut'; readonly at: 'refused' | 'reset' | 'silence' }
  | { readonly kind: 'cut'; readonly at: 'half-body'; readonly reply: Reply }

/** What comes back for a request. */
export type Answer = Reply | Cut

/** How the sign-in call wraps its token; all four have been seen. */
export type TokenShape = 'json-string' | 'object' | 'data' | 'unquoted'

/** What can be set while the sandbox runs. */
export type Settings = {
  /** Added to every request before it is applied, in ms. */
  readonly latency: number
  /** Requests a second and how many at once; `off` for none. */
  readonly rateLimit: { readonly perSecond: number; readonly burst: number } | 'off'
  readonly tokenShape: TokenShape
  /** Whether the organizations call is there at all (else 404). */
  readonly offersOrganizations: boolean
}

/** The published limit of the ChatHub, no latency, a bare JSON string as token. */
export const documentedSettings: Settings = {
  latency: 0,
  rateLimit: { perSecond: 50, burst: 75 },
  tokenShape: 'json-string',
  offersOrganizations: true
}

/** Closes a switch over a union: does not compile while a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}

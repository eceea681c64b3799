import { error, problem } from './replies.ts'
import type { Call, CallKind, NewRow, Reply, SandboxRequest } from './model.ts'

/** A well-formed call, or the answer that says what is wrong with the request. */
export type Routed =
  { readonly ok: true; readonly call: Call } | { readonly ok: false; readonly reply: Reply }

type Route = {
  readonly method: 'GET' | 'POST'
  readonly kind: CallKind
  readonly parse: (given: Given) => Routed
}
type Given = { readonly query: URLSearchParams; readonly body: unknown }
type Fields = Readonly<Record<string, unknown>>

const routes: Readonly<Record<string, Route>> = {
  '/api/operator': { method: 'GET', kind: 'list', parse: parseList },
  '/api/operator/synchronize': { method: 'POST', kind: 'add', parse: parseAdd },
  '/api/operator/status': { method: 'POST', kind: 'status', parse: parseStatus },
  '/api/company/get-token': { method: 'POST', kind: 'sign-in', parse: parseSignIn },
  '/api/company/organization': {
    method: 'GET',
    kind: 'organizations',
    parse: () => routed({ kind: 'organizations' })
  },
  '/api/operator/get-token': { method: 'POST', kind: 'operator-token', parse: parseOperatorToken },
  '/api/operator/validate-token': { method: 'POST', kind: 'validate-token', parse: parseValidate },
  '/api/chat/chats': { method: 'GET', kind: 'chats', parse: parseChats }
}

/** Which documented call a request means, by its path alone. */
export function kindOf(path: string): CallKind {
  return routes[pathname(path)]?.kind ?? 'unknown'
}

/** Reads a request into a call. Answers 404, 405, 415 and 400 where it is none. */
export function route(request: SandboxRequest): Routed {
  const found = routes[pathname(request.path)]
  if (found === undefined)
    return refused(error(404, `There is nothing at ${pathname(request.path)}`))
  if (found.method !== request.method) {
    return refused(error(405, `${request.method} is not allowed here`, 'empty'))
  }
  const query = new URLSearchParams(request.path.split('?')[1] ?? '')
  if (found.method === 'GET') return found.parse({ query, body: null })
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    return refused(error(415, 'The body has to be application/json', 'problem'))
  }
  const body = parsed(request.body)
  if (body === undefined) return refused(error(400, 'The body is not valid JSON', 'problem'))
  return found.parse({ query, body })
}

function parseList({ query }: Given): Routed {
  const organizationId = integer(query.get('organizationId'))
  if (organizationId === null) return invalid('organizationId', 'organizationId is required')
  return routed({ kind: 'list', organizationId })
}

function parseAdd({ body }: Given): Routed {
  if (!Array.isArray(body)) return invalid('$', 'An array of operators is expected')
  const rows: NewRow[] = []
  const errors: Record<string, string[]> = {}
  body.forEach((row: unknown, index) => {
    const { organizationId, name } = fields(row)
    if (!isInteger(organizationId))
      errors[`[${index}].organizationId`] = ['organizationId is required']
    if (typeof name !== 'string') errors[`[${index}].name`] = ['name is required']
    if (isInteger(organizationId) && typeof name === 'string') rows.push({ organizationId, name })
  })
  if (rows.length === body.length) return routed({ kind: 'add', rows })
  return refused(problem(400, 'One or more validation errors occurred.', errors))
}

function parseStatus({ body }: Given): Routed {
  const { id, status } = fields(body)
  if (!isInteger(id)) return invalid('id', 'id is required')
  if (status === 0 || status === 1 || status === 2) return routed({ kind: 'status', id, status })
  return invalid('status', 'status has to be 0, 1 or 2')
}

function parseSignIn({ body }: Given): Routed {
  const { login, password } = fields(body)
  if (typeof login !== 'string' || login === '') return invalid('login', 'login is required')
  if (typeof password !== 'string') return invalid('password', 'password is required')
  return routed({ kind: 'sign-in', login, password })
}

function parseOperatorToken({ body }: Given): Routed {
  const { id, expiresAt } = fields(body)
  if (!isInteger(id)) return invalid('id', 'id is required')
  const time = typeof expiresAt === 'string' ? Date.parse(expiresAt) : Number.NaN
  if (Number.isNaN(time)) return invalid('expiresAt', 'expiresAt has to be an ISO 8601 time')
  return routed({ kind: 'operator-token', id, expiresAt: time })
}

function parseValidate({ body }: Given): Routed {
  const { token } = fields(body)
  if (typeof token !== 'string') return invalid('token', 'token is required')
  return routed({ kind: 'validate-token', token })
}

function parseChats({ query }: Given): Routed {
  const page = integer(query.get('page') ?? '1')
  const perPage = integer(query.get('per_page') ?? '20')
  if (page === null || page < 1) return invalid('page', 'page counts from 1')
  if (perPage === null || perPage < 1 || perPage > 100) {
    return invalid('per_page', 'per_page has to be 1 to 100')
  }
  const operatorId = integer(query.get('operatorId'))
  const organizationId = integer(query.get('organizationId'))
  const status = integer(query.get('status'))
  return routed({ kind: 'chats', query: { operatorId, organizationId, status, page, perPage } })
}

function routed(call: Call): Routed {
  return { ok: true, call }
}

function refused(reply: Reply): Routed {
  return { ok: false, reply }
}

function invalid(field: string, message: string): Routed {
  return refused(problem(400, message, { [field]: [message] }))
}

function pathname(path: string): string {
  return path.split('?')[0] ?? ''
}

/** The value of a JSON text; undefined, which JSON cannot say, where it is none. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {}
}

function isInteger(value: unknown): value is number {
  return Number.isSafeInteger(value)
}

function integer(written: string | null): number | null {
  return written !== null && /^\d{1,15}$/.test(written) ? Number(written) : null
}

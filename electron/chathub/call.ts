import type { Attempt } from '../../shared/attempt.ts'
import { never } from '../../shared/never.ts'
import type { Access } from './client.ts'

/** A call of the ChatHub documentation with what it asks. */
export type Call =
  | { readonly kind: 'sign-in'; readonly login: string; readonly password: string }
  | { readonly kind: 'organizations' }
  | { readonly kind: 'list'; readonly organizationId: number }
  | { readonly kind: 'attempt'; readonly attempt: Attempt }
  | { readonly kind: 'operator-token'; readonly id: number; readonly expiresAt: number }
  | { readonly kind: 'check-token'; readonly token: string }
  | {
      readonly kind: 'chats'
      readonly organizationId: number
      readonly operatorId: number
      readonly status: number
    }

/** The path and query of a call. */
export function pathOf(call: Call): string {
  switch (call.kind) {
    case 'sign-in':
      return '/api/company/get-token'
    case 'organizations':
      return '/api/company/organization'
    case 'list':
      return `/api/operator?organizationId=${call.organizationId}`
    case 'attempt':
      return call.attempt.kind === 'add' ? '/api/operator/synchronize' : '/api/operator/status'
    case 'operator-token':
      return '/api/operator/get-token'
    case 'check-token':
      return '/api/operator/validate-token'
    case 'chats':
      return `/api/chat/chats?operatorId=${call.operatorId}&organizationId=${call.organizationId}&status=${call.status}&page=1&per_page=1`
    default:
      return never(call)
  }
}

/** The JSON body of a call; `null` for those that have none, which are the GETs. */
export function bodyOf(call: Call): string | null {
  switch (call.kind) {
    case 'sign-in':
      return JSON.stringify({ login: call.login, password: call.password })
    case 'attempt':
      return JSON.stringify(attemptBody(call.attempt))
    case 'operator-token':
      return JSON.stringify({ id: call.id, expiresAt: new Date(call.expiresAt).toISOString() })
    case 'check-token':
      return JSON.stringify({ token: call.token })
    default:
      return null
  }
}

function attemptBody(attempt: Attempt): unknown {
  if (attempt.kind === 'set-status') return { id: attempt.operatorId, status: attempt.status }
  return attempt.entries.map(({ name }) => ({ organizationId: attempt.organizationId, name }))
}

/** The headers of a call; without a token none that presents one. */
export function headersOf(
  call: Call,
  { credential, token }: Access,
  userAgent: string
): Record<string, string> {
  const plainText = call.kind === 'list' || call.kind === 'organizations'
  const headers: Record<string, string> = {
    accept: plainText ? 'text/plain' : 'application/json, text/plain',
    'user-agent': userAgent
  }
  if (bodyOf(call) !== null) headers['content-type'] = 'application/json'
  if (token === '') return headers
  if (credential === 'dashboard-key') headers['x-authorization-key'] = token
  else headers['authorization'] = `Bearer ${token}`
  return headers
}

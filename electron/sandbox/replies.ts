import { STATUS_CODES } from 'node:http'
import type { Reply } from './model.ts'

/** The forms in which errors of the ChatHub have been seen: its own, ProblemDetails, text, nothing. */
export type ErrorForm = 'api' | 'problem' | 'text' | 'empty'

/** A JSON answer. */
export function json(status: number, value: unknown): Reply {
  return reply(status, 'application/json; charset=utf-8', JSON.stringify(value))
}

/** JSON that is declared as plain text, as the list calls send it. */
export function jsonAsText(body: string): Reply {
  return reply(200, 'text/plain; charset=utf-8', body)
}

/** An answer of plain text. */
export function text(status: number, body: string): Reply {
  return reply(status, 'text/plain; charset=utf-8', body)
}

/** An answer without a body. */
export function empty(status: number): Reply {
  return { kind: 'reply', status, headers: {}, body: '' }
}

/** The page that a hotel network puts before everything: a success, and not from the ChatHub. */
export function captivePortal(): Reply {
  const page =
    '<!doctype html><html><body><h1>Welcome to Hotel WiFi</h1>Please sign in.</body></html>'
  return reply(200, 'text/html; charset=utf-8', page)
}

/** An error in one of the four forms; `message` is for people. */
export function error(status: number, message: string, form: ErrorForm = 'api'): Reply {
  const name = STATUS_CODES[status] ?? 'Error'
  if (form === 'empty') return empty(status)
  if (form === 'text') return text(status, message)
  if (form === 'problem') return problem(status, message, {})
  const code = name.toUpperCase().replaceAll(/\W+/g, '_')
  return json(status, { status, error: name, message, code })
}

/** A ProblemDetails answer with the faults of each field. */
export function problem(
  status: number,
  detail: string,
  errors: Readonly<Record<string, readonly string[]>>
): Reply {
  const body = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail,
    errors
  }
  return reply(status, 'application/problem+json; charset=utf-8', JSON.stringify(body))
}

/** The same answer with one more header. */
export function withHeader(answer: Reply, name: string, value: string): Reply {
  return { ...answer, headers: { ...answer.headers, [name]: value } }
}

function reply(status: number, type: string, body: string): Reply {
  return { kind: 'reply', status, headers: { 'content-type': type }, body }
}

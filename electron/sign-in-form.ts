import type { Credential, SignInForm } from '../shared/account.ts'
import type { Failure } from '../shared/failure.ts'
import { failed, ok, type Result } from '../shared/result.ts'
import { addressOf } from './chathub/address.ts'

/** A sign-in form after cleaning: ready to be proven, nothing guessed. */
export interface CleanForm {
  /** Base URL without a trailing slash. */
  readonly server: string
  readonly secret:
    | { readonly kind: 'token'; readonly token: string; readonly credential: Credential }
    | { readonly kind: 'password'; readonly login: string; readonly password: string }
  /** Organization ids as typed; `null` where none were. */
  readonly organizations: readonly number[] | null
}

/** Cleans what a person pasted, or says what is missing. A token wins over login and password. */
export function cleanForm(form: SignInForm): Result<CleanForm, Failure> {
  const server = cleanServer(form.server)
  if (!server.ok) return server
  const secret = secretOf(form)
  if (!secret) return failed({ kind: 'credentials-missing' })
  const organizations = readIds(form.organizationIds)
  if (!organizations.ok) return organizations
  return ok({ server: server.value, secret, organizations: organizations.value })
}

/**
 * A server's base URL: blanks and quotes around it are cut, a missing scheme is https, slashes at the end
 * go, and so do a query and a fragment. Only this machine may be reached without TLS.
 */
export function cleanServer(typed: string): Result<string, Failure> {
  const text = unquoted(typed)
  if (text === '') return failed({ kind: 'address', fault: 'missing' })
  const full = /^[a-z][a-z\d+.-]*:\/\//iu.test(text) ? text : `https://${text}`
  const address = addressOf(full)
  if (!address.ok) return address
  const { protocol, host, pathname } = address.value
  return ok(`${protocol}//${host}${pathname.replace(/\/+$/u, '')}`)
}

/** A token without what came along when it was copied: quotes, line ends, blanks, a leading `Bearer`. */
export function cleanToken(typed: string): string {
  const joined = typed.replace(/[\s\u00a0\u200b-\u200f\u2060\ufeff]+/gu, ' ')
  const bare = unquoted(unquoted(joined).replace(/^(?:authorization\s*:\s*)?bearer(?:\s+|$)/iu, ''))
  return bare.replaceAll(' ', '')
}

function secretOf(form: SignInForm): CleanForm['secret'] | null {
  const token = cleanToken(form.token)
  if (token !== '') return { kind: 'token', token, credential: form.credential }
  const login = form.login.trim()
  return login !== '' && form.password !== ''
    ? { kind: 'password', login, password: form.password }
    : null
}

function readIds(typed: string): Result<readonly number[] | null, Failure> {
  const words = typed.split(/[\s,;]+/u).filter((word) => word !== '')
  if (words.length === 0) return ok(null)
  const wrong = words.find((word) => !/^[1-9]\d{0,14}$/u.test(word))
  if (wrong !== undefined) return failed({ kind: 'organization-ids', text: wrong })
  return ok([...new Set(words.map(Number))])
}

const pairs: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
  ['“', '”'],
  ['‘', '’'],
  ['<', '>']
]

function unquoted(text: string): string {
  const trimmed = text.replace(
    /^[\s\u00a0\u200b-\u200f\u2060\ufeff]+|[\s\u00a0\u200b-\u200f\u2060\ufeff]+$/gu,
    ''
  )
  const quoted = pairs.some(
    ([first, last]) => trimmed.length > 1 && trimmed.startsWith(first) && trimmed.endsWith(last)
  )
  return quoted ? unquoted(trimmed.slice(1, -1)) : trimmed
}

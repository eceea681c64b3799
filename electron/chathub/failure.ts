import type { Unanswered } from './answer.ts'

/** How far a request had come when it failed. Only `exchange` means that bytes of it may have left. */
export type Stage = 'connect' | 'proxy' | 'tls' | 'exchange'

/** The code of a time-out of ours, where the system has none of its own. */
export const timeoutCode = 'ETIMEDOUT'

const dnsCodes = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EAI_NODATA',
  'EAI_NONAME',
  'ENODATA'
])

/**
 * What a socket error means. Proven unsent (`unreachable`) only where the connection, for TLS the
 * handshake, was never made; afterwards the request left, or may have (`lost`).
 */
export function failureOf(error: unknown, stage: Stage): Unanswered {
  const code = codeOf(error)
  if (stage === 'exchange') {
    return { kind: 'lost', cause: code === timeoutCode ? 'timeout' : 'reset', code }
  }
  return { kind: 'unreachable', cause: causeOf(code, stage), code }
}

/** The machine-readable code of an error; where it has none, its class. Never its message. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN'
  if ('code' in error && typeof error.code === 'string' && error.code !== '') return error.code
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0])
  return error.name
}

function causeOf(
  code: string,
  stage: Stage
): Extract<Unanswered, { kind: 'unreachable' }>['cause'] {
  if (code === timeoutCode) return 'timeout'
  if (stage === 'proxy') return 'proxy'
  if (stage === 'tls') return 'tls'
  if (code === 'ECONNREFUSED') return 'refused'
  return dnsCodes.has(code) ? 'dns' : 'network'
}

import type { Failure } from '../../shared/failure.ts'
import { failed, ok, type Result } from '../../shared/result.ts'

/** Whether a host is this machine: the only one that is spoken to without TLS, and never through a proxy. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

/** A server's base URL, checked: https, or http for loopback alone; no credentials in it. */
export function addressOf(server: string): Result<URL, Extract<Failure, { kind: 'address' }>> {
  if (server.trim() === '') return failed({ kind: 'address', fault: 'missing' })
  if (!URL.canParse(server)) return failed({ kind: 'address', fault: 'malformed' })
  const url = new URL(server)
  const web = url.protocol === 'https:' || url.protocol === 'http:'
  if (!web || url.hostname === '' || url.username !== '' || url.password !== '') {
    return failed({ kind: 'address', fault: 'malformed' })
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    return failed({ kind: 'address', fault: 'insecure' })
  return ok(url)
}

/** The URL of a call: its path and query behind the base, whatever path that has. */
export function callUrl(base: URL, path: string): URL {
  return new URL(base.origin + base.pathname.replace(/\/+$/, '') + path)
}

import { request as requestPlain } from 'node:http'
import { request as requestSecure } from 'node:https'
import type { Duplex } from 'node:stream'

/** How a server is reached. */
export type Route =
  | { readonly kind: 'direct' }
  | {
      readonly kind: 'proxy'
      readonly host: string
      readonly port: number
      /** Whether the proxy itself is spoken to in TLS. */
      readonly secure: boolean
    }

/** What is asked about proxies; the system's settings are not Node's to know. */
export interface ProxyPort {
  /** Answers as `session.resolveProxy` does: `DIRECT`, `PROXY host:port; DIRECT`, … */
  readonly resolve: (url: string) => Promise<string>
  /** `user:password` for a proxy that wants it, or `null`. */
  readonly credentials: (host: string, port: number) => string | null
}

/**
 * The first route of a proxy list that can be used here (HTTP and HTTPS proxies, or none); `null` where
 * every one is of another kind. An empty list means a direct connection.
 */
export function routeOf(list: string): Route | null {
  const entries = list.split(';').map((entry) => entry.trim().split(/\s+/))
  const named = entries.filter(([kind]) => kind !== undefined && kind !== '')
  if (named.length === 0) return { kind: 'direct' }
  for (const [kind = '', address = ''] of named) {
    if (kind.toUpperCase() === 'DIRECT') return { kind: 'direct' }
    const secure = kind.toUpperCase() === 'HTTPS'
    const [, host, port] = /^(.+):(\d+)$/.exec(address) ?? []
    if (!secure && !['PROXY', 'HTTP'].includes(kind.toUpperCase())) continue
    if (host !== undefined && port !== undefined)
      return { kind: 'proxy', host, port: Number(port), secure }
  }
  return null
}

/** A refusal of the proxy's own: `407` where it wants credentials. */
class ProxyRefusal extends Error {
  readonly code: string

  constructor(status: number) {
    super(`The proxy answered ${status}`)
    this.code = `PROXY_${status}`
  }
}

/** Opens a tunnel through a proxy to `authority` (host:port). Rejects with the socket's error, a `ProxyRefusal`, or the signal's reason. */
export function tunnel(
  route: Route & { kind: 'proxy' },
  authority: string,
  options: {
    readonly credentials: string | null
    readonly ca: string[] | undefined
    readonly signal: AbortSignal
  }
): Promise<Duplex> {
  const { credentials, ca, signal } = options
  const headers: Record<string, string> = { host: authority }
  if (credentials !== null)
    headers['proxy-authorization'] = `Basic ${Buffer.from(credentials).toString('base64')}`
  const connect = route.secure ? requestSecure : requestPlain
  return new Promise((resolve, reject) => {
    const request = connect({
      host: route.host.replace(/^\[|\]$/g, ''),
      port: route.port,
      method: 'CONNECT',
      path: authority,
      headers,
      agent: false,
      signal,
      ...(route.secure ? { ca, minVersion: 'TLSv1.2' as const } : {})
    })
    request.on('connect', ({ statusCode = 0 }, socket) => {
      if (statusCode >= 200 && statusCode < 300) resolve(socket)
      else {
        socket.destroy()
        reject(new ProxyRefusal(statusCode))
      }
    })
    request.on('response', ({ statusCode = 0 }) => {
      request.destroy()
      reject(new ProxyRefusal(statusCode))
    })
    request.on('error', reject)
    request.end()
  })
}

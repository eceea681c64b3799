import { connect as connectPlain, isIP, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { connect as connectSecure, type ConnectionOptions, type TLSSocket } from 'node:tls'
import { failed, ok, type Result } from '../../shared/result.ts'
import type { Unanswered } from './answer.ts'
import { isLoopback } from './address.ts'
import { failureOf, timeoutCode, type Stage } from './failure.ts'
import { routeOf, tunnel, type ProxyPort } from './proxy.ts'

/** What opening connections needs to know of this machine. */
export interface Surroundings {
  /** Certificates to trust, PEM; `undefined` for the runtime's own. */
  readonly ca: string[] | undefined
  readonly proxy: ProxyPort | null
}

/** Opens a connection ready for the first byte of a request. Every failure is proven unsent. */
export type Open = (url: URL, timeoutMs: number) => Promise<Result<Socket, Unanswered>>

/** Builds `open`: TLS 1.2 or newer with the certificate checked, through the system's proxy where there is one. */
export function createOpen(surroundings: Surroundings): Open {
  return async (url, timeoutMs) => {
    const abort = new AbortController()
    const timer = setTimeout(() => {
      abort.abort(new TimeOut())
    }, timeoutMs)
    try {
      return await opened(url, surroundings, abort.signal)
    } finally {
      clearTimeout(timer)
    }
  }
}

class TimeOut extends Error {
  readonly code = timeoutCode
}

async function opened(
  url: URL,
  surroundings: Surroundings,
  signal: AbortSignal
): Promise<Result<Socket, Unanswered>> {
  let stage: Stage = 'connect'
  try {
    const proxy = isLoopback(url.hostname) ? null : surroundings.proxy
    const route =
      proxy === null
        ? { kind: 'direct' as const }
        : routeOf(await within(proxy.resolve(url.href), signal))
    if (route === null) return failed({ kind: 'unreachable', cause: 'proxy', code: 'PROXY_KIND' })
    if (route.kind === 'direct' && url.protocol === 'http:') return ok(await plain(url, signal))
    if (route.kind === 'proxy') stage = 'proxy'
    const carrier =
      route.kind === 'direct'
        ? await plain(url, signal)
        : await tunnel(route, `${url.hostname}:${portOf(url)}`, {
            credentials: proxy?.credentials(route.host, route.port) ?? null,
            ca: surroundings.ca,
            signal
          })
    stage = 'tls'
    return ok(await secured(carrier, url, { ca: surroundings.ca, signal }))
  } catch (error) {
    return failed(failureOf(signal.aborted ? signal.reason : error, stage))
  }
}

/** What was asked for, or a rejection with the signal's reason if that comes first. */
function within<T>(asked: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error)
    })
    asked.then(resolve, reject)
  })
}

function plain(url: URL, signal: AbortSignal): Promise<Socket> {
  const socket = connectPlain({
    host: bareHost(url),
    port: portOf(url),
    autoSelectFamily: true,
    noDelay: true,
    keepAlive: true
  })
  return awaited(socket, 'connect', signal)
}

function secured(
  carrier: Duplex,
  url: URL,
  options: { readonly ca: string[] | undefined; readonly signal: AbortSignal }
): Promise<TLSSocket> {
  const host = bareHost(url)
  const settings: ConnectionOptions = {
    socket: carrier,
    host,
    minVersion: 'TLSv1.2',
    ALPNProtocols: ['http/1.1'],
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(options.ca === undefined ? {} : { ca: options.ca })
  }
  return awaited(connectSecure(settings), 'secureConnect', options.signal)
}

/** Waits for a socket's event; on an error or the signal the socket is destroyed and the promise rejects. */
function awaited<S extends Socket>(
  socket: S,
  event: 'connect' | 'secureConnect',
  signal: AbortSignal
): Promise<S> {
  return new Promise((resolve, reject) => {
    const stop = (error: unknown): void => {
      signal.removeEventListener('abort', abort)
      socket.destroy()
      reject(error instanceof Error ? error : new Error('The connection closed'))
    }
    const abort = (): void => {
      stop(signal.reason)
    }
    socket.once(event, () => {
      signal.removeEventListener('abort', abort)
      socket.off('close', stop)
      resolve(socket)
    })
    // Stays after the connection is made: an error before anyone else listens must not go uncaught.
    socket.once('error', stop)
    socket.once('close', stop)
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true })
  })
}

function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '')
}

function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port)
  return url.protocol === 'https:' ? 443 : 80
}

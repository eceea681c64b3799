import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { createServer as createSecureServer, type TlsOptions } from 'node:tls'

/** A request as it came over the wire. */
export interface Received {
  readonly head: string
  readonly body: string
  /** Which request of its connection it is, from 1. */
  readonly nth: number
  readonly connection: number
}

/** What a test does with a request; the socket is its own to write to, to leave silent or to destroy. */
export type Behave = (socket: Socket, received: Received) => void

/** A server on loopback that does on its sockets exactly what a test says, and keeps what it received. */
export interface TestServer {
  readonly port: number
  readonly received: Received[]
  readonly connections: () => number
  readonly close: () => Promise<void>
}

/** Starts one; with `tls` it speaks TLS. */
export async function startServer(behave: Behave, tls?: TlsOptions): Promise<TestServer> {
  const received: Received[] = []
  const sockets = new Set<Socket>()
  let connections = 0
  const accept = (socket: Socket): void => {
    connections += 1
    sockets.add(socket)
    socket.on('error', () => undefined)
    serve(socket, connections, (request) => {
      received.push(request)
      behave(socket, request)
    })
  }
  const server: Server = tls === undefined ? createServer(accept) : createSecureServer(tls, accept)
  server.on('tlsClientError', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    received,
    connections: () => connections,
    close: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    }
  }
}

/** A whole HTTP answer. */
export function reply(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {}
): string {
  const lines = Object.entries({
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    ...headers
  }).map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${status} Status`, ...lines, '', body].join('\r\n')
}

function serve(socket: Socket, connection: number, give: (received: Received) => void): void {
  let buffer = ''
  let nth = 0
  socket.on('data', (chunk) => {
    buffer += chunk.toString('latin1')
    for (let end = buffer.indexOf('\r\n\r\n'); end !== -1; end = buffer.indexOf('\r\n\r\n')) {
      const head = buffer.slice(0, end)
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
      if (buffer.length < end + 4 + length) return
      nth += 1
      const body = Buffer.from(buffer.slice(end + 4, end + 4 + length), 'latin1').toString('utf8')
      buffer = buffer.slice(end + 4 + length)
      give({ head, body, nth, connection })
    }
  })
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { error } from './replies.ts'
import type { Answer, Reply, SandboxRequest } from './model.ts'

/** What the server asks for each request; an answer of null is none of its own paths. */
export type Handlers = {
  readonly handle: (request: SandboxRequest) => Promise<Answer>
  /** Paths beside the documented ones; null where a request is none of them. */
  readonly control: (request: SandboxRequest) => Answer | null
}

/** A listening server on 127.0.0.1. */
export type HttpServer = {
  readonly port: number
  /** Refuses connections from now on, and ends those that are open. */
  readonly close: () => Promise<void>
  /** Listens again on the same port; `port-taken` where another program has it by now. */
  readonly reopen: () => Promise<'open' | 'port-taken'>
}

const longestBody = 1_048_576

/** Listens on 127.0.0.1; port 0 takes a free one. Rejects with the system's error. */
export async function startServer(handlers: Handlers, port: number): Promise<HttpServer> {
  const sockets = new Map<Socket, { id: number; requests: number }>()
  let lastSocket = 0
  const server = createServer((incoming, outgoing) => {
    const connection = sockets.get(incoming.socket) ?? { id: 0, requests: 0 }
    connection.requests += 1
    void serve(handlers, connection, { incoming, outgoing })
  })
  server.on('connection', (socket) => {
    lastSocket += 1
    sockets.set(socket, { id: lastSocket, requests: 0 })
    socket.on('close', () => sockets.delete(socket))
  })
  const listen = (on: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(on, '127.0.0.1', () => {
        server.off('error', reject)
        resolve()
      })
    })
  await listen(port)
  const taken = (server.address() as AddressInfo).port
  return {
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets.keys()) socket.resetAndDestroy()
      }),
    reopen: () =>
      listen(taken).then(
        () => 'open',
        () => 'port-taken'
      )
  }
}

type Connection = { readonly id: number; readonly requests: number }
type Exchange = { readonly incoming: IncomingMessage; readonly outgoing: ServerResponse }

async function serve(
  handlers: Handlers,
  connection: Connection,
  exchange: Exchange
): Promise<void> {
  const { incoming, outgoing } = exchange
  const reused = connection.requests > 1
  if (!isOurHost(incoming)) {
    send(outgoing, error(403, 'Unknown host', 'text'))
    return
  }
  const body = await bodyOf(incoming)
  if (body === 'aborted') return
  if (body === 'too-long') {
    send(outgoing, error(413, 'The body is too long', 'text'))
    return
  }
  const request: SandboxRequest = {
    method: incoming.method ?? '',
    path: incoming.url ?? '',
    headers: incoming.headers as Record<string, string | undefined>,
    body: body.text,
    socket: connection.id,
    reused
  }
  send(outgoing, handlers.control(request) ?? (await handlers.handle(request)))
}

/** A page of the web that had its name point here (DNS rebinding) sends that name as the host. */
function isOurHost({ headers, socket }: IncomingMessage): boolean {
  return (
    headers.host === `127.0.0.1:${socket.localPort}` ||
    headers.host === `localhost:${socket.localPort}`
  )
}

function bodyOf(incoming: IncomingMessage): Promise<{ text: string } | 'too-long' | 'aborted'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let length = 0
    incoming.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length <= longestBody) chunks.push(chunk)
      else resolve('too-long')
    })
    incoming.on('end', () => resolve({ text: Buffer.concat(chunks).toString('utf8') }))
    incoming.on('close', () => resolve('aborted'))
    incoming.on('error', () => resolve('aborted'))
  })
}

function send(outgoing: ServerResponse, answer: Answer): void {
  if (answer.kind === 'reply') {
    const bytes = begin(outgoing, answer)
    outgoing.end(bytes)
    return
  }
  if (answer.at === 'silence') return
  if (answer.at === 'half-body') {
    const bytes = begin(outgoing, answer.reply)
    const half = bytes.subarray(0, Math.floor(bytes.length / 2))
    outgoing.write(half, () => outgoing.socket?.destroy())
    return
  }
  outgoing.socket?.resetAndDestroy()
}

function begin(outgoing: ServerResponse, { status, headers, body }: Reply): Buffer {
  const bytes = Buffer.from(body)
  outgoing.writeHead(status, { ...headers, 'content-length': bytes.length })
  return bytes
}

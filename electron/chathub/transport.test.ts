import { once } from 'node:events'
import { createServer, connect as connectTo, type AddressInfo, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { simulatedClock } from './simulated-clock.ts'
import { systemClock, type Clock } from './clock.ts'
import { createOpen, type Surroundings } from './connection.ts'
import { createLines } from './line.ts'
import { createPace, type Ticket } from './pace.ts'
import { testCertificate } from './test-certificate.ts'
import { reply, startServer, type Behave, type TestServer } from './test-server.ts'
import { createTransport, type Exchanged, type Outgoing } from './transport.ts'

const closing: (() => Promise<void> | void)[] = []

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const nowhere: Surroundings = { ca: undefined, proxy: null }

async function serverOf(
  behave: Behave,
  tls?: Parameters<typeof startServer>[1]
): Promise<TestServer> {
  const server = await startServer(behave, tls)
  closing.push(server.close)
  return server
}

function sender(surroundings: Surroundings = nowhere, clock: Clock = systemClock) {
  const lines = createLines(createOpen(surroundings), clock)
  closing.push(lines.close)
  const pace = createPace({ clock, perSecond: 1_000 })
  const transport = createTransport(lines, clock)
  return (url: string, changes: Partial<Outgoing> = {}): Promise<Exchanged> => {
    const body = changes.method === 'GET' ? null : '[{"name":"נועה"}]'
    const outgoing = {
      method: 'POST' as const,
      url: new URL(url),
      headers: {},
      body,
      timeoutMs: 2_000,
      maxBytes: 1_000,
      mayLeave: () => true
    }
    return transport({ ...outgoing, ...changes }, pace.enter('person'))
  }
}

async function outcomeOf(exchanged: Promise<Exchanged>): Promise<unknown> {
  const { answer } = await exchanged
  return answer.ok
    ? { ...answer.value, body: Buffer.from(answer.value.body).toString() }
    : answer.failure
}

const fine: Behave = (socket) => socket.write(reply(200, '"fine"'))

describe('one exchange', () => {
  it('sends the request once and reads the whole answer', async () => {
    const server = await serverOf((socket) => {
      const whole = reply(200, '{"a":"נ"}', { 'retry-after': '3' })
      socket.write(whole.slice(0, 60))
      setImmediate(() => socket.write(whole.slice(60)))
    })
    const url = `http://127.0.0.1:${server.port}/api/operator?organizationId=24`
    expect(await outcomeOf(sender()(url))).toMatchObject({
      status: 200,
      body: '{"a":"נ"}',
      retryAfter: '3'
    })
    expect(server.received).toHaveLength(1)
    expect(server.received[0]?.head).toContain('POST /api/operator?organizationId=24 HTTP/1.1')
    expect(server.received[0]?.body).toBe('[{"name":"נועה"}]')
  })

  it('is proven unsent where the connection is refused', async () => {
    const server = await startServer(fine)
    await server.close()
    expect(await outcomeOf(sender()(`http://127.0.0.1:${server.port}/`))).toEqual({
      kind: 'unreachable',
      cause: 'refused',
      code: 'ECONNREFUSED'
    })
  })

  it('is proven unsent where the name is unknown', async () => {
    expect(await outcomeOf(sender()('https://chathub.invalid/'))).toMatchObject({
      kind: 'unreachable',
      cause: 'dns'
    })
  })

  it('is lost where the connection dies before the answer, in its middle, or breaks the protocol', async () => {
    const reset = await serverOf((socket) => socket.resetAndDestroy())
    expect(await outcomeOf(sender()(`http://127.0.0.1:${reset.port}/`))).toMatchObject({
      kind: 'lost',
      cause: 'reset'
    })
    const half = await serverOf((socket) => socket.end(reply(200, '[{"id":104}]').slice(0, -5)))
    expect(await outcomeOf(sender()(`http://127.0.0.1:${half.port}/`))).toMatchObject({
      kind: 'lost',
      cause: 'reset'
    })
    const noise = await serverOf((socket) => socket.end('what?\r\n\r\n'))
    expect(await outcomeOf(sender()(`http://127.0.0.1:${noise.port}/`))).toMatchObject({
      kind: 'lost'
    })
    expect([reset, half, noise].map(({ received }) => received.length)).toEqual([1, 1, 1])
  })

  it('is lost after one total time-out, silent or dripping, and a late answer reaches nobody', async () => {
    let late: () => void = () => undefined
    const silent = await serverOf((socket) => {
      late = () => socket.write(reply(200, '"late"'))
    })
    const send = sender()
    const url = `http://127.0.0.1:${silent.port}/`
    const timedOut = { kind: 'lost', cause: 'timeout', code: 'ETIMEDOUT' }
    expect(await outcomeOf(send(url, { timeoutMs: 60 }))).toEqual(timedOut)
    late()
    expect(await outcomeOf(send(url, { timeoutMs: 60 }))).toEqual(timedOut)
    expect(silent.received.map(({ connection }) => connection)).toEqual([1, 2])
    const dripping = await serverOf((socket) => {
      const drip = setInterval(() => socket.write('H'), 10)
      socket.on('close', () => {
        clearInterval(drip)
      })
      socket.write('HTTP/1.1 200 OK\r\nx: ')
    })
    expect(await outcomeOf(send(`http://127.0.0.1:${dripping.port}/`, { timeoutMs: 80 }))).toEqual(
      timedOut
    )
  })

  it('follows no redirect', async () => {
    const target = await serverOf(fine)
    const server = await serverOf((socket) =>
      socket.write(reply(307, '', { location: `http://127.0.0.1:${target.port}/` }))
    )
    const outcome = await outcomeOf(sender()(`http://127.0.0.1:${server.port}/`))
    expect(outcome).toMatchObject({ status: 307, location: `http://127.0.0.1:${target.port}/` })
    expect(target.connections()).toBe(0)
  })

  it('reads no endless answer', async () => {
    const server = await serverOf((socket) => socket.write(reply(200, 'x'.repeat(5_000))))
    const outcome = await outcomeOf(sender()(`http://127.0.0.1:${server.port}/`))
    expect(outcome).toEqual({ kind: 'unreadable', status: 200, words: '' })
  })
})

describe('kept connections', () => {
  it('carry the next request while fresh, and never one after a second of rest', async () => {
    const clock = simulatedClock()
    const server = await serverOf(fine)
    const send = sender(nowhere, clock)
    const url = `http://127.0.0.1:${server.port}/`
    for (const restMs of [0, 900, 1_001, 0]) {
      clock.stall(restMs)
      expect(await outcomeOf(send(url))).toMatchObject({ status: 200 })
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(server.received.map(({ connection, nth }) => [connection, nth])).toEqual([
      [1, 1],
      [1, 2],
      [2, 1],
      [2, 2]
    ])
  })

  it('that die after the request was read lose the reply: it was sent exactly once', async () => {
    const server = await serverOf((socket, { nth }) => {
      if (nth === 1) socket.write(reply(200, '"fine"'))
      else socket.resetAndDestroy()
    })
    const send = sender()
    const url = `http://127.0.0.1:${server.port}/`
    expect(await outcomeOf(send(url))).toMatchObject({ status: 200 })
    await new Promise((resolve) => setImmediate(resolve))
    expect(await outcomeOf(send(url))).toMatchObject({ kind: 'lost', cause: 'reset' })
    expect(server.received.map(({ connection, nth }) => [connection, nth])).toEqual([
      [1, 1],
      [1, 2]
    ])
    expect(await outcomeOf(send(url))).toMatchObject({ status: 200 })
    expect(server.received).toHaveLength(3)
  })

  it('that the server closed meanwhile are replaced before anything is sent', async () => {
    const sockets: Socket[] = []
    const server = await serverOf((socket) => {
      sockets.push(socket)
      socket.write(reply(200, '"fine"'))
    })
    const send = sender()
    const url = `http://127.0.0.1:${server.port}/`
    await send(url)
    const closed = once(sockets[0] as Socket, 'close')
    sockets[0]?.end()
    await closed
    await new Promise((resolve) => setImmediate(resolve))
    expect(await outcomeOf(send(url))).toMatchObject({ status: 200 })
    expect(server.connections()).toBe(2)
  })

  it('that grew old in line are replaced when the turn comes', async () => {
    const clock = simulatedClock()
    const server = await serverOf(fine)
    const lines = createLines(createOpen(nowhere), clock)
    closing.push(lines.close)
    const ticket = createPace({ clock, perSecond: 1 }).enter('outbox')
    const slow: Ticket = {
      ...ticket,
      ready: () => {
        clock.stall(1_500)
        return ticket.ready()
      }
    }
    const url = new URL(`http://127.0.0.1:${server.port}/`)
    const outgoing = {
      method: 'GET',
      url,
      headers: {},
      body: null,
      timeoutMs: 500,
      maxBytes: 100,
      mayLeave: () => true
    } as const
    expect((await createTransport(lines, clock)(outgoing, slow)).answer.ok).toBe(true)
    expect(server.received.map(({ connection }) => connection)).toEqual([2])
  })

  it('carry nothing that is called off while they are replaced, and give the turn back', async () => {
    const clock = simulatedClock()
    const server = await serverOf(fine)
    const lines = createLines(createOpen(nowhere), clock)
    closing.push(lines.close)
    const pace = createPace({ clock, perSecond: 1 })
    const transport = createTransport(lines, clock)
    const outgoing = {
      method: 'POST',
      url: new URL(`http://127.0.0.1:${server.port}/`),
      headers: {},
      body: '[]',
      timeoutMs: 500,
      maxBytes: 100
    } as const
    const called = await transport({ ...outgoing, mayLeave: () => false }, pace.enter('outbox'))
    expect(called.answer).toMatchObject({ failure: { kind: 'unreachable', code: 'CANCELLED' } })
    const next = await transport({ ...outgoing, mayLeave: () => true }, pace.enter('outbox'))
    expect(next.answer.ok).toBe(true)
    expect(server.received).toHaveLength(1)
  })

  it('carry one request at a time', async () => {
    const waiting: Socket[] = []
    const server = await serverOf((socket) => {
      waiting.push(socket)
      if (waiting.length === 3) for (const each of waiting) each.write(reply(200, '"fine"'))
    })
    const send = sender()
    const url = `http://127.0.0.1:${server.port}/`
    await Promise.all([send(url), send(url), send(url)])
    expect(server.connections()).toBe(3)
  })
})

describe('TLS', () => {
  const trusting: Surroundings = { ca: [testCertificate.cert], proxy: null }

  it('carries requests to a certificate that is trusted', async () => {
    const server = await serverOf(fine, testCertificate)
    const send = sender(trusting)
    expect(await outcomeOf(send(`https://localhost:${server.port}/`))).toMatchObject({
      status: 200
    })
    expect(await outcomeOf(send(`https://127.0.0.1:${server.port}/`))).toMatchObject({
      status: 200
    })
  })

  it('is proven unsent where the certificate, the version or the handshake is not good enough', async () => {
    const server = await serverOf(fine, testCertificate)
    const old = await serverOf(fine, {
      ...testCertificate,
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1'
    })
    const plain = await serverOf((socket) => socket.destroy())
    const outcomes = await Promise.all([
      outcomeOf(sender()(`https://localhost:${server.port}/`)),
      outcomeOf(sender(trusting)(`https://localhost:${old.port}/`)),
      outcomeOf(sender(trusting)(`https://localhost:${plain.port}/`, { timeoutMs: 300 }))
    ])
    expect(outcomes).toMatchObject([
      { kind: 'unreachable', cause: 'tls', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
      { kind: 'unreachable', cause: 'tls' },
      { kind: 'unreachable', cause: 'timeout' }
    ])
    expect([...server.received, ...old.received]).toEqual([])
  })
})

describe('a proxy', () => {
  /** Tunnels to `port` whatever is asked for, or answers with `status`. */
  async function proxyOf(port: number, status = 200): Promise<{ port: number; heads: string[] }> {
    const heads: string[] = []
    const server = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', (chunk) => {
        heads.push(chunk.toString())
        socket.write(`HTTP/1.1 ${status} Status\r\n\r\n`)
        if (status === 200) socket.pipe(connectTo(port, '127.0.0.1')).pipe(socket)
      })
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    closing.push(() => void server.close())
    return { port: (server.address() as AddressInfo).port, heads }
  }

  const through = (port: number, asked: string[] = []): Surroundings => ({
    ca: [testCertificate.cert],
    proxy: {
      resolve: (url) => {
        asked.push(url)
        return Promise.resolve(`SOCKS5 127.0.0.1:1; PROXY 127.0.0.1:${port}`)
      },
      credentials: () => 'user:word'
    }
  })

  it('is tunnelled through, with its credentials, and sees nothing but the host', async () => {
    const server = await serverOf(fine, testCertificate)
    const proxy = await proxyOf(server.port)
    const outcome = await outcomeOf(sender(through(proxy.port))('https://chathub.test/api'))
    expect(outcome).toMatchObject({ status: 200 })
    expect(proxy.heads[0]).toContain('CONNECT chathub.test:443 HTTP/1.1')
    expect(proxy.heads[0]).toContain(`Basic ${Buffer.from('user:word').toString('base64')}`)
    expect(server.received[0]?.head).not.toContain('Basic')
  })

  it('that refuses proves the request unsent', async () => {
    const proxy = await proxyOf(1, 407)
    const outcome = await outcomeOf(sender(through(proxy.port))('https://chathub.test/api'))
    expect(outcome).toEqual({ kind: 'unreachable', cause: 'proxy', code: 'PROXY_407' })
  })

  it('that nobody can name in time proves the request unsent', async () => {
    const surroundings = through(1)
    const silent: Surroundings = {
      ca: undefined,
      proxy: { resolve: () => new Promise(() => undefined), credentials: () => null }
    }
    const failing: Surroundings = {
      ...surroundings,
      proxy: { resolve: () => Promise.reject(new Error('no')), credentials: () => null }
    }
    expect(
      await outcomeOf(sender(silent)('https://chathub.test/', { timeoutMs: 40 }))
    ).toMatchObject({
      kind: 'unreachable',
      cause: 'timeout'
    })
    expect(await outcomeOf(sender(failing)('https://chathub.test/'))).toMatchObject({
      kind: 'unreachable',
      cause: 'network'
    })
  })

  it('is not asked about for this machine itself', async () => {
    const server = await serverOf(fine)
    const asked: string[] = []
    await sender(through(1, asked))(`http://127.0.0.1:${server.port}/`)
    expect(asked).toEqual([])
  })
})

/** The machine's clock, but faster: a second of waiting takes a twentieth. */
const fast = 20
const fastClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now() * fast,
  after: (ms, task) => systemClock.after(ms / fast, task)
}

describe('the pace, where the bytes are written', () => {
  it('holds over sockets that connect late, while the process stalls, lists and adds together', async () => {
    const server = await serverOf((socket) => {
      setTimeout(() => socket.write(reply(200, '"fine"')), Math.random() * 30)
    })
    const written: number[] = []
    const open = createOpen(nowhere)
    const lines = createLines(async (...given) => {
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 25))
      const socket = await open(...given)
      if (socket.ok) noteWrites(socket.value, written)
      return socket
    }, fastClock)
    closing.push(lines.close)
    const pace = createPace({ clock: fastClock, perSecond: 5 })
    const transport = createTransport(lines, fastClock)
    const requests = Array.from({ length: 60 }, (_, at) => {
      const isList = at % 4 === 0
      return transport(
        {
          method: isList ? 'GET' : 'POST',
          url: new URL(`http://127.0.0.1:${server.port}/api/operator`),
          headers: {},
          body: isList ? null : '[{"name":"נועה"}]',
          ...{ timeoutMs: 60_000, maxBytes: 1_000, mayLeave: () => true }
        },
        pace.enter(isList ? 'background' : 'outbox')
      )
    })
    const stalls = setInterval(() => stall(Math.random() * 12), 17)
    closing.push(() => clearInterval(stalls))
    const answers = await Promise.all(requests)
    expect(answers.every(({ answer }) => answer.ok)).toBe(true)
    expect(written).toHaveLength(60)
    const apart = written.slice(5).map((at, nth) => at - (written[nth] ?? 0))
    expect(Math.min(...apart)).toBeGreaterThanOrEqual(1_020)
  })
})

/** Notes when a request is handed to the system, which is the moment that its bytes leave the process. */
function noteWrites(socket: Socket, moments: number[]): void {
  const write = socket.write.bind(socket) as (...given: unknown[]) => boolean
  socket.write = (...given: unknown[]): boolean => {
    if (/^(GET|POST) /u.test(String(given[0]))) moments.push(fastClock.monotonic())
    return write(...given)
  }
}

function stall(ms: number): void {
  const end = performance.now() + ms
  while (performance.now() < end);
}

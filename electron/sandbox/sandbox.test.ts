import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { startSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts'
import { readKeptLedger } from './store.ts'
import { paths, rows } from './test-core.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup()
})

async function start(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ token: 'token', ...options })
  cleanups.push(() => sandbox.stop())
  return sandbox
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'))
  cleanups.push(() => rmSync(folder, { recursive: true }))
  return folder
}

/** An agent that keeps one connection alive. */
function keepingAlive(): Agent {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  cleanups.push(() => agent.destroy())
  return agent
}

type Sending = { path: string; body?: unknown; headers?: Record<string, string>; agent?: Agent }
type Received = { status: number; headers: Record<string, unknown>; body: string }

/** One request by Node's own client, which never resends; rejects where no whole answer came. */
function send({ address }: Sandbox, { path, body, headers, agent }: Sending): Promise<Received> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${address}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      ...(agent === undefined ? { agent: false } : { agent }),
      headers: { authorization: 'Bearer token', 'content-type': 'application/json', ...headers }
    })
    outgoing.on('error', reject)
    outgoing.on('response', (incoming) => {
      let received = ''
      incoming.setEncoding('utf8')
      incoming.on('data', (chunk: string) => (received += chunk))
      incoming.on('error', reject)
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: received })
      )
    })
    outgoing.end(body === undefined ? undefined : JSON.stringify(body))
  })
}

const codeOf = (sending: Promise<unknown>): Promise<string> =>
  sending.then(
    () => 'answered',
    (thrown: unknown) => {
      const { code, message } = thrown as NodeJS.ErrnoException
      return code ?? message
    }
  )

const idsOf = (sandbox: Sandbox) => sandbox.operators(24).map(({ id }) => id)

describe('over real sockets', () => {
  it('answers as documented', async () => {
    const sandbox = await start()
    const list = await send(sandbox, { path: paths.list })
    expect([list.status, list.headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
    const set = await send(sandbox, { path: paths.status, body: { id: 101, status: 1 } })
    expect([set.status, set.headers['content-length'], set.body]).toEqual([200, '0', ''])
    const added = await send(sandbox, { path: paths.add, body: rows('Alex Brown') })
    expect(JSON.parse(added.body)).toEqual([{ id: 104, name: 'Alex Brown', status: 0 }])
  })

  it('knows its own host only, and its token', async () => {
    const sandbox = await start()
    const port = new URL(sandbox.address).port
    const statusFor = async (headers: Record<string, string>) =>
      (await send(sandbox, { path: paths.list, headers })).status
    expect(await statusFor({ host: `evil.example:${port}` })).toBe(403)
    expect(await statusFor({ host: '127.0.0.1:1' })).toBe(403)
    expect(await statusFor({ host: `localhost:${port}` })).toBe(200)
    expect(await statusFor({ authorization: 'Bearer other' })).toBe(401)
    expect(sandbox.ledger.entries()).toHaveLength(2)
  })

  it('has random credentials unless told', async () => {
    const [one, other] = [await startSandbox(), await startSandbox()]
    await Promise.all([one.stop(), other.stop()])
    expect(one.token).not.toBe(other.token)
    expect(one.password).not.toBe(other.password)
    expect(one.token.length).toBeGreaterThanOrEqual(32)
  })

  it('resets a reused connection after the body was read: the ledger holds exactly one POST', async () => {
    const sandbox = await start()
    const agent = keepingAlive()
    sandbox.faults.add({ fault: { kind: 'reset-reused' }, call: 'add' })
    await send(sandbox, { path: paths.list, agent })
    expect(await codeOf(send(sandbox, { path: paths.add, body: rows('A'), agent }))).toBe(
      'ECONNRESET'
    )
    const [list, add, ...more] = sandbox.ledger.entries()
    expect(more).toEqual([])
    expect(add).toMatchObject({
      call: 'add',
      body: JSON.stringify(rows('A')),
      faults: ['reset-reused']
    })
    expect(add).toMatchObject({ socket: list?.socket, answered: { cut: 'reset' }, applied: [] })
  })

  it('loses the reply after it applied, whole or in half', async () => {
    const sandbox = await start()
    sandbox.faults.add({ fault: { kind: 'drop-after' }, call: 'add' })
    sandbox.faults.add({ fault: { kind: 'half-body' }, call: 'add' })
    expect(await codeOf(send(sandbox, { path: paths.add, body: rows('A') }))).toBe('ECONNRESET')
    expect(await codeOf(send(sandbox, { path: paths.add, body: rows('B') }))).toBe('ECONNRESET')
    expect(sandbox.ledger.created().map(({ name }) => name)).toEqual(['A', 'B'])
  })

  it('refuses a body without end', async () => {
    const sandbox = await start()
    const answer = await send(sandbox, { path: paths.add, body: 'x'.repeat(1_048_577) })
    expect(answer.status).toBe(413)
  })

  it('stays silent until the caller gives up', async () => {
    const sandbox = await start()
    sandbox.faults.add({ fault: { kind: 'silence-after' } })
    const { port } = new URL(sandbox.address)
    const socket = connect(Number(port), '127.0.0.1')
    const body = JSON.stringify({ id: 101, status: 2 })
    const closed = new Promise((resolve) => socket.on('error', resolve))
    const received: Buffer[] = []
    socket.on('data', (chunk) => received.push(chunk))
    const answered = sandboxAnswered(sandbox)
    socket.write(
      `POST ${paths.status} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer token\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`
    )
    await answered
    expect(sandbox.operators(24)[0]?.status).toBe(2)
    expect(received).toEqual([])
    await sandbox.setOutage(true)
    await closed
    expect(received).toEqual([])
  })
})

/** Resolves once the newest request of a sandbox has its answer, or its silence. */
async function sandboxAnswered(sandbox: Sandbox): Promise<void> {
  while (sandbox.ledger.entries().at(-1)?.answered == null) {
    await new Promise((resolve) => setImmediate(resolve))
  }
}

describe('an outage', () => {
  it('refuses connections, ends the open ones, and returns on the same port', async () => {
    const sandbox = await start()
    const agent = keepingAlive()
    await send(sandbox, { path: paths.list, agent })
    expect(await sandbox.setOutage(true)).toBe('done')
    expect(await codeOf(send(sandbox, { path: paths.list }))).toBe('ECONNREFUSED')
    expect(await codeOf(send(sandbox, { path: paths.list, agent }))).not.toBe('answered')
    expect(await sandbox.setOutage(false)).toBe('done')
    expect((await send(sandbox, { path: paths.list })).status).toBe(200)
    expect(sandbox.ledger.entries()).toHaveLength(2)
  })

  it('obeys the last of several switches', async () => {
    const sandbox = await start()
    const switches = [true, false, true, true, false].map((on) => sandbox.setOutage(on))
    await Promise.all(switches)
    expect((await send(sandbox, { path: paths.list })).status).toBe(200)
  })

  it('says when its port was taken meanwhile', async () => {
    const sandbox = await start()
    await sandbox.setOutage(true)
    const other = await startSandbox({ port: Number(new URL(sandbox.address).port) })
    expect(await sandbox.setOutage(false)).toBe('port-taken')
    await other.stop()
    expect(await sandbox.setOutage(false)).toBe('done')
  })
})

describe('between starts', () => {
  it('keeps its data', async () => {
    const folder = temporaryFolder()
    const first = await start({ folder })
    await send(first, { path: paths.add, body: rows('Alex Brown') })
    await send(first, { path: paths.status, body: { id: 104, status: 1 } })
    await first.stop()
    const second = await start({ folder })
    expect(second.operators(24)).toEqual([
      ...first.operators(24).slice(0, 3),
      { id: 104, organizationId: 24, name: 'Alex Brown', status: 1 }
    ])
    await send(second, { path: paths.add, body: rows('Emma Davis') })
    expect(idsOf(second)).toEqual([101, 102, 103, 104, 105])
  })

  it('begins anew after a reset', async () => {
    const folder = temporaryFolder()
    const first = await start({ folder, keepLedger: true })
    await send(first, { path: paths.add, body: rows('Alex Brown') })
    expect(readKeptLedger(folder)).toEqual(first.ledger.entries())
    first.reset()
    expect(idsOf(first)).toEqual([101, 102, 103])
    await first.stop()
    expect(idsOf(await start({ folder }))).toEqual([101, 102, 103])
    expect(readKeptLedger(folder)).toEqual([])
  })

  it('says why it cannot start', async () => {
    const { address } = await start()
    const port = Number(new URL(address).port)
    expect(await codeOf(startSandbox({ port }))).toBe('EADDRINUSE')
  })
})

describe('control', () => {
  it('is offered only where asked for, and to who has the token', async () => {
    const without = await start()
    expect((await send(without, { path: '/_sandbox/ledger' })).status).toBe(404)
    const sandbox = await start({ control: true })
    const wrong = { authorization: 'Bearer wrong' }
    expect((await send(sandbox, { path: '/_sandbox/ledger', headers: wrong })).status).toBe(401)
    await send(sandbox, { path: paths.list })
    const ledger = await send(sandbox, { path: '/_sandbox/ledger' })
    expect(JSON.parse(ledger.body)).toEqual(JSON.parse(JSON.stringify(sandbox.ledger.entries())))
  })

  it('scripts faults, all or none', async () => {
    const sandbox = await start({ control: true })
    const script = (body: string) => sendText(sandbox, '/_sandbox/faults', body)
    expect((await script('list:503:2\nlist:nothing')).status).toBe(400)
    expect(sandbox.faults.rules()).toEqual([])
    expect((await script('list:503:2\n\nadd:drop-after')).status).toBe(200)
    expect(sandbox.faults.rules()).toHaveLength(2)
    expect((await send(sandbox, { path: paths.list })).status).toBe(503)
  })
})

async function sendText(
  { address, token }: Sandbox,
  path: string,
  body: string
): Promise<Response> {
  return fetch(`${address}${path}`, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${token}` }
  })
}

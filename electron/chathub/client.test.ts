import type { Socket } from 'node:net'
import { Worker } from 'node:worker_threads'
import { afterEach, describe, expect, it } from 'vitest'
import type { Attempt } from '../../shared/attempt.ts'
import type { Failure } from '../../shared/failure.ts'
import { unpack } from '../../shared/operator-columns.ts'
import { failed, ok } from '../../shared/result.ts'
import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox/sandbox.ts'
import { createClient, type Access, type Client } from './client.ts'
import { systemClock } from './clock.ts'
import { createOpen } from './connection.ts'
import { createLines, type Lines } from './line.ts'
import { createListParser } from './list-parser.ts'
import { createPace } from './pace.ts'
import { reply, startServer, type Behave } from './test-server.ts'
import { createTransport } from './transport.ts'
import { readDelivery } from './wire.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const token = 'company-token-of-the-tests'
const never = new AbortController().signal

const recalled = { kind: 'failed', failure: { kind: 'recalled' } }

function clientOf(observed: (Failure | null)[] = [], perSecond = 1_000): Client {
  const lines = createLines(createOpen({ ca: undefined, proxy: null }), systemClock)
  closing.push(lines.close)
  return clientOver(lines, observed, perSecond)
}

function clientOver(lines: Lines, observed: (Failure | null)[] = [], perSecond = 1_000): Client {
  return createClient({
    transport: createTransport(lines, systemClock),
    pace: createPace({ clock: systemClock, perSecond }),
    lists: createListParser(() => new Worker('', { eval: true })),
    clock: systemClock,
    timeoutMs: () => 300,
    userAgent: 'Switchboard/test',
    observe: (_, failure) => observed.push(failure)
  })
}

async function sandboxOf(
  options: SandboxOptions = {}
): Promise<{ sandbox: Sandbox; access: Access }> {
  const sandbox = await startSandbox({ token, ...options })
  closing.push(sandbox.stop)
  return { sandbox, access: { server: sandbox.address, credential: 'company-token', token } }
}

async function serverOf(behave: Behave): Promise<Access> {
  const server = await startServer(behave)
  closing.push(server.close)
  return { server: `http://127.0.0.1:${server.port}`, credential: 'company-token', token }
}

const add = (...names: string[]): Attempt => ({
  kind: 'add',
  id: names.join(),
  organizationId: 24,
  entries: names.map((name) => ({ id: name, name })),
  known: []
})
const deactivate: Attempt = {
  kind: 'set-status',
  id: 'status',
  organizationId: 24,
  entries: [{ id: 'e', name: 'John Smith' }],
  operatorId: 101,
  status: 1
}

describe('the client against the sandbox', () => {
  it.each(['json-string', 'object', 'data', 'unquoted'] as const)(
    'signs in, the token as %s',
    async (tokenShape) => {
      const { sandbox } = await sandboxOf({ settings: { tokenShape } })
      expect(await clientOf().signIn(sandbox.address, sandbox.login, sandbox.password)).toEqual(
        ok(token)
      )
      const wrong = await clientOf().signIn(sandbox.address, sandbox.login, 'wrong-password')
      expect(wrong).toMatchObject({ failure: { kind: 'refused' } })
    }
  )

  it('makes every documented call', async () => {
    const { access } = await sandboxOf()
    const client = clientOf()
    const organizations = await client.organizations(access, 'person')
    expect(organizations.ok && organizations.value[0]).toEqual({ id: 24, name: 'Customer Support' })
    const added = readDelivery(
      'add',
      await client.deliver(access, add('Alex Brown', 'נועה כהן'), never)
    )
    expect(added.ok && added.value).toMatchObject({
      operators: [{ name: 'Alex Brown' }, { name: 'נועה כהן' }]
    })
    const set = await client.deliver(access, deactivate, never)
    expect(readDelivery('set-status', set)).toEqual(ok({ kind: 'status-set' }))
    const list = await client.list(access, 24, 'person')
    expect(list.ok && unpack(list.value.columns).map(({ name, status }) => [name, status])).toEqual(
      [
        ['John Smith', 1],
        ['Sarah Johnson', 0],
        ['Mike Wilson', 1],
        ['Alex Brown', 0],
        ['נועה כהן', 0]
      ]
    )
    const chats = await client.chats(access, { organizationId: 24, operatorId: 101, status: 1 })
    expect(chats.ok && chats.value.total >= 0).toBe(true)
    const own = await client.operatorToken(access, 101, Date.now() + 3_600_000)
    if (!own.ok) throw new Error(own.failure.kind)
    expect(await client.checkToken(access, own.value)).toMatchObject({
      value: { isValid: true, operatorId: 101 }
    })
  })

  it('presents a dashboard key in its own header', async () => {
    const { access } = await sandboxOf()
    expect(
      (await clientOf().organizations({ ...access, credential: 'dashboard-key' }, 'person')).ok
    ).toBe(true)
    const wrong = await clientOf().organizations({ ...access, token: 'another-token' }, 'person')
    expect(wrong).toMatchObject({ failure: { kind: 'refused', status: 401 } })
  })

  it('says where organizations are not offered', async () => {
    const { access } = await sandboxOf({ settings: { offersOrganizations: false } })
    expect(await clientOf().organizations(access, 'person')).toEqual({
      ok: false,
      failure: { kind: 'organizations-not-offered' }
    })
  })

  it.each([
    ['drop-before', { kind: 'lost', cause: 'reset' }],
    ['drop-after', { kind: 'lost', cause: 'reset' }],
    ['half-body', { kind: 'lost', cause: 'reset' }],
    ['silence', { kind: 'lost', cause: 'timeout' }],
    ['bad-json', { kind: 'unreadable', status: 200 }],
    ['captive-portal', { kind: 'portal', status: 200 }]
  ] as const)('tells %s for what it is, having sent once', async (fault, failure) => {
    const { sandbox, access } = await sandboxOf()
    sandbox.faults.add({ fault: { kind: fault }, call: 'add' })
    const observed: (Failure | null)[] = []
    const delivery = await clientOf(observed).deliver(access, add('Alex Brown'), never)
    expect(readDelivery('add', delivery)).toMatchObject({ failure })
    expect(observed).toMatchObject([failure])
    expect(sandbox.ledger.entries().filter(({ call }) => call === 'add')).toHaveLength(1)
  })

  it('sends once over a kept connection that dies after the body was read', async () => {
    const { sandbox, access } = await sandboxOf()
    const client = clientOf()
    await client.organizations(access, 'person')
    await new Promise((resolve) => setImmediate(resolve))
    sandbox.faults.add({ fault: { kind: 'reset-reused' } })
    const delivery = await client.deliver(access, add('Alex Brown'), never)
    expect(readDelivery('add', delivery)).toMatchObject({ failure: { kind: 'lost' } })
    expect(sandbox.ledger.entries().map(({ call, faults }) => [call, faults])).toEqual([
      ['organizations', []],
      ['add', ['reset-reused']]
    ])
  })

  it('keeps the status, the words and the waiting time of a refusal', async () => {
    const { sandbox, access } = await sandboxOf()
    sandbox.faults.add({ fault: { kind: 'answer', status: 429, retryAfter: '2' } })
    expect(await clientOf().list(access, 24, 'person')).toMatchObject({
      failure: { kind: 'refused', status: 429, retryAfterMs: 2_000 }
    })
  })

  it('proves an outage to have kept everything here', async () => {
    const { sandbox, access } = await sandboxOf()
    await sandbox.setOutage(true)
    const delivery = await clientOf().deliver(access, add('Alex Brown'), never)
    expect(delivery).toEqual({
      kind: 'failed',
      failure: { kind: 'unreachable', cause: 'refused', code: 'ECONNREFUSED' }
    })
  })
})

describe('the client', () => {
  it('shares equal lists in flight, but gives the outbox only one that left after it asked', async () => {
    const answer: (() => void)[] = []
    let received: () => void = () => undefined
    const access = await serverOf((socket) => {
      answer.push(() => socket.write(reply(200, '[]')))
      received()
    })
    const client = clientOf()
    const arrived = new Promise<void>((resolve) => (received = resolve))
    const first = [client.list(access, 24, 'background'), client.list(access, 24, 'outbox')]
    await arrived
    const joined = client.list(access, 24, 'person')
    const again = new Promise<void>((resolve) => (received = resolve))
    const later = client.list(access, 24, 'outbox')
    await again
    expect(answer).toHaveLength(2)
    for (const give of answer) give()
    expect((await Promise.all([...first, joined, later])).every(({ ok: fine }) => fine)).toBe(true)
    expect(await first[1]).toBe(await joined)
  })

  it('shows no secret that the service echoes', async () => {
    const access = await serverOf((socket, { head, body }) =>
      socket.write(reply(400, JSON.stringify({ message: `You sent ${head} ${body}` })))
    )
    const results = [
      await clientOf().organizations(access, 'person'),
      await clientOf().deliver(access, add('Alex Brown'), never),
      await clientOf().checkToken(access, 'the-token-of-an-operator'),
      await clientOf().signIn(access.server, 'login', 'pass-word')
    ]
    const text = JSON.stringify(results)
    expect(text).toContain('You sent')
    for (const secret of [token, 'the-token-of-an-operator', 'pass-word'])
      expect(text).not.toContain(secret)
  })

  it('sends nothing to a bad address or with a token that no header can carry', async () => {
    const access = await serverOf((socket) => socket.destroy())
    const client = clientOf()
    expect(
      await client.list({ ...access, server: 'http://elsewhere.example' }, 24, 'person')
    ).toMatchObject({
      failure: { kind: 'address', fault: 'insecure' }
    })
    for (const bad of ['', 'two\nlines', 'כרטיס']) {
      expect(await client.list({ ...access, token: bad }, 24, 'person')).toMatchObject({
        failure: { kind: 'credentials-missing' }
      })
    }
  })

  it('lets an attempt that is still in line go unsent when told', async () => {
    const access = await serverOf((socket) => socket.write(reply(200, '[]')))
    const client = clientOf([], 1)
    await client.deliver(access, add('first'), never)
    const recall = new AbortController()
    const waiting = client.deliver(access, add('second'), recall.signal)
    recall.abort()
    expect(await waiting).toEqual(recalled)
    expect(await client.deliver(access, add('third'), recall.signal)).toEqual(recalled)
  })

  it('lets an attempt go unsent when told at the last moment: its turn has come, and it connects anew', async () => {
    const server = await startServer((socket) => socket.write(reply(200, '[]')))
    closing.push(server.close)
    const recall = new AbortController()
    const open = createOpen({ ca: undefined, proxy: null })
    const opened: Socket[] = []
    // The first connection is gone by the time the turn comes; while the second is made, it is called off.
    const lines = createLines(async (url, timeoutMs) => {
      const socket = await open(url, timeoutMs)
      if (!socket.ok) return socket
      if (opened.length === 0) socket.value.destroy()
      else recall.abort()
      opened.push(socket.value)
      return socket
    }, systemClock)
    closing.push(lines.close)
    const client = clientOver(lines)
    const access = { server: `http://127.0.0.1:${server.port}`, credential: 'company-token', token }
    expect(
      await client.deliver({ ...access, credential: 'company-token' }, add('A'), recall.signal)
    ).toEqual(recalled)
    expect(opened).toHaveLength(2)
    expect(server.received).toEqual([])
    expect(
      await client.deliver({ ...access, credential: 'company-token' }, add('B'), never)
    ).toMatchObject({ status: 200 })
    expect(server.received).toHaveLength(1)
  })

  it('reads a large list', async () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => ({
      id: row + 1,
      name: `Operator ${row}`,
      status: row % 3
    }))
    const access = await serverOf((socket) => socket.write(reply(200, JSON.stringify(rows))))
    const list = await clientOf().list(access, 24, 'person')
    expect(list.ok && list.value.columns.ids.length).toBe(20_000)
  })
})

describe('a refused token', () => {
  const renewed = 'another-token-of-the-tests'
  const organizations = reply(200, '[{"id":24,"name":"Customer Support"}]')
  /** Refuses one token, late enough for others to have got in line. */
  const refusing =
    (refused: () => string): Behave =>
    (socket, { head }) => {
      const isRefused = head.includes(`Bearer ${refused()}`)
      if (isRefused) setTimeout(() => socket.write(reply(401, '"expired"')), 20)
      else if (head.includes('/organization')) socket.write(organizations)
      else socket.write(reply(200, '[{"id":1,"name":"A","status":0}]'))
    }

  async function served(refused: () => string = () => token) {
    const server = await startServer(refusing(refused))
    closing.push(server.close)
    const access: Access = {
      server: `http://127.0.0.1:${server.port}`,
      credential: 'company-token',
      token
    }
    return { server, access }
  }

  it('silences all that is in line with it: proven unsent, and lists too', async () => {
    const { server, access } = await served()
    const client = clientOf([], 1)
    const deliveries = ['A', 'B', 'C'].map((name) => client.deliver(access, add(name), never))
    const list = client.list(access, 24, 'outbox')
    expect(await deliveries[0]).toMatchObject({ kind: 'answered', status: 401 })
    for (const delivery of deliveries.slice(1))
      expect(await delivery).toEqual({ kind: 'failed', failure: { kind: 'signed-out' } })
    expect(await list).toEqual(failed({ kind: 'signed-out' }))
    expect(server.received).toHaveLength(1)
  })

  it('stays silent until another token is there', async () => {
    const { server, access } = await served()
    const client = clientOf()
    await client.list(access, 24, 'person')
    expect(await client.list(access, 24, 'person')).toEqual(failed({ kind: 'signed-out' }))
    expect(server.received).toHaveLength(1)
    const delivery = await client.deliver({ ...access, token: renewed }, add('A'), never)
    expect(delivery).toMatchObject({ kind: 'answered', status: 200 })
  })

  it('may be tried again by a sign-in, and is good for all once that succeeded', async () => {
    let refused = token
    const { server, access } = await served(() => refused)
    const client = clientOf()
    const signingIn = { ...access, proving: true }
    await client.list(access, 24, 'person')
    expect(await client.organizations(signingIn, 'person')).toMatchObject({ ok: false })
    expect(await client.list(access, 24, 'person')).toMatchObject({ ok: false })
    expect(server.received).toHaveLength(2)
    refused = 'none'
    expect(await client.organizations(signingIn, 'person')).toMatchObject({ ok: true })
    expect(await client.list(access, 24, 'person')).toMatchObject({ ok: true })
  })

  it('is not refused anew by a refusal from before it was proven', async () => {
    const answers: (() => void)[] = []
    const server = await startServer((socket, { head }) => {
      if (head.includes('/organization')) socket.write(organizations)
      else answers.push(() => socket.write(reply(401, '"expired"')))
    })
    closing.push(server.close)
    const client = clientOf()
    const access: Access = {
      server: `http://127.0.0.1:${server.port}`,
      credential: 'company-token',
      token
    }
    const late = client.deliver(access, add('A'), never)
    const refused = client.deliver(access, add('B'), never)
    await expect.poll(() => answers.length).toBe(2)
    answers[1]?.()
    await refused
    await client.organizations({ ...access, proving: true }, 'person')
    answers[0]?.()
    await late
    expect(await client.organizations(access, 'person')).toMatchObject({ ok: true })
  })
})

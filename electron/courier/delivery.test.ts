import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { Worker } from 'node:worker_threads'
import { createClient, type Access } from '../chathub/client.ts'
import { systemClock } from '../chathub/clock.ts'
import { createOpen } from '../chathub/connection.ts'
import { createLines } from '../chathub/line.ts'
import { createListParser } from '../chathub/list-parser.ts'
import { createPace } from '../chathub/pace.ts'
import { createTransport } from '../chathub/transport.ts'
import { startSandbox } from '../sandbox/sandbox.ts'
import { createCourier, type Courier } from './courier.ts'
import { journalFile } from './journal-file.ts'
import { addOf, attemptOf } from './samples.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

function courierOf(path: string, access: Access): Courier {
  const lines = createLines(createOpen({ ca: undefined, proxy: null }), systemClock)
  closing.push(lines.close)
  const client = createClient({
    transport: createTransport(lines, systemClock),
    pace: createPace({ clock: systemClock, perSecond: 100 }),
    lists: createListParser(() => new Worker('', { eval: true })),
    clock: systemClock,
    timeoutMs: () => 2_000,
    userAgent: 'Switchboard/test',
    observe: () => undefined
  })
  return createCourier({
    file: () => journalFile(path),
    deliver: (_, attempt, signal) => client.deliver(access, attempt, signal),
    clock: systemClock,
    report: (error) => {
      throw error
    }
  })
}

it('the courier over the real client, disk and service sends once and tells it after a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'courier-'))
  closing.push(() => rm(folder, { recursive: true }))
  const token = 'canary-token-of-the-courier'
  const sandbox = await startSandbox({ token })
  closing.push(sandbox.stop)
  const path = join(folder, 'one.journal')
  const access: Access = { server: sandbox.address, credential: 'company-token', token }
  const courier = courierOf(path, access)
  await courier.restart('one', 'store', [
    { kind: 'queued', accepted: addOf('e1') },
    { kind: 'queued', accepted: addOf('e2') }
  ])
  sandbox.faults.add({ fault: { kind: 'drop-after' }, call: 'add' })
  const lost = await courier.send('one', attemptOf('a1', ['e1']))
  const done = await courier.send('one', attemptOf('a2', ['e2']))
  expect(lost).toMatchObject({ failure: { kind: 'lost' } })
  expect(done).toMatchObject({ value: { operators: [{ name: 'Name of e2', status: 0 }] } })

  const next = courierOf(path, access)
  const view = await next.recover('one', null)
  expect(
    view.ok && view.value.attempts.map(({ attemptId, outcome }) => [attemptId, outcome])
  ).toEqual([
    ['a1', lost],
    ['a2', done]
  ])
  expect(await next.send('one', attemptOf('a1', ['e1']))).toEqual(lost)
  expect(sandbox.ledger.entries().map(({ call }) => call)).toEqual(['add', 'add'])
  expect(await readFile(path, 'utf8')).not.toContain(token)
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { LedgerEntry } from '../../electron/sandbox/ledger.ts'
import { startSandbox, type Sandbox } from '../../electron/sandbox/sandbox.ts'
import { temporaryUserData } from '../harness/launch-app.ts'
import { addOperators, operatorRow, outboxRow, shown } from '../harness/screen.ts'
import { calmDown } from './calm.ts'
import { createdBy } from './reckon.ts'
import { hasEnded, storedEntries } from './stored-outbox.ts'
import { startTortured, type Home, type TorturedApp } from './tortured-app.ts'
import { until } from './until.ts'

const settleMs = 5_000
/** It waits three seconds for what is in flight; the rest is for a machine that is busy. */
const quitsWithinMs = 12_000

let sandbox: Sandbox
let folder: Awaited<ReturnType<typeof temporaryUserData>>
let home: Home
let app: TorturedApp | null = null

beforeEach(async () => {
  sandbox = await startSandbox({})
  folder = await temporaryUserData()
  const settings = { outbox: { settleMs }, requestTimeoutMs: 2_000 }
  await writeFile(join(folder.path, 'config.json'), JSON.stringify(settings))
  home = { userDataDir: folder.path, server: sandbox.address, token: sandbox.token }
})

afterEach(async () => {
  await app?.kill('tree')
  app = null
  await sandbox.stop()
  await folder.remove()
})

async function start(): Promise<TorturedApp> {
  app = await startTortured(home)
  return app
}

function addsOf(name: string): LedgerEntry[] {
  const adds = sandbox.ledger.of('add').filter(({ by }) => by === 'client')
  return adds.filter(({ body }) => body.includes(`"${name}"`))
}

function made(name: string): number {
  return createdBy(sandbox.ledger.entries(), 'client').filter((row) => row.name === name).length
}

it('sends an add once when a kept connection dies after the service has read it', async () => {
  const page = (await start()).page()
  sandbox.faults.add({ call: 'add', fault: { kind: 'reset-reused' } })
  const struck = (): LedgerEntry | undefined =>
    sandbox.ledger.of('add').find(({ faults }) => faults.includes('reset-reused'))
  for (let turn = 1; turn <= 5 && !struck(); turn += 1) {
    // Right before it a list went over the connection, which is what an add may use again.
    await page.getByRole('button', { name: 'Refresh', exact: true }).click()
    await addOperators(page, [`Turn ${turn}`])
    await until('the add has arrived', () => addsOf(`Turn ${turn}`)[0]?.answeredAt != null)
  }
  const first = struck()
  expect(first, 'an add over a connection that was used before').toBeDefined()
  const name = /"name":"(Turn \d)"/.exec(first?.body ?? '')?.[1] ?? ''
  await shown(outboxRow(page, name).getByText('Verifying', { exact: true }))
  expect(addsOf(name)).toHaveLength(1)

  await shown(outboxRow(page, name).getByText('Confirmed', { exact: true }))
  const [, second, ...more] = addsOf(name)
  expect(more).toEqual([])
  expect((second?.at ?? 0) - (first?.answeredAt ?? 0)).toBeGreaterThanOrEqual(settleMs)
  expect(made(name)).toBe(1)
})

it('quits in the middle of a replay within the time that it may take, and does the rest next time', async () => {
  const running = await start()
  await sandbox.setOutage(true)
  const names = Array.from({ length: 250 }, (_, index) => `Batch ${String(index).padStart(3, '0')}`)
  await addOperators(running.page(), names)
  await shown(operatorRow(running.page(), 'Batch 000'))
  sandbox.faults.add({ call: 'add', count: Infinity, fault: { kind: 'delay', ms: 700 } })
  await sandbox.setOutage(false)
  await until('an add is on its way', () => sandbox.ledger.of('add').length > 0)
  const since = performance.now()
  await running.quit()
  expect(performance.now() - since).toBeLessThan(quitsWithinMs)

  const page = (await start()).page()
  expect(await storedEntries(page)).toHaveLength(250)
  const { answered, entries } = await calmDown(page, sandbox)
  expect(answered).toEqual([])
  expect(entries.filter((entry) => !hasEnded(entry))).toEqual([])
  expect(names.filter((name) => made(name) !== 1)).toEqual([])
})

it('shows its window when it is started a second time, and the second one leaves the queue alone', async () => {
  const running = await start()
  await sandbox.setOutage(true)
  await addOperators(running.page(), ['Only Once'])
  await shown(outboxRow(running.page(), 'Only Once').getByText('Waiting', { exact: true }))
  await running.hide()
  expect(await running.isVisible()).toBe(false)
  const code = await startSecond()
  expect(code).toBe(0)
  await until('the first window is shown', () => running.isVisible())
  await sandbox.setOutage(false)
  await shown(outboxRow(running.page(), 'Only Once').getByText('Confirmed', { exact: true }))
  expect(made('Only Once')).toBe(1)
})

/** Starts another app on the same folder; its exit code. */
async function startSecond(): Promise<number | null> {
  const { executable, args } = JSON.parse(process.env['SWITCHBOARD_E2E_APP'] ?? '') as {
    executable: string
    args: string[]
  }
  const second = spawn(executable, [...args, `--user-data-dir=${home.userDataDir}`], {
    stdio: 'ignore'
  })
  const [code] = (await once(second, 'exit')) as [number | null]
  return code
}

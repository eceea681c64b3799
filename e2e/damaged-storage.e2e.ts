import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSandbox, type Sandbox } from '../electron/sandbox/sandbox.ts'
import { temporaryUserData } from './harness/launch-app.ts'
import { addOperators, operatorRow, outboxRow, shown } from './harness/screen.ts'
import { calmDown } from './torture/calm.ts'
import {
  both,
  deleteDatabases,
  deleteJournal,
  flipIn,
  spoilContents,
  spoilDatabases,
  tearJournal,
  type Damage
} from './torture/damage.ts'
import { createdBy } from './torture/reckon.ts'
import { hasEnded } from './torture/stored-outbox.ts'
import { startTortured, type Home, type TorturedApp } from './torture/tortured-app.ts'

let sandbox: Sandbox
let folder: Awaited<ReturnType<typeof temporaryUserData>>
let home: Home
let app: TorturedApp | null = null

beforeEach(async () => {
  sandbox = await startSandbox({})
  folder = await temporaryUserData()
  const settings = { outbox: { settleMs: 1_500 }, requestTimeoutMs: 5_000 }
  await writeFile(join(folder.path, 'config.json'), JSON.stringify(settings))
  home = { userDataDir: folder.path, server: sandbox.address, token: sandbox.token }
})

afterEach(async () => {
  await app?.kill('tree')
  app = null
  await sandbox.stop()
  await folder.remove()
})

/**
 * A queue of one that ended, one that was done while its reply was lost, one that never left, and a status;
 * then the power fails.
 */
async function leaveQueue(): Promise<void> {
  const first = await startTortured(home)
  app = first
  const page = first.page()
  await addOperators(page, ['Done Already'])
  await shown(outboxRow(page, 'Done Already').getByText('Confirmed', { exact: true }))
  sandbox.faults.add({ call: 'add', fault: { kind: 'silence-after' } })
  await addOperators(page, ['Lost Reply'])
  await expect.poll(() => made('Lost Reply')).toBe(1)
  await sandbox.setOutage(true)
  await addOperators(page, ['Never Left'])
  await shown(outboxRow(page, 'Never Left'))
  await operatorRow(page, 'John Smith').click()
  await page.getByRole('button', { name: 'Deactivate', exact: true }).click()
  await shown(outboxRow(page, 'John Smith').getByText('Waiting', { exact: true }))
  await first.kill('tree')
}

function made(name: string): number {
  return createdBy(sandbox.ledger.entries(), 'client').filter((row) => row.name === name).length
}

/** Starts again with the service back, answers what is asked, and lets everything end. */
async function drain(): Promise<number> {
  // Without the cache there is nothing to show before the service answers.
  await sandbox.setOutage(false)
  app = await startTortured(home)
  const { answered, entries } = await calmDown(app.page(), sandbox)
  expect(entries.filter((entry) => !hasEnded(entry))).toEqual([])
  return answered.length
}

function expectEachOnce(): void {
  for (const name of ['Done Already', 'Lost Reply', 'Never Left'])
    expect(made(name), `operators made of the name ${name}`).toBe(1)
  expect(sandbox.operators(24).find(({ name }) => name === 'John Smith')?.status).toBe(1)
}

describe('a queue whose storage was damaged between two starts', () => {
  const damages: readonly (readonly [string, Damage])[] = [
    ['the databases are deleted', deleteDatabases],
    ['the contents of the databases are damaged', spoilContents],
    ['nothing in the databases can be read', spoilDatabases],
    ['the journal is deleted', deleteJournal],
    ['the end of the journal is torn', tearJournal],
    ['a line of the journal is damaged', flipIn('queued')],
    ['what the journal knew of a request is damaged', flipIn('intent')],
    [
      'the databases are gone, and what the journal knew of a request is damaged',
      both(deleteDatabases, flipIn('intent'))
    ]
  ]

  it.each(damages)('is sent, each edit once, where %s', async (_, damage) => {
    await leaveQueue()
    await damage(home.userDataDir)
    await drain()
    expectEachOnce()
  })

  it('is sent, each edit once, where the settings are damaged too', async () => {
    await leaveQueue()
    await writeFile(join(home.userDataDir, 'config.json'), '{"outbox":{"settl')
    await drain()
    expectEachOnce()
  })

  it('makes nothing twice where the databases and the journal are gone, and nobody can know of it', async () => {
    await leaveQueue()
    await both(deleteDatabases, deleteJournal)(home.userDataDir)
    await drain()
    expect(made('Done Already')).toBe(1)
    expect(made('Lost Reply')).toBe(1)
    expect(made('Never Left')).toBe(0)
  })
})

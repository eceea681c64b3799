import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startSandbox, type Sandbox } from '../electron/sandbox/sandbox.ts'
import { temporaryUserData } from './harness/launch-app.ts'
import { addOperators, openOutbox, outboxRow, shown } from './harness/screen.ts'
import { calmDown } from './torture/calm.ts'
import { createdBy } from './torture/reckon.ts'
import { makeReadOnly, mountSmallDisk } from './torture/small-disk.ts'
import { hasEnded } from './torture/stored-outbox.ts'
import { startTortured, type TorturedApp } from './torture/tortured-app.ts'

let sandbox: Sandbox
let app: TorturedApp | null = null
const undo: (() => Promise<void>)[] = []

beforeEach(async () => {
  sandbox = await startSandbox({})
})

afterEach(async () => {
  await app?.kill('tree')
  app = null
  for (const step of undo.splice(0).reverse()) await step()
  await sandbox.stop()
})

async function start(userDataDir: string): Promise<Page> {
  const settings = { outbox: { settleMs: 1_500 }, requestTimeoutMs: 5_000 }
  await writeFile(join(userDataDir, 'config.json'), JSON.stringify(settings), { flag: 'wx' }).catch(
    () => undefined
  )
  app = await startTortured({ userDataDir, server: sandbox.address, token: sandbox.token })
  return app.page()
}

function made(name: string): number {
  return createdBy(sandbox.ledger.entries(), 'client').filter((row) => row.name === name).length
}

/** So many that they need new space: a few bytes may still fit behind what a file has already. */
function manyOf(name: string): string[] {
  return [name, ...Array.from({ length: 80 }, (_, at) => `${name} ${at + 2}`)]
}

/** Nothing was accepted, the window says why, and what was typed is still there. */
async function expectRefusal(page: Page, name: string, why: RegExp): Promise<void> {
  await addOperators(page, manyOf(name))
  await shown(page.getByRole('dialog').getByRole('alert').filter({ hasText: why }))
  const names = page.getByRole('textbox', { name: 'Names', exact: true })
  expect(await names.inputValue()).toBe(manyOf(name).join('\n'))
}

/** There is space again: the same button does it now, once. */
async function expectAccepted(page: Page, name: string): Promise<void> {
  const names = page.getByRole('textbox', { name: 'Names', exact: true })
  await expect
    .poll(
      async () => {
        if (!(await names.isVisible())) return 'accepted'
        // It may have been accepted since: then there is nothing to press any more.
        const add = page.getByRole('button', { name: 'Add', exact: true })
        await add.click({ timeout: 5_000 }).catch(() => undefined)
        return 'pressed'
      },
      { timeout: 90_000, interval: 1_000 }
    )
    .toBe('accepted')
  const { entries } = await calmDown(page, sandbox)
  expect(entries.filter((entry) => !hasEnded(entry))).toEqual([])
  expect(manyOf(name).map(made)).toEqual(manyOf(name).map(() => 1))
}

it('refuses visibly on a full disk, keeps what was typed and what was queued, and goes on with space', async () => {
  const mounted = await mountSmallDisk()
  if (mounted.kind === 'refused') {
    console.warn(`No small disk can be mounted, a read-only folder stands in: ${mounted.why}`)
    return refusesReadOnly()
  }
  const { disk } = mounted
  undo.push(disk.remove)
  const page = await start(disk.path)
  await sandbox.setOutage(true)
  await addOperators(page, ['Before Full'])
  await shown(outboxRow(page, 'Before Full').getByText('Waiting', { exact: true }))
  await disk.fill()
  await expectRefusal(page, 'While Full', /could not be stored/)
  await disk.empty()
  await sandbox.setOutage(false)
  await expectAccepted(page, 'While Full')
  expect(made('Before Full')).toBe(1)
})

/** A folder in which the journals cannot be written: a refusal of the disk that takes no right to mount. */
async function refusesReadOnly(): Promise<void> {
  const folder = await temporaryUserData()
  undo.push(folder.remove)
  const journals = join(folder.path, 'journals')
  await mkdir(journals)
  const makeWritable = await makeReadOnly(journals)
  let isReadOnly = true
  const undoOnce = async (): Promise<void> => {
    if (isReadOnly) await makeWritable()
    isReadOnly = false
  }
  undo.push(undoOnce)
  const page = await start(folder.path)
  await openOutbox(page)
  await expectRefusal(page, 'Not Writable', /could not be stored/)
  await undoOnce()
  await expectAccepted(page, 'Not Writable')
}

it(
  'refuses visibly where the folder of its journals cannot be written, and goes on where it can',
  refusesReadOnly
)

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { startSandbox, type Sandbox } from '../../electron/sandbox/sandbox.ts'
import { addOperators, operatorRow, outboxRow } from '../harness/screen.ts'
import { storedEntries } from '../torture/stored-outbox.ts'
import { startTortured } from '../torture/tortured-app.ts'
import { until } from '../torture/until.ts'
import { keepPacked, packFolder, packProfile } from './packed-profile.ts'

/** So long that what is being verified still is when the profile is kept. */
const settleMs = 600_000

/** Which profile to make. */
export interface ProfileToMake {
  readonly path: string
  readonly version: string
  /** So long ago, by the window's clock, everything in it happened, ms. */
  readonly ageMs: number
}

/** Makes a profile whose queue holds an entry of every kind in every state, and keeps it in a file. */
export async function makeProfile({
  path,
  version,
  ageMs
}: ProfileToMake): Promise<readonly string[]> {
  const service = await mkdtemp(join(tmpdir(), 'switchboard-golden-service-'))
  const userDataDir = await mkdtemp(join(tmpdir(), 'switchboard-golden-'))
  const sandbox = await startSandbox({ folder: service })
  try {
    const settings = { outbox: { settleMs }, requestTimeoutMs: 60_000 }
    await writeFile(join(userDataDir, 'config.json'), JSON.stringify(settings))
    const home = { userDataDir, server: sandbox.address, token: sandbox.token }
    const app = await startTortured(home)
    if (ageMs > 0) await app.page().clock.setSystemTime(Date.now() - ageMs)
    await fillQueue(app.page(), sandbox)
    const entries = await storedEntries(app.page())
    await app.kill('tree')
    const states = entries.map(({ name, to, state }) => ({ name, to, state }))
    await keepPacked(path, {
      ...{ version, server: sandbox.address, ageMs, entries: states },
      profile: await packProfile(userDataDir),
      service: await packFolder(service)
    })
    return states.map(({ name, to, state }) => `${state}: ${name}${to === null ? '' : ` to ${to}`}`)
  } finally {
    await sandbox.stop()
    for (const folder of [service, userDataDir]) await rm(folder, { recursive: true, force: true })
  }
}

async function fillQueue(page: Page, sandbox: Sandbox): Promise<void> {
  await endSome(page, sandbox)
  await askSome(page, sandbox)
  await loseSome(page, sandbox)
  await leaveSome(page, sandbox)
}

/** Confirmed, matched, rejected. */
async function endSome(page: Page, sandbox: Sandbox): Promise<void> {
  await add(page, 'Confirmed Add', 'confirmed')
  await setInactive(page, 'Sarah Johnson')
  await stands(page, 'Sarah Johnson', 'confirmed')
  sandbox.faults.add({ call: 'add', fault: { kind: 'drop-after' } })
  await add(page, 'Matched Add', 'matched')
  sandbox.faults.add({ call: 'add', fault: { kind: 'answer', status: 422 } })
  await add(page, 'Rejected Add', 'rejected')
}

/** Questions: somebody added the name meanwhile, and somebody changed the status meanwhile. */
async function askSome(page: Page, sandbox: Sandbox): Promise<void> {
  await sandbox.setOutage(true)
  await add(page, 'Appeared Add', 'waiting')
  await setStatus(page, 'Mike Wilson', 'Activate')
  sandbox.colleague.add(24, 'Appeared Add')
  const mike = sandbox.operators(24).find(({ name }) => name === 'Mike Wilson')
  sandbox.colleague.setStatus(mike?.id ?? 0, 2)
  await sandbox.setOutage(false)
  await stands(page, 'Appeared Add', 'needs-person')
  await stands(page, 'Mike Wilson', 'needs-person')
}

/** Done at the service, while no reply came: one is looked up, one is still on its way. */
async function loseSome(page: Page, sandbox: Sandbox): Promise<void> {
  sandbox.faults.add({ call: 'add', fault: { kind: 'drop-before' } })
  await add(page, 'Verifying Add', 'verifying')
  sandbox.faults.add({ call: 'add', fault: { kind: 'silence-after' } })
  await add(page, 'Sending Add', 'sending')
  sandbox.faults.add({ call: 'status', fault: { kind: 'silence-after' } })
  await setInactive(page, 'Confirmed Add')
  await stands(page, 'Confirmed Add', 'sending')
}

/** Waiting, for the service and for one another; taken back; and replaced by a later one. */
async function leaveSome(page: Page, sandbox: Sandbox): Promise<void> {
  await page.getByRole('button', { name: 'Pause', exact: true }).click()
  await add(page, 'Cancelled Add', 'waiting')
  await page.keyboard.press('Control+z')
  await stands(page, 'Cancelled Add', 'cancelled')
  await add(page, 'Waiting Add', 'waiting')
  await setInactive(page, 'Waiting Add')
  await setInactive(page, 'John Smith')
  await setStatus(page, 'John Smith', 'Activate')
  await stands(page, 'John Smith', 'superseded')
  await setInactive(page, 'Matched Add')
  await stands(page, 'Matched Add', 'waiting')
  await until('nothing else moves', () => sandbox.faults.rules().length === 0)
}

async function add(page: Page, name: string, state: string): Promise<void> {
  await addOperators(page, [name])
  await stands(page, name, state)
}

async function setInactive(page: Page, name: string): Promise<void> {
  await setStatus(page, name, 'Deactivate')
  await outboxRow(page, name).filter({ hasText: 'Inactive' }).first().waitFor()
}

async function setStatus(page: Page, name: string, button: string): Promise<void> {
  await operatorRow(page, name).click()
  await page.getByRole('button', { name: button, exact: true }).click()
}

/** Waits until an entry of that name rests in that state on the disk. */
async function stands(page: Page, name: string, state: string): Promise<void> {
  await until(`${name} is ${state}`, async () => {
    const entries = await storedEntries(page)
    return entries.some((entry) => entry.name === name && entry.state === state)
  })
}

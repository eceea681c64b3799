import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { startSandbox } from '../electron/sandbox/sandbox.ts'
import { readPacked, unpack } from './golden/packed-profile.ts'
import { openOutbox, outboxRow, shown } from './harness/screen.ts'
import { launchApp } from './harness/launch-app.ts'
import { calmDown } from './torture/calm.ts'
import { createdBy } from './torture/reckon.ts'
import { hasEnded, storedEntries, withHistory } from './torture/stored-outbox.ts'

const folder = join(import.meta.dirname, 'golden')
const names = (await readdir(folder)).filter((name) => name.endsWith('.profile.gz'))
/** So long an ended entry stays in the panel, ms. */
const watchMs = 86_400_000
const kinds = [
  'waiting',
  'sending',
  'verifying',
  'confirmed',
  'matched',
  'rejected',
  'needs-person',
  'cancelled',
  'superseded'
]

describe('a profile that an earlier version left', () => {
  it('is there, with an entry in every state', async () => {
    expect(names.length).toBeGreaterThan(0)
    const all = await Promise.all(names.map((name) => readPacked(join(folder, name))))
    const states = new Set(all.flatMap(({ entries }) => entries.map(({ state }) => state)))
    expect(kinds.filter((kind) => !states.has(kind))).toEqual([])
  })

  it.each(names)('is opened and sent, each edit once: %s', async (name) => {
    const packed = await readPacked(join(folder, name))
    const service = await mkdtemp(join(tmpdir(), 'switchboard-golden-service-'))
    const userDataDir = await mkdtemp(join(tmpdir(), 'switchboard-golden-'))
    await unpack(packed.service, service)
    await unpack(packed.profile, userDataDir)
    const sandbox = await startSandbox({ folder: service })
    await moveTo(sandbox.address, packed.server, userDataDir)
    const app = await launchApp({ userDataDir, args: [`--server=${sandbox.address}`] })
    try {
      const page = app.window
      await openOutbox(page)
      const before = await storedEntries(page)
      expect(before.map(({ name: entry }) => entry).sort()).toEqual(
        packed.entries.map(({ name: entry }) => entry).sort()
      )
      await shown(outboxRow(page, 'Waiting Add').first())
      const isOld = (packed.ageMs ?? 0) > watchMs
      if (isOld) await endedHaveLeft(page)
      await page.getByRole('button', { name: 'Sign in', exact: true }).click()
      await page.getByLabel('Company token', { exact: true }).fill(sandbox.token)
      await page.getByRole('button', { name: 'Connect', exact: true }).click()
      const { entries } = await calmDown(page, sandbox)
      expect(entries.filter((entry) => !hasEnded(entry))).toEqual([])
      const rows = sandbox.operators(24)
      const count = (wanted: string) => rows.filter((row) => row.name === wanted).length
      const status = (wanted: string) => rows.find((row) => row.name === wanted)?.status
      for (const wanted of ['Confirmed', 'Matched', 'Rejected', 'Verifying', 'Sending', 'Waiting'])
        expect(count(`${wanted} Add`), `${wanted} Add`).toBe(1)
      expect(count('Cancelled Add')).toBe(0)
      // The colleague's and, as the person answers, another one.
      expect(count('Appeared Add')).toBe(2)
      for (const wanted of ['Sarah Johnson', 'Confirmed Add', 'Waiting Add', 'Matched Add'])
        expect(status(wanted), wanted).toBe(1)
      for (const wanted of ['John Smith', 'Mike Wilson']) expect(status(wanted), wanted).toBe(0)
      expect(createdBy(sandbox.ledger.entries(), 'client').map((row) => row.name)).not.toContain(
        'Sending Add'
      )
    } finally {
      await app.kill()
      await sandbox.stop()
      for (const path of [service, userDataDir]) await rm(path, { recursive: true, force: true })
    }
  })
})

/** Whatever ended that long ago is in the panel no more, and keeps its history. */
async function endedHaveLeft(page: Page): Promise<void> {
  const outbox = page.getByRole('region', { name: 'Outbox', exact: true })
  const states = /^(Confirmed|Matched|Cancelled|Superseded)$/
  await expect.poll(() => outbox.getByRole('row').getByText(states).count()).toBe(0)
  const done = (await storedEntries(page)).filter(({ state }) =>
    /^(confirmed|matched)$/.test(state)
  )
  expect(done.length).toBeGreaterThan(2)
  const told = await withHistory(page)
  expect(done.filter(({ id }) => !told.includes(id))).toEqual([])
}

/** The service listens elsewhere today, and waits for less. */
async function moveTo(address: string, before: string, userDataDir: string): Promise<void> {
  const path = join(userDataDir, 'config.json')
  const settings = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>
  const moved = { ...settings, outbox: { settleMs: 1_500 }, requestTimeoutMs: 5_000 }
  await writeFile(path, JSON.stringify(moved).replaceAll(before, address))
}

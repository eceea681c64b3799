import { describe, expect, it } from 'vitest'
import { useImportApp } from './harness/import-app.ts'
import {
  dropFiles,
  importButton,
  importRegion,
  inUtf8,
  planShows
} from './harness/import-screen.ts'
import { processTree } from './harness/process-tree.ts'
import { openOutbox, patience, shown, signIn } from './harness/screen.ts'
import { renewToken } from './torture/renew.ts'

const app = useImportApp()

describe('an import under way', () => {
  const names = Array.from({ length: 650 }, (_, at) => `Person ${String(at + 1).padStart(4, '0')}`)
  const list = { name: 'people.txt', bytes: inUtf8(names.join('\r\n')) }

  it('is planned offline, survives a kill, and is sent once when the service answers', async () => {
    await app.sandbox.setOutage(true)
    await dropFiles(app.window, [list])
    await planShows(app.window, 'Add 650')
    await importButton(app.window, 'Apply').click()
    await shown(importRegion(app.window).getByText('Imported 0 of 650', { exact: true }))
    await shown(importButton(app.window, 'Cancel'))
    await app.restart()
    await shown(importRegion(app.window).getByText('Imported 0 of 650', { exact: true }))
    await app.sandbox.setOutage(false)
    await allImported(650)
    expect(Math.max(...app.batches())).toBeLessThanOrEqual(100)
  })

  it('goes on after a kill in the middle and a lost reply, and adds nobody twice', async () => {
    app.sandbox.faults.add({ call: 'add', nth: 3, fault: { kind: 'drop-after' } })
    await dropFiles(app.window, [list])
    await planShows(app.window, 'Add 650')
    await importButton(app.window, 'Apply').click()
    await expect.poll(() => app.createdNames().length).toBeGreaterThan(100)
    await app.restart()
    await allImported(650)
  })

  it('can be taken back while it waits: what is unsent is never sent', async () => {
    await app.sandbox.setOutage(true)
    await dropFiles(app.window, [list])
    await planShows(app.window, 'Add 650')
    await importButton(app.window, 'Apply').click()
    await shown(importRegion(app.window).getByText('Imported 0 of 650', { exact: true }))
    await importButton(app.window, 'Cancel').click()
    await shown(importRegion(app.window).getByText('Cancelled 650', { exact: true }))
    await app.sandbox.setOutage(false)
    await shown(
      app.window.getByRole('status', { name: 'Connection' }).filter({ hasText: 'Online' })
    )
    expect(app.edits()).toEqual([])
  })

  it('goes on after signing out and in again', async () => {
    await app.sandbox.setOutage(true)
    await dropFiles(app.window, [list])
    await planShows(app.window, 'Add 650')
    await importButton(app.window, 'Apply').click()
    await shown(importRegion(app.window).getByText('Imported 0 of 650', { exact: true }))
    await app.signOut()
    await app.sandbox.setOutage(false)
    await signIn(app.window, app.sandbox.token)
    await allImported(650)
  })

  it('stops where it is paused, also after a restart, and goes on when it is resumed', async () => {
    await slowly()
    const pause = importButton(app.window, 'Pause import')
    await shown(pause)
    await expect.poll(() => app.createdNames().length).toBeGreaterThan(100)
    await pause.click()
    await shown(importButton(app.window, 'Resume import'))
    await shown(importRegion(app.window).getByText('Paused', { exact: true }))
    const arrived = app.edits().length
    const sent = await createdOnceAllHasEnded()
    expect(sent).toBeLessThan(many.length)
    // What stood in line was taken back: only a request that had left already may come after.
    expect(app.edits().length - arrived).toBeLessThanOrEqual(1)
    await shown(importRegion(app.window).getByText(importedOf(sent), { exact: true }))

    await app.restart()
    await shown(importRegion(app.window).getByText('Paused', { exact: true }))
    expect(app.createdNames()).toHaveLength(sent)
    await importButton(app.window, 'Resume import').click()
    await everyoneOnce()
  })

  it('takes back what is being sent where it has not left, when the rest is cancelled', async () => {
    await slowly()
    await expect.poll(() => app.createdNames().length).toBeGreaterThan(100)
    await importButton(app.window, 'Cancel').click()
    await shown(importRegion(app.window).getByText(/^Cancelled /))
    const arrived = app.edits().length
    const sent = await createdOnceAllHasEnded()
    expect(app.edits().length - arrived).toBeLessThanOrEqual(1)
    const cancelled = (many.length - sent).toLocaleString('en')
    await shown(importRegion(app.window).getByText(`Cancelled ${cancelled}`, { exact: true }))
  })

  it('falls silent when the token is refused, and goes on with a new one', async () => {
    await slowly()
    await expect.poll(() => app.createdNames().length).toBeGreaterThan(100)
    app.sandbox.faults.add({ fault: { kind: 'revoke-tokens' } })
    const ask = app.window.getByRole('button', { name: 'Sign in', exact: true })
    await shown(ask)
    await requestsEnd()
    expect(arrivedSinceRefusal()).toBeLessThanOrEqual(1)
    expect(await renewToken(app.window, app.sandbox)).toBe(true)
    await everyoneOnce()
  })

  it('goes on through a locked screen, and after the computer has slept', async () => {
    await slowly()
    await expect.poll(() => app.createdNames().length).toBeGreaterThan(100)
    await tell('lock-screen')
    await createsMore()
    await tell('suspend')
    await asleep(requestsEnd)
    await tell('resume')
    await createsMore()
    await tell('unlock-screen')
    await everyoneOnce()
  })

  /** As the app writes it in English. */
  function importedOf(done: number): string {
    return `Imported ${done.toLocaleString('en')} of 2,500`
  }

  const many = Array.from({ length: 2500 }, (_, at) => `Agent ${String(at + 1).padStart(4, '0')}`)

  /** Applies a list that takes some seconds. */
  async function slowly(): Promise<void> {
    app.sandbox.configure({ latency: 600 })
    await dropFiles(app.window, [{ name: 'many.txt', bytes: inUtf8(many.join('\n')) }])
    await planShows(app.window, 'Add 2,500')
    await importButton(app.window, 'Apply').click()
  }

  /** Requests that came after the service had told the app that its token is not good. */
  function arrivedSinceRefusal(): number {
    const all = app.sandbox.ledger.entries()
    const refusals = all.filter(
      ({ answered }) => answered && 'status' in answered && answered.status === 401
    )
    expect(refusals.length).toBeGreaterThan(0)
    const first = Math.min(...refusals.map(({ answeredAt }) => answeredAt ?? Infinity))
    return all.filter(({ at }) => at > first).length
  }

  async function createsMore(): Promise<void> {
    const before = app.createdNames().length
    await expect.poll(() => app.createdNames().length).toBeGreaterThan(before)
  }

  /** Waits until the service has answered whatever it was asked. */
  async function requestsEnd(): Promise<void> {
    const open = () => app.sandbox.ledger.entries().filter(({ answered }) => answered === null)
    await expect.poll(open).toEqual([])
  }

  /**
   * How many were created once nothing is under way: what had left before the pause is still answered. A list
   * that is fetched afterwards shows that time went by.
   */
  async function createdOnceAllHasEnded(): Promise<number> {
    await openOutbox(app.window)
    const sending = app.window
      .getByRole('region', { name: 'Outbox', exact: true })
      .getByRole('button', { name: /^Sending/ })
    await sending.waitFor({ state: 'hidden', timeout: patience })
    await requestsEnd()
    const created = app.createdNames().length
    const lists = () => app.sandbox.ledger.of('list').length
    const before = lists()
    await app.window.getByRole('button', { name: 'Refresh', exact: true }).click()
    await expect.poll(lists).toBeGreaterThan(before)
    await requestsEnd()
    expect(app.createdNames()).toHaveLength(created)
    return created
  }

  /** What the system tells an app of the computer it runs on. */
  async function tell(
    event: 'lock-screen' | 'suspend' | 'resume' | 'unlock-screen'
  ): Promise<void> {
    await app.running.app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event)
  }

  /** The app's processes stand still meanwhile, as those of a computer that sleeps. */
  async function asleep(meanwhile: () => Promise<void>): Promise<void> {
    const pids = await processTree(app.running.app.process().pid ?? 0)
    for (const pid of pids) process.kill(pid, 'SIGSTOP')
    await meanwhile().finally(() => pids.forEach((pid) => process.kill(pid, 'SIGCONT')))
  }

  async function everyoneOnce(): Promise<void> {
    await expect.poll(() => app.createdNames().length, { timeout: 60_000 }).toBe(many.length)
    await shown(importRegion(app.window).getByText('Imported 2,500 of 2,500', { exact: true }))
    expect(app.createdNames().sort()).toEqual(many)
  }

  async function allImported(count: number): Promise<void> {
    await expect.poll(() => app.createdNames().length, { timeout: 60_000 }).toBe(count)
    await shown(
      importRegion(app.window).getByText(`Imported ${count} of ${count}`, { exact: true })
    )
    expect(app.createdNames().sort()).toEqual([...names].sort())
  }
})

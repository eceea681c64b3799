import { describe, expect, it } from 'vitest'
import { useImportApp } from './harness/import-app.ts'
import {
  dropFiles,
  importButton,
  importRegion,
  inUtf8,
  planShows
} from './harness/import-screen.ts'
import { shown, signIn } from './harness/screen.ts'

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
    await expect.poll(() => app.createdNames().length, { timeout: 30_000 }).toBeGreaterThan(100)
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

  async function allImported(count: number): Promise<void> {
    await expect.poll(() => app.createdNames().length, { timeout: 60_000 }).toBe(count)
    await shown(
      importRegion(app.window).getByText(`Imported ${count} of ${count}`, { exact: true })
    )
    expect(app.createdNames().sort()).toEqual([...names].sort())
  }
})

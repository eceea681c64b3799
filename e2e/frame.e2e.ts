import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSandbox } from '../electron/sandbox/sandbox.ts'
import type { Bridge } from '../shared/ipc.ts'
import { launchApp, temporaryUserData, type RunningApp } from './harness/launch-app.ts'
import { operatorRow, shown, signIn } from './harness/screen.ts'

let folder: Awaited<ReturnType<typeof temporaryUserData>>
let running: RunningApp | null = null

beforeEach(async () => {
  folder = await temporaryUserData()
})

afterEach(async () => {
  await running?.kill()
  running = null
  await folder.remove()
})

async function start(...args: string[]): Promise<RunningApp> {
  running = await launchApp({ userDataDir: folder.path, args })
  return running
}

function connectButton(window: Page): ReturnType<Page['getByRole']> {
  return window.getByRole('button', { name: 'Connect', exact: true })
}

describe('settings', () => {
  it('are readable by their owner alone', async () => {
    const { window } = await start('--try')
    await shown(operatorRow(window, 'John Smith'))
    const { mode } = await stat(join(folder.path, 'config.json'))
    expect(mode & 0o777).toBe(0o600)
  })

  it('may hold one value alone, and are moved aside where they are damaged', async () => {
    const path = join(folder.path, 'config.json')
    await writeFile(path, '{"outbox":{"settleMs":250}}')
    const first = await start()
    await connectButton(first.window).waitFor()
    const settleMs = await first.window.evaluate(async () => {
      const { switchboard } = globalThis as unknown as { switchboard: Bridge }
      return (await switchboard.session.start()).settings.outbox.settleMs
    })
    expect(settleMs).toBe(250)
    await first.quit()

    await writeFile(path, '{"outbox":{"settleMs":2')
    const second = await start()
    await connectButton(second.window).waitFor()
    const aside = (await readdir(folder.path)).filter((name) => name.startsWith('config.damaged-'))
    expect(aside).toHaveLength(1)
    expect(await readFile(join(folder.path, aside[0] ?? ''), 'utf8')).toBe(
      '{"outbox":{"settleMs":2'
    )
  })
})

describe('starting again', () => {
  it('opens the sandbox that was open, online, without asking, also after a kill', async () => {
    const first = await start('--try')
    await shown(operatorRow(first.window, 'John Smith'))
    await first.kill()
    const { window } = await start()
    await shown(operatorRow(window, 'John Smith'))
    await shown(window.getByRole('status', { name: 'Connection' }).filter({ hasText: 'Online' }))
  })

  it('opens the account that is signed in to the server that is named, also while it is down', async () => {
    const service = await startSandbox({})
    const first = await start(`--server=${service.address}`)
    await signIn(first.window, service.token)
    await shown(operatorRow(first.window, 'John Smith'))
    await first.quit()
    await service.stop()
    const { window } = await start(`--server=${service.address}/`)
    await shown(operatorRow(window, 'John Smith'))
  })

  it('shows the first window instead of a second, and is gone at once', async () => {
    const { app, window } = await start('--try')
    await shown(operatorRow(window, 'John Smith'))
    const shownAgain = app.evaluate(
      ({ app: electron }) =>
        new Promise((resolve) => electron.once('second-instance', () => resolve('told')))
    )
    await expect(launchApp({ userDataDir: folder.path })).rejects.toThrow()
    expect(await shownAgain).toBe('told')
  })
})

describe('leaving', () => {
  it('quits when its window is closed, within the time that it may take', async () => {
    const { app, window } = await start('--try')
    await shown(operatorRow(window, 'John Smith'))
    const gone = new Promise<void>((resolve) => app.once('close', () => resolve()))
    const since = performance.now()
    await app
      .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
      .catch(() => undefined)
    await gone
    // It may wait three seconds; the rest is for a machine that is busy.
    expect(performance.now() - since).toBeLessThan(12_000)
  })

  it('stays behind a closed window while edits are being sent, and never holds up quitting', async () => {
    const { app, window, quit } = await start('--try')
    await shown(operatorRow(window, 'John Smith'))
    await window.evaluate(async () => {
      const { switchboard } = globalThis as unknown as { switchboard: Bridge }
      await switchboard.frame.badge(3, 0, true)
    })
    const visible = await app.evaluate(({ BrowserWindow }) => {
      const [only] = BrowserWindow.getAllWindows()
      only?.close()
      return only?.isVisible()
    })
    expect(visible).toBe(false)
    await quit()
  })
})

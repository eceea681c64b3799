import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { launchApp, type RunningApp } from '../harness/launch-app.ts'
import { processTree } from '../harness/process-tree.ts'
import { openOutbox } from '../harness/screen.ts'
import { isAlive, killOne } from './processes.ts'
import { comesTrue, until } from './until.ts'

/** What is killed: the main process alone, the window's process alone, or everything. */
export type Victim = 'main' | 'renderer' | 'tree'

/** Where an app keeps everything, and whose service it speaks to. */
export interface Home {
  readonly userDataDir: string
  readonly server: string
  readonly token: string
}

/** A running app that can be killed in parts. */
export interface TorturedApp {
  /** The window; another one after the window's process was killed. */
  readonly page: () => Page
  /** From starting to rows on screen, ms. */
  readonly startedWithin: number
  /** Whether it was killed, so that what is asked of its window now fails. */
  readonly killed: () => boolean
  /** Whether the window's process was killed once already: soon after, the app asks the person first. */
  readonly reloaded: () => boolean
  /** Kills at once; `recover` or another start comes next. */
  readonly kill: (victim: Victim) => Promise<void>
  /** After the window's process was killed: waits until the app has brought it back; ms. */
  readonly recover: () => Promise<number>
  readonly quit: () => Promise<void>
  readonly hide: () => Promise<void>
  readonly isVisible: () => Promise<boolean>
  readonly output: () => string
}

/** Starts the app, signs in where it asks for it, and opens the outbox beside the grid. */
export async function startTortured(home: Home): Promise<TorturedApp> {
  const since = performance.now()
  const running = await launchApp({
    userDataDir: home.userDataDir,
    args: [`--server=${home.server}`]
  })
  try {
    await reachGrid(running.window, home.token)
  } catch (error) {
    const screen = await running.window.innerText('body').catch(String)
    await running.kill()
    throw new Error(`No grid. On screen:\n${screen}\n${running.output()}`, { cause: error })
  }
  const startedWithin = performance.now() - since
  await openOutbox(running.window)
  return tortured({ home, running, startedWithin, rendererPid: await rendererOf(running) })
}

async function reachGrid(page: Page, token: string): Promise<void> {
  const grid = page.getByRole('grid', { name: 'Operators' })
  const connect = page.getByRole('button', { name: 'Connect', exact: true })
  await grid.or(connect).first().waitFor({ timeout: 30_000 })
  if (await connect.isVisible()) {
    await page.getByLabel('Company token', { exact: true }).fill(token)
    await connect.click()
  }
  await firstRow(page)
}

/** The header is the first row. */
async function firstRow(page: Page): Promise<void> {
  const rows = page.getByRole('grid', { name: 'Operators' }).getByRole('row')
  await rows.nth(1).waitFor({ timeout: 30_000 })
}

function rendererOf({ app }: RunningApp): Promise<number> {
  return app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0
  )
}

interface Parts {
  readonly home: Home
  readonly running: RunningApp
  readonly startedWithin: number
  readonly rendererPid: number
}

function tortured({ home, running, startedWithin, ...parts }: Parts): TorturedApp {
  let { rendererPid } = parts
  let page = running.window
  let killed = false
  let reloaded = false
  const main = running.app.process().pid ?? 0
  return {
    startedWithin,
    page: () => page,
    killed: () => killed,
    reloaded: () => reloaded,
    output: running.output,
    quit: running.quit,
    hide: () =>
      running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide()),
    isVisible: () =>
      running.app.evaluate(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false
      ),
    async kill(victim) {
      killed = true
      if (victim === 'renderer') {
        reloaded = true
        killOne(rendererPid)
      } else if (victim === 'tree') await running.kill()
      else await killMain(main)
    },
    async recover() {
      const since = performance.now()
      rendererPid = await reloadedBy(running, rendererPid)
      page = await windowAgain(home.userDataDir)
      await firstRow(page)
      await openOutbox(page)
      killed = false
      return performance.now() - since
    }
  }
}

/** Waits until the main process has given the window another process, and says which. */
async function reloadedBy(running: RunningApp, dead: number): Promise<number> {
  let pid = dead
  await until('the window has another process', async () => {
    pid = await rendererOf(running)
    return pid !== 0 && pid !== dead
  })
  return pid
}

/** Kills the main process; its children see that it is gone, and end by themselves. */
async function killMain(main: number): Promise<void> {
  const children = (await processTree(main)).slice(1)
  killOne(main)
  const ended = await comesTrue(() => !children.some(isAlive), { withinMs: 5_000 })
  if (!ended) children.forEach(killOne)
  await until('the app is gone', () => ![main, ...children].some(isAlive), 10_000)
}

/**
 * The window after its process was killed. The connection that started the app takes its page for dead
 * for ever, so that another one is made, by the port that the app under test tells.
 */
async function windowAgain(userDataDir: string): Promise<Page> {
  const told = await readFile(join(userDataDir, 'DevToolsActivePort'), 'utf8')
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${told.split('\n')[0] ?? ''}`)
  const pages = (): Page[] => browser.contexts().flatMap((context) => context.pages())
  await until('the window is back', () => pages().length > 0)
  const [page] = pages()
  if (!page) throw new Error('The window is gone')
  return page
}

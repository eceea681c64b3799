import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import type { Subject } from './interleave.ts'

/** An Electron app and how it is started. */
export interface Program {
  readonly executable: string
  readonly args: readonly string[]
}

/** The programs that are compared. */
export interface Programs {
  /** The app itself, as it is built for people. */
  readonly app: Program
  /** The floors. */
  readonly stage: Program
  /** The script that watches a grid from inside its page. */
  readonly probe: string
}

/** A program that runs, with its window. */
export interface Running {
  readonly electron: ElectronApplication
  readonly page: Page
  readonly close: () => Promise<void>
}

const windowWithinMs = 30_000
const readyWithinMs = 120_000
/** On a busy machine the handshake between Playwright and Electron sometimes never ends. */
const tries = 3

/** Starts a program in a data folder, and waits for its window. */
export async function start(
  program: Program,
  folder: string,
  args: readonly string[]
): Promise<Running> {
  const electron = await launch(program, [`--user-data-dir=${folder}`, ...args], tries)
  const page = await electron.firstWindow({ timeout: windowWithinMs })
  await page.waitForLoadState('load')
  return { electron, page, close: () => electron.close() }
}

async function launch(
  program: Program,
  args: readonly string[],
  triesLeft: number
): Promise<ElectronApplication> {
  const options = {
    executablePath: program.executable,
    args: [...program.args, ...args],
    timeout: windowWithinMs
  }
  try {
    return await _electron.launch(options)
  } catch (error) {
    if (triesLeft <= 1) throw error
    return launch(program, args, triesLeft - 1)
  }
}

/** Gives the work a data folder that is gone afterwards. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'switchboard-bench-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Runs the work beside a program with a data folder of its own. */
export function withRunning<T>(
  program: Program,
  args: readonly string[],
  work: (running: Running) => Promise<T>
): Promise<T> {
  return withFolder(async (folder) => {
    const running = await start(program, folder, args)
    try {
      return await work(running)
    } finally {
      await running.close()
    }
  })
}

/** Waits until a page offers its functions: it makes its data first. */
export async function ready(page: Page): Promise<void> {
  await page.locator('html[data-ready]').waitFor({ state: 'attached', timeout: readyWithinMs })
}

/** Subjects that each call a function which a page offers under `bench`, and return the numbers that it measured. */
export function callsOf(
  page: Page,
  names: Readonly<Record<string, string>>
): Record<string, Subject> {
  const calls = Object.entries(names).map(([name, of]) => [
    name,
    () => page.evaluate<Record<string, number>>(`bench.${of}()`)
  ])
  return Object.fromEntries(calls) as Record<string, Subject>
}

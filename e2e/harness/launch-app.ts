import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, errors, type ElectronApplication, type Page } from 'playwright-core'
import { processTree } from './process-tree.ts'

/** How long the first window may take to open, in ms: a loaded machine with two cores. */
const WINDOW_WITHIN_MS = 40_000
const REACHED_WITHIN_MS = 20_000
const END_WITHIN_MS = 30_000

/** What a test may ask of the app it starts. */
export interface LaunchOptions {
  /** Where the app keeps everything. */
  readonly userDataDir: string
  /** Options of the app, such as `--try`. */
  readonly args?: readonly string[]
  /** Environment variables beside those of the test run. */
  readonly env?: Readonly<Record<string, string>>
}

/** A running app, and what a test does with it from outside. */
export interface RunningApp {
  readonly app: ElectronApplication
  /** The first window; it may still be loading. */
  readonly window: Page
  /**
   * What the app wrote to both streams since Playwright reached it, in order of arrival.
   * (Where it never gets that far, the error that is thrown holds what it wrote.)
   */
  output(): string
  /** Closes the app as its menu does, and waits until it is gone. */
  quit(): Promise<void>
  /** Ends the app as a power cut does: no handler of it runs. Waits until it is gone. */
  kill(): Promise<void>
}

interface Started {
  readonly app: ElectronApplication
  readonly main: ChildProcess
}

interface StartedBy {
  readonly executable: string
  readonly args: readonly string[]
}

/**
 * Starts the built app in the real Electron that `npm run e2e` found.
 * @throws where it was not started by `npm run e2e`, or no window opens; the message
 *   holds what the app wrote
 */
export async function launchApp(options: LaunchOptions): Promise<RunningApp> {
  const started = startedBy(process.env['SWITCHBOARD_E2E_APP'])
  const app = await reached({
    executablePath: started.executable,
    args: [...started.args, `--user-data-dir=${options.userDataDir}`, ...(options.args ?? [])],
    env: { ...processEnv(), ...options.env }
  })
  // Held from the start: once the app is gone, Playwright no longer tells its process.
  const main = app.process()
  const output = collectOutput(main)
  const window = await firstWindow({ app, main }, output)
  return { app, window, output, quit: () => quit({ app, main }), kill: () => kill(main) }
}

/**
 * On a busy machine Playwright now and then never hears from an app that has opened its window long ago,
 * ends it, and gives up: then it is started again, twice at most.
 */
async function reached(command: Command, retries = 2): Promise<ElectronApplication> {
  const timeout = retries > 0 ? REACHED_WITHIN_MS : WINDOW_WITHIN_MS
  try {
    return await _electron.launch({ ...command, timeout })
  } catch (error) {
    if (!(error instanceof errors.TimeoutError) || retries === 0) throw error
    return reached(command, retries - 1)
  }
}

type Command = NonNullable<Parameters<typeof _electron.launch>[0]>

/** A folder for `userDataDir` that lasts as long as one test. */
export async function temporaryUserData(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'switchboard-e2e-'))
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) }
}

function startedBy(text: string | undefined): StartedBy {
  if (text === undefined) {
    throw new Error('End-to-end tests need a runtime and a desktop: start them by `npm run e2e`.')
  }
  // Written by scripts/e2e.mjs a moment ago, for this one reader.
  return JSON.parse(text) as StartedBy
}

async function firstWindow({ app, main }: Started, output: () => string): Promise<Page> {
  try {
    return await app.firstWindow({ timeout: WINDOW_WITHIN_MS })
  } catch (error) {
    await kill(main)
    throw new Error(`No window opened. The app wrote:\n${output()}`, { cause: error })
  }
}

function collectOutput(main: ChildProcess): () => string {
  const chunks: string[] = []
  const keep = (chunk: unknown): void => void chunks.push(String(chunk))
  main.stdout?.on('data', keep)
  main.stderr?.on('data', keep)
  return () => chunks.join('')
}

async function quit({ app, main }: Started): Promise<void> {
  const gone = goneWithin(main, END_WITHIN_MS)
  // The answer to this call may be cut off by the quitting it asks for.
  await app.evaluate(({ app: electron }) => electron.quit()).catch(() => undefined)
  await gone
}

async function kill(main: ChildProcess): Promise<void> {
  if (main.pid === undefined || isGone(main)) return
  const gone = goneWithin(main, END_WITHIN_MS)
  for (const pid of await processTree(main.pid)) killOne(pid)
  await gone
}

function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It ended between being listed and being killed.
  }
}

function goneWithin(main: ChildProcess, ms: number): Promise<void> {
  if (isGone(main)) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`The app still runs after ${ms} ms.`)), ms)
    main.once('exit', () => {
      clearTimeout(late)
      resolve()
    })
  })
}

function isGone(main: ChildProcess): boolean {
  return main.exitCode !== null || main.signalCode !== null
}

function processEnv(): Record<string, string> {
  const pairs = Object.entries(process.env).filter((pair) => pair[1] !== undefined)
  return Object.fromEntries(pairs) as Record<string, string>
}

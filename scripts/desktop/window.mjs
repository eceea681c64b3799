import { homedir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromiumSandbox } from '../setup/chromium-sandbox.mjs'
import { lacksDisplay, openDesktop } from './desktop.mjs'
import { endProcess, ended, startProcess } from './processes.mjs'
import { keepScreenshot } from './screen.mjs'

/** The app finishes what is in flight first, which takes it 3 s at most. */
const PATIENCE_MS = 8000
const PAINT_WITHIN_MS = 60_000
const CHROMIUM_LINE = /^\[\d+(:\d+)?:\d{4}\/\d{6}\.\d+:[A-Z]+[\d]*:/
const KEPT_LINES = 20

/**
 * @typedef {{ root: string, runtime: import('../runtime/resolve.mjs').Runtime, appArguments: string[], say: (line: string) => void }} Opening
 */

/**
 * Opens the app and stays until it is closed or we are told to stop. Without a display
 * the window opens in memory, and a picture of it is kept.
 * @param {Opening} opening
 * @returns {Promise<number>} the exit code
 */
export async function openWindow(opening) {
  if (!lacksDisplay(process.platform, process.env)) return runApp(opening, process.env)
  opening.say('There is no display: starting under Xvfb, with a keychain of its own.')
  const desktop = await openDesktop({ env: process.env, keyringFolder: keyringFolder(process.env) })
  const over = new AbortController()
  const watching = tellScreenshot(opening, desktop.screenFile, over.signal)
  try {
    return await runApp(opening, desktop.env)
  } finally {
    over.abort()
    await watching
    await desktop.close()
  }
}

/**
 * The command line that opens the app, for `npm start` and for the tests alike.
 * @param {import('../runtime/resolve.mjs').Runtime} runtime
 * @param {string[]} appArguments
 * @param {(line: string) => void} say
 * @returns {string[]}
 */
export function commandLine(runtime, appArguments, say) {
  const sandbox = chromiumSandbox(runtime.executable)
  const rooted = sandbox.kind === 'impossible for root'
  if (rooted) say('Running as root: Chromium cannot use its sandbox, so --no-sandbox is added.')
  if (sandbox.kind === 'restricted') {
    say("This system restricts Chromium's sandbox. If no window opens, type this and start again:")
    sandbox.lines.forEach((line) => say(`  ${line}`))
  }
  return [...(rooted ? ['--no-sandbox'] : []), ...runtime.folderArgument, ...appArguments]
}

/**
 * @param {Opening} opening
 * @param {NodeJS.ProcessEnv} env
 */
async function runApp({ runtime, appArguments, say }, env) {
  const args = [...displayArguments(env), ...commandLine(runtime, appArguments, say)]
  const app = startProcess(runtime.executable, args, { env, stdio: ['ignore', 'inherit', 'pipe'] })
  const inner = keepChromiumLines(app)
  say('Switchboard is open. Ctrl+C ends it.')
  const stopped = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve)
  }).then(() => 'stopped')
  const outcome = await Promise.race([ended(app), stopped])
  await endProcess(app, PATIENCE_MS)
  if (outcome === 'stopped') return 0
  if (outcome !== 0) inner.forEach((line) => say(line))
  if (outcome === 127) say(`${runtime.executable} could not be started.`)
  return Number(outcome)
}

/** @param {NodeJS.ProcessEnv} env */
function displayArguments(env) {
  const waylandOnly = process.platform === 'linux' && !env['DISPLAY'] && env['WAYLAND_DISPLAY']
  return waylandOnly ? ['--ozone-platform=wayland'] : []
}

/**
 * Chromium tells its log about every part a machine lacks; that is worth reading only when
 * the app fails. All else goes to the terminal.
 * @param {import('node:child_process').ChildProcess} app
 */
function keepChromiumLines(app) {
  /** @type {string[]} */
  const kept = []
  if (app.stderr === null) return kept
  createInterface({ input: app.stderr }).on('line', (line) => {
    if (!CHROMIUM_LINE.test(line)) process.stderr.write(`${line}\n`)
    else if (kept.push(line) > KEPT_LINES) kept.shift()
  })
  return kept
}

/**
 * @param {Opening} opening
 * @param {string} screenFile
 * @param {AbortSignal} signal
 */
async function tellScreenshot({ root, say }, screenFile, signal) {
  const target = join(root, 'test-results', 'start.png')
  const kept = await keepScreenshot(screenFile, target, { withinMs: PAINT_WITHIN_MS, signal })
  if (kept) say(`Screenshot: ${target}`)
  else if (!signal.aborted) say(`No window was painted within ${PAINT_WITHIN_MS / 1000} s.`)
}

/** @param {NodeJS.ProcessEnv} env */
function keyringFolder(env) {
  const base = env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share')
  return join(base, 'switchboard-keyring')
}

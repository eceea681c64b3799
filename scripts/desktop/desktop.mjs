// What a graphical session gives an app, for a machine that has none: a screen,
// a message bus and a keychain. Linux only; elsewhere there always is one.
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { endProcess, startProcess } from './processes.mjs'

const run = promisify(execFile)
const SCREEN = '1440x900x24'
const PATIENCE_MS = 2000

/**
 * @typedef {{ env: NodeJS.ProcessEnv, screenFile: string, close: () => Promise<void> }} Desktop
 * `env`: the environment in which programs see it
 */

/**
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {boolean} whether windows have nowhere to open
 */
export function lacksDisplay(platform, env) {
  return platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']
}

/**
 * Opens a desktop in memory, with an unlocked keychain of its own.
 * @param {{ env: NodeJS.ProcessEnv, keyringFolder?: string }} options `keyringFolder`:
 *   where secrets are kept; without it they are gone when the desktop closes. Never the
 *   person's own keyring, whose password we do not have.
 * @returns {Promise<Desktop>}
 * @throws where a part does not start
 */
export async function openDesktop({ env, keyringFolder }) {
  const folder = await mkdtemp(join(tmpdir(), 'switchboard-desktop-'))
  /** @type {import('node:child_process').ChildProcess[]} */
  const parts = []
  const close = async () => {
    for (const part of parts.reverse()) await endProcess(part, PATIENCE_MS)
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const display = await startScreen(folder, parts)
    const inside = {
      ...env,
      DISPLAY: display,
      DBUS_SESSION_BUS_ADDRESS: await startBus(env, parts)
    }
    await startKeyring(inside, {
      folder: keyringFolder ?? join(folder, 'data'),
      runtime: folder,
      parts
    })
    return { env: inside, screenFile: join(folder, 'Xvfb_screen0'), close }
  } catch (error) {
    await close()
    throw error
  }
}

/**
 * @param {string} folder
 * @param {import('node:child_process').ChildProcess[]} parts
 */
async function startScreen(folder, parts) {
  const args = ['-displayfd', '1', '-screen', '0', SCREEN, '-fbdir', folder, '-nolisten', 'tcp']
  const screen = startProcess('Xvfb', args, { stdio: ['ignore', 'pipe', 'ignore'] })
  parts.push(screen)
  return `:${await firstLine(screen, 'Xvfb')}`
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {import('node:child_process').ChildProcess[]} parts
 */
async function startBus(env, parts) {
  const args = ['--session', '--nofork', '--print-address=1']
  const bus = startProcess('dbus-daemon', args, { env, stdio: ['ignore', 'pipe', 'ignore'] })
  parts.push(bus)
  return firstLine(bus, 'dbus-daemon')
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {{ folder: string, runtime: string, parts: import('node:child_process').ChildProcess[] }} places
 */
async function startKeyring(env, { folder, runtime, parts }) {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const args = ['--foreground', '--unlock', '--components=secrets']
  const keyring = startProcess('gnome-keyring-daemon', args, {
    env: { ...env, XDG_DATA_HOME: folder, XDG_RUNTIME_DIR: runtime },
    stdio: ['pipe', 'ignore', 'ignore']
  })
  parts.push(keyring)
  // The secrets lie in a folder of their own; the password only keeps the daemon from asking.
  keyring.stdin?.on('error', () => {}).end('switchboard')
  await secretServiceAnswers(env)
}

/** @param {NodeJS.ProcessEnv} env */
async function secretServiceAnswers(env) {
  const bus = 'org.freedesktop.DBus'
  const args = ['--session', '--print-reply=literal', `--dest=${bus}`, '/', `${bus}.NameHasOwner`]
  const until = Date.now() + 10_000
  while (Date.now() < until) {
    const asked = run('dbus-send', [...args, 'string:org.freedesktop.secrets'], { env })
    const reply = await asked.catch(() => undefined)
    if (reply?.stdout.includes('true')) return
    await pause(50)
  }
  throw new Error('gnome-keyring-daemon did not offer a Secret Service')
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} name
 * @returns {Promise<string>}
 */
async function firstLine(child, name) {
  let text = ''
  const lines = (async () => {
    for await (const chunk of child.stdout ?? []) {
      text += String(chunk)
      if (text.includes('\n')) break
    }
    return text.split('\n')[0] ?? ''
  })()
  const failed = once(child, 'error').then(() => '')
  const line = await Promise.race([lines, failed])
  if (line === '') throw new Error(`${name} did not start`)
  return line.trim()
}

import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} Locked
 * @typedef {{ packages: Record<string, Locked> }} Lock
 */

const LEAST_NODE = [20, 19]

/**
 * @param {string} version as in `process.versions.node`
 * @returns {string | undefined} what to do about a Node that is too old
 */
export function nodeFault(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [leastMajor = 0, leastMinor = 0] = LEAST_NODE
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return undefined
  return `Switchboard needs Node ${LEAST_NODE.join('.')} or newer; this is ${version}. Get one from https://nodejs.org`
}

/**
 * Whether what is installed is what the lock asks for. npm notes what it installed
 * in a lock of the same form, inside node_modules.
 * @param {Lock} wanted
 * @param {Lock | undefined} installed
 */
export function isCurrent(wanted, installed) {
  if (installed === undefined) return false
  return Object.entries(wanted.packages).every(([path, entry]) => {
    if (path === '') return true
    const found = installed.packages[path]
    if (found === undefined) return entry.optional === true || entry.devOptional === true
    return found.version === entry.version && found.integrity === entry.integrity
  })
}

/**
 * Installs the packages of the lock where they are not there yet.
 * @param {string} root
 * @param {(line: string) => void} say
 * @throws where npm fails
 */
export function ensurePackages(root, say) {
  const wanted = readLock(join(root, 'package-lock.json'))
  const installed = readLock(join(root, 'node_modules', '.package-lock.json'))
  if (wanted !== undefined && isCurrent(wanted, installed)) return
  say('Installing packages (npm ci)…')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32'
  })
  if (status !== 0) throw new Error('Packages could not be installed: npm says why above.')
}

/**
 * @param {string} path
 * @returns {Lock | undefined}
 */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined // missing or torn: the same as not installed
  }
}

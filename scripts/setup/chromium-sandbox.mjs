import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

const RESTRICTION = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns'
const SETUID = 0o4000

/**
 * How Chromium's own sandbox can run for this person.
 * @typedef {{ kind: 'on' } | { kind: 'impossible for root' } | { kind: 'restricted', lines: string[] }} ChromiumSandbox
 */

/**
 * Root cannot use the sandbox at all; Ubuntu from 23.10 on restricts what it is built on,
 * unless its helper program belongs to root.
 * @param {string} executable of Electron
 * @returns {ChromiumSandbox} `lines`: what to type
 */
export function chromiumSandbox(executable) {
  if (process.platform !== 'linux') return { kind: 'on' }
  if (process.getuid?.() === 0) return { kind: 'impossible for root' }
  const helper = join(dirname(executable), 'chrome-sandbox')
  if (!isRestricted() || isSetuidRoot(helper)) return { kind: 'on' }
  return {
    kind: 'restricted',
    lines: [`sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`]
  }
}

function isRestricted() {
  return existsSync(RESTRICTION) && readFileSync(RESTRICTION, 'utf8').trim() === '1'
}

/** @param {string} file */
function isSetuidRoot(file) {
  if (!existsSync(file)) return false
  const { uid, mode } = statSync(file)
  return uid === 0 && (mode & SETUID) !== 0
}

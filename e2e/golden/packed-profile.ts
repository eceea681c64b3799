import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'

/** A profile as it is kept: what a person would lose with it, and the service's side of the story. */
export interface PackedProfile {
  /** The version of the app that made it. */
  readonly version: string
  /** How long before it was kept everything in it happened, ms; not told by the first ones. */
  readonly ageMs?: number
  /** Where the service listened then. */
  readonly server: string
  /** Every entry by name and wanted status, and where it stood. */
  readonly entries: readonly {
    readonly name: string
    readonly to: number | null
    readonly state: string
  }[]
  /** Files of the profile, by path with slashes, in base 64. */
  readonly profile: Readonly<Record<string, string>>
  /** Files of the service. */
  readonly service: Readonly<Record<string, string>>
}

/** What of a profile is kept: the settings, the journals and the window's databases; no cache, no log that names this machine's folders. */
const kept = [
  /^config\.json$/,
  /^journals\//,
  /^Partitions\/switchboard\/IndexedDB\/(?!.*\/(LOCK|LOG|LOG\.old)$)/
]

/** Reads the files of a folder that are kept. */
export async function packProfile(folder: string): Promise<Record<string, string>> {
  return packFolder(folder, (path) => kept.some((pattern) => pattern.test(path)))
}

/** Reads files of a folder, by their paths inside it. */
export async function packFolder(
  folder: string,
  isKept: (path: string) => boolean = () => true
): Promise<Record<string, string>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const files: Record<string, string> = {}
  for (const file of found.filter((each) => each.isFile())) {
    const full = join(file.parentPath, file.name)
    const path = relative(folder, full).split(sep).join('/')
    if (isKept(path)) files[path] = (await readFile(full)).toString('base64')
  }
  return files
}

/** Puts files where they were. */
export async function unpack(
  files: Readonly<Record<string, string>>,
  folder: string
): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    const target = join(folder, ...path.split('/'))
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, Buffer.from(content, 'base64'))
  }
}

/** Keeps a packed profile in a file. */
export async function keepPacked(path: string, packed: PackedProfile): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, gzipSync(JSON.stringify(packed), { level: 9 }))
}

/** Reads a packed profile, as `keepPacked` wrote it. */
export async function readPacked(path: string): Promise<PackedProfile> {
  // Written by this file, kept in the repository.
  return JSON.parse(gunzipSync(await readFile(path)).toString('utf8')) as PackedProfile
}

import { execFile } from 'node:child_process'
import { chmod, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const freeBytes = 48 * 1_024 * 1_024

/** A disk of its own, small enough to be filled. */
export interface SmallDisk {
  readonly path: string
  /** Takes all the space that is left. */
  readonly fill: () => Promise<void>
  /** Gives it back. */
  readonly empty: () => Promise<void>
  readonly remove: () => Promise<void>
}

/** A disk, or why there can be none here: mounting takes root's rights and Linux. */
export type Mounted =
  | { readonly kind: 'disk'; readonly disk: SmallDisk }
  | { readonly kind: 'refused'; readonly why: string }

/** Mounts a small disk in memory, in a private folder. */
export async function mountSmallDisk(): Promise<Mounted> {
  const folder = await mkdtemp(join(tmpdir(), 'switchboard-disk-'))
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${freeBytes}`, 'tmpfs', folder])
  } catch (error) {
    await rm(folder, { recursive: true })
    return { kind: 'refused', why: error instanceof Error ? error.message : String(error) }
  }
  const ballast = join(folder, 'ballast')
  const empty = (): Promise<void> => rm(ballast, { force: true })
  return {
    kind: 'disk',
    disk: {
      path: folder,
      fill: () => fillUp(folder, ballast),
      empty,
      async remove() {
        await run('umount', ['-l', folder])
        await rm(folder, { recursive: true, force: true })
      }
    }
  }
}

/** Writes until nothing more fits; what is left free is less than a block. */
async function fillUp(folder: string, ballast: string): Promise<void> {
  for (let part = 0; part < 50; part += 1) {
    const { bavail, bsize } = await statfs(folder)
    if (bavail === 0) return
    await writeFile(ballast, Buffer.alloc(bavail * bsize), { flag: 'a' }).catch(goOnWhereFull)
  }
}

function goOnWhereFull(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
}

/**
 * Makes a folder one in which nothing can be written, and gives back how to undo it. Rights do not bind
 * root, for whom it is mounted over itself.
 */
export async function makeReadOnly(folder: string): Promise<() => Promise<void>> {
  if (process.getuid?.() !== 0) {
    await chmod(folder, 0o500)
    return () => chmod(folder, 0o700)
  }
  await run('mount', ['--bind', folder, folder])
  await run('mount', ['-o', 'remount,ro,bind', folder])
  return async () => {
    await run('umount', ['-l', folder])
  }
}

import { mkdir, open, readFile, rename, rm, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A journal's bytes. Every call rejects with the file system's error; what it resolves has reached the disk. */
export interface JournalFile {
  /** All bytes; `null` where there is no file. */
  readonly read: () => Promise<Uint8Array | null>
  /** Writes at the end, which is at `position`. On rejection some of it may stand there. */
  readonly append: (position: number, bytes: Uint8Array) => Promise<void>
  /** Cuts everything from `length` on. */
  readonly truncate: (length: number) => Promise<void>
  /** Puts other bytes in the place of all, at once. On rejection the old or the new ones stand there, whole. */
  readonly replace: (bytes: Uint8Array) => Promise<void>
  readonly remove: () => Promise<void>
}

/** The journal in a real file, readable by this person alone. */
export function journalFile(path: string): JournalFile {
  let handle: FileHandle | null = null

  const opened = async (): Promise<FileHandle> => (handle ??= await open(path, 'r+'))
  const closed = async (): Promise<void> => {
    const old = handle
    handle = null
    await old?.close()
  }

  return {
    read: () => readFile(path).catch(nullWhereMissing),
    append: async (position, bytes) => {
      const file = await opened()
      await writeAll(file, position, bytes)
      await file.datasync()
    },
    truncate: async (length) => {
      const file = await opened()
      await file.truncate(length)
      await file.datasync()
    },
    replace: async (bytes) => {
      const fresh = `${path}.new`
      await mkdir(dirname(path), { recursive: true })
      await writeFresh(fresh, bytes)
      // Windows renames nothing onto an open file.
      await closed()
      await rename(fresh, path)
      await syncFolder(dirname(path))
    },
    remove: async () => {
      await closed()
      await rm(path, { force: true })
      await rm(`${path}.new`, { force: true })
    }
  }
}

async function writeAll(file: FileHandle, position: number, bytes: Uint8Array): Promise<void> {
  let done = 0
  while (done < bytes.length) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done)
    done += bytesWritten
  }
}

async function writeFresh(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await writeAll(file, 0, bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes a rename durable. Windows has no such call, and does not need it. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

function nullWhereMissing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}

import type { JournalFile } from './journal-file.ts'

/** A journal's file in memory, for simulations: what has reached the "disk" survives the courier. */
export interface MemoryFile extends JournalFile {
  /** What stands on the disk now. */
  readonly bytes: () => Uint8Array | null
  /** Puts other bytes there. */
  readonly put: (bytes: Uint8Array | null) => void
}

/**
 * Builds one. `fail` is asked before every write; the code that it names (`ENOSPC`, …) is what the write
 * then rejects with, after half of an append was written, as a real disk does.
 */
export function memoryFile(
  fail: (write: 'append' | 'truncate' | 'replace') => string | null = () => null
): MemoryFile {
  let content: Uint8Array | null = null
  const check = (write: 'append' | 'truncate' | 'replace'): void => {
    const code = fail(write)
    if (code !== null) throw Object.assign(new Error(code), { code })
  }
  const before = (position: number): Uint8Array =>
    (content ?? new Uint8Array()).subarray(0, position)
  return {
    bytes: () => content,
    put: (bytes) => {
      content = bytes
    },
    read: () => Promise.resolve(content),
    append: async (position, bytes) => {
      const whole = Buffer.concat([before(position), bytes])
      content = Buffer.concat([before(position), bytes.subarray(0, bytes.length >> 1)])
      check('append')
      await Promise.resolve()
      content = whole
    },
    truncate: async (length) => {
      check('truncate')
      content = Buffer.from(before(length))
      await Promise.resolve()
    },
    replace: async (bytes) => {
      check('replace')
      content = bytes
      await Promise.resolve()
    },
    remove: async () => {
      content = null
      await Promise.resolve()
    }
  }
}

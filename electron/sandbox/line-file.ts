import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync
} from 'node:fs'

/** A file of lines that only grows. What `append` reported as stored survives a kill. */
export type LineFile = {
  /** Adds one line; false where it could not be written, and then nothing of it stays. */
  readonly append: (line: string) => boolean
  /** Replaces the whole file at once: a kill leaves the old lines or the new ones. */
  readonly replace: (lines: readonly string[]) => void
  readonly close: () => void
}

const ownerOnly = 0o600

/**
 * Opens a file to append to, and makes it where there is none. A last line that a kill cut short is
 * taken away first, or the next would be glued to it. Throws the system's error.
 */
export function openLineFile(path: string): LineFile {
  let file = openSync(path, 'a', ownerOnly)
  let length = readFileSync(path).lastIndexOf('\n') + 1
  let broken = false
  ftruncateSync(file, length)
  return {
    append(line) {
      const bytes = Buffer.from(`${line}\n`)
      if (broken) return false
      if (writeAll(file, bytes)) {
        length += bytes.length
        return true
      }
      // A piece that stays behind would be glued to the next line: then there is no next line.
      broken = !cutTo(file, length)
      return false
    },
    replace(lines) {
      // Windows does not rename over a file that is open.
      closeSync(file)
      replaceFile(path, lines)
      file = openSync(path, 'a', ownerOnly)
      length = fstatSync(file).size
      broken = false
    },
    close: () => closeSync(file)
  }
}

/** The whole lines of a file; one that a kill cut short is left out. None where there is no file. */
export function linesOf(path: string): string[] {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : []
}

function writeAll(file: number, bytes: Buffer): boolean {
  try {
    let written = 0
    while (written < bytes.length) written += writeSync(file, bytes, written)
    return true
  } catch {
    return false
  }
}

function cutTo(file: number, length: number): boolean {
  try {
    ftruncateSync(file, length)
    return true
  } catch {
    return false
  }
}

function replaceFile(path: string, lines: readonly string[]): void {
  const beside = `${path}.new`
  const file = openSync(beside, 'w', ownerOnly)
  try {
    writeSync(file, lines.map((line) => `${line}\n`).join(''))
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(beside, path)
}

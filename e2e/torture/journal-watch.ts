import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What a line of the journal is about, as far as it can be waited for. */
export type Line = 'queued' | 'intent' | 'outcome' | 'settled'

/** Where the journals of a profile lie. */
export function journalsIn(userDataDir: string): string[] {
  const folder = join(userDataDir, 'journals')
  const names = statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder) : []
  return names.filter((name) => name.endsWith('.journal')).map((name) => join(folder, name))
}

/** Watches the journals of a profile from now on; says whether a line of that kind has been written since. */
export function watchJournals(userDataDir: string): (line: Line) => boolean {
  const begun = new Map(journalsIn(userDataDir).map((path) => [path, sizeOf(path)]))
  return (line) =>
    journalsIn(userDataDir).some((path) =>
      writtenSince(path, begun.get(path) ?? 0).includes(`"kind":"${line}"`)
    )
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

/** What was appended; all of it where the journal was rewritten, which makes it shorter. */
function writtenSince(path: string, begin: number): string {
  const size = sizeOf(path)
  const from = size < begin ? 0 : begin
  const bytes = Buffer.alloc(size - from)
  if (bytes.length === 0) return ''
  const file = openSync(path, 'r')
  try {
    readSync(file, bytes, 0, bytes.length, from)
  } finally {
    closeSync(file)
  }
  return bytes.toString('utf8')
}

import type { PackedFile, UnpackedFiles } from './unpack-workbook.ts'

/**
 * Files as an archive without compression: it can be handed to our reader of workbooks without a second
 * unpacking, which it would do in workers of its own that the window's content security policy forbids.
 */
export function storedArchive(files: UnpackedFiles): ArrayBuffer {
  return archiveOf([...files].map(([path, packed]) => ({ path, packed, method: 'stored' })))
}

/** Files, packed already, as an archive (APPNOTE.TXT, 4.3.7 to 4.3.16), without checksums, at which nobody here looks. */
export function archiveOf(files: readonly PackedFile[]): ArrayBuffer {
  const encoder = new TextEncoder()
  const entries = files.map(({ path, packed, method }) => ({
    path: encoder.encode(path),
    content: packed,
    method: method === 'stored' ? 0 : 8
  }))
  const localSize = entries.reduce(
    (sum, { path, content }) => sum + 30 + path.length + content.length,
    0
  )
  const directorySize = entries.reduce((sum, { path }) => sum + 46 + path.length, 0)
  const bytes = new Uint8Array(localSize + directorySize + 22)
  const view = new DataView(bytes.buffer)
  let local = 0
  let directory = localSize
  for (const entry of entries) {
    writeDirectoryEntry(view, directory, { ...entry, local })
    directory += 46 + entry.path.length
    local = writeLocal(view, local, entry)
  }
  writeEnd(view, directory, { count: entries.length, size: directorySize, start: localSize })
  return bytes.buffer
}

interface ArchiveEntry {
  readonly path: Uint8Array
  readonly content: Uint8Array
  readonly method: number
}

const version = 20
const utf8Names = 0x0800

function put(view: DataView, at: number, bytes: Uint8Array): void {
  new Uint8Array(view.buffer).set(bytes, at)
}

function writeLocal(view: DataView, at: number, { path, content, method }: ArchiveEntry): number {
  view.setUint32(at, 0x04034b50, true)
  view.setUint16(at + 4, version, true)
  view.setUint16(at + 6, utf8Names, true)
  view.setUint16(at + 8, method, true)
  view.setUint32(at + 18, content.length, true)
  view.setUint32(at + 22, content.length, true)
  view.setUint16(at + 26, path.length, true)
  put(view, at + 30, path)
  put(view, at + 30 + path.length, content)
  return at + 30 + path.length + content.length
}

function writeDirectoryEntry(
  view: DataView,
  at: number,
  entry: ArchiveEntry & { readonly local: number }
): void {
  view.setUint32(at, 0x02014b50, true)
  view.setUint16(at + 4, version, true)
  view.setUint16(at + 6, version, true)
  view.setUint16(at + 8, utf8Names, true)
  view.setUint16(at + 10, entry.method, true)
  view.setUint32(at + 20, entry.content.length, true)
  view.setUint32(at + 24, entry.content.length, true)
  view.setUint16(at + 28, entry.path.length, true)
  view.setUint32(at + 42, entry.local, true)
  put(view, at + 46, entry.path)
}

function writeEnd(
  view: DataView,
  at: number,
  { count, size, start }: { readonly count: number; readonly size: number; readonly start: number }
): void {
  view.setUint32(at, 0x06054b50, true)
  view.setUint16(at + 8, count, true)
  view.setUint16(at + 10, count, true)
  view.setUint32(at + 12, size, true)
  view.setUint32(at + 16, start, true)
}

import type { PackedFile } from './workbook/archive.ts'

/** Files, packed already, as an archive (APPNOTE.TXT, 4.3.7 to 4.3.16). For tests. */
export function archiveOf(files: readonly PackedFile[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  const entries = files.map(({ path, packed, method, size, crc }) => ({
    path: encoder.encode(path),
    content: packed,
    method: method === 'stored' ? 0 : 8,
    size,
    crc
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
  return bytes
}

interface ArchiveEntry {
  readonly path: Uint8Array
  readonly content: Uint8Array
  readonly method: number
  readonly size: number
  readonly crc: number
}

const version = 20
const utf8Names = 0x0800

function put(view: DataView, at: number, bytes: Uint8Array): void {
  new Uint8Array(view.buffer).set(bytes, at)
}

function writeLocal(view: DataView, at: number, entry: ArchiveEntry): number {
  const { path, content, method, size, crc } = entry
  view.setUint32(at, 0x04034b50, true)
  view.setUint16(at + 4, version, true)
  view.setUint16(at + 6, utf8Names, true)
  view.setUint16(at + 8, method, true)
  view.setUint32(at + 14, crc, true)
  view.setUint32(at + 18, content.length, true)
  view.setUint32(at + 22, size, true)
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
  view.setUint32(at + 16, entry.crc, true)
  view.setUint32(at + 20, entry.content.length, true)
  view.setUint32(at + 24, entry.size, true)
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

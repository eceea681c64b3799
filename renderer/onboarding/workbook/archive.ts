/** A file inside a zip archive, still packed, and what the archive's directory says of it unpacked. */
export interface PackedFile {
  readonly path: string
  readonly packed: Uint8Array<ArrayBuffer>
  readonly method: 'stored' | 'deflated'
  readonly size: number
  readonly crc: number
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const endLength = 22

/** Reads an archive's directory (APPNOTE.TXT, 4.3.12 and 4.3.16); archives over 4 GiB are none of ours. */
export function packedFiles(
  bytes: Uint8Array<ArrayBuffer>
): readonly PackedFile[] | 'damaged-workbook' | 'encrypted-workbook' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end < 0) return 'damaged-workbook'
  const files: PackedFile[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const entry = readEntry(view, at)
    if (typeof entry === 'string') return entry
    files.push(entry.file)
    at = entry.next
  }
  return files
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - endLength - 0xffff)
  for (let at = view.byteLength - endLength; at >= first; at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at
  }
  return -1
}

type Entry = { readonly file: PackedFile; readonly next: number }

function readEntry(view: DataView, at: number): Entry | 'damaged-workbook' | 'encrypted-workbook' {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== entrySignature)
    return 'damaged-workbook'
  if ((view.getUint16(at + 8, true) & 1) === 1) return 'encrypted-workbook'
  const method = view.getUint16(at + 10, true)
  const packedSize = view.getUint32(at + 20, true)
  const pathEnd = at + 46 + view.getUint16(at + 28, true)
  const local = view.getUint32(at + 42, true)
  if (local + 30 > view.byteLength || pathEnd > view.byteLength || (method !== 0 && method !== 8))
    return 'damaged-workbook'
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + packedSize > view.byteLength) return 'damaged-workbook'
  const file: PackedFile = {
    // Some programs on Windows write the paths as they are there.
    path: new TextDecoder().decode(slice(view, at + 46, pathEnd)).replaceAll('\\', '/'),
    packed: slice(view, start, start + packedSize),
    method: method === 0 ? 'stored' : 'deflated',
    size: view.getUint32(at + 24, true),
    crc: view.getUint32(at + 16, true)
  }
  return { file, next: pathEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true) }
}

function slice(view: DataView, from: number, to: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(view.buffer as ArrayBuffer, view.byteOffset + from, to - from)
}

import { failed, ok, type Result } from '../../shared/result.ts'
import type { IntakeFailure } from './intake-failure.ts'

/** A file inside a zip archive, still packed. */
export interface PackedFile {
  readonly path: string
  readonly packed: Uint8Array
  readonly method: 'stored' | 'deflated'
}

/** Files of an archive, unpacked, by path. */
export type UnpackedFiles = ReadonlyMap<string, Uint8Array>

/** What to unpack: the archive, its name for failures, and how many bytes it may become. */
export interface Unpacking {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly name: string
  readonly limit: number
}

/**
 * Unpacks the XML files of a workbook and no more than `limit` bytes, whatever its directory claims: what a
 * small bomb would become is never held.
 */
export async function unpackWorkbook({
  bytes,
  name,
  limit
}: Unpacking): Promise<Result<UnpackedFiles, IntakeFailure>> {
  const packed = packedFiles(bytes)
  if (packed === 'encrypted') return failed({ kind: 'encrypted-workbook', name })
  if (packed === 'damaged') return failed({ kind: 'damaged-workbook', name })
  const files = new Map<string, Uint8Array>()
  let left = limit
  for (const file of packed.filter(({ path }) => /\.(?:xml|rels)$/iu.test(path))) {
    const content = await inflate(file, left)
    if (content === 'too-large') return failed({ kind: 'bomb', name, limit })
    if (content === 'damaged') return failed({ kind: 'damaged-workbook', name })
    left -= content.length
    files.set(file.path, content)
  }
  return ok(files)
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const endLength = 22

/** Reads an archive's directory (APPNOTE.TXT, 4.3.12 and 4.3.16); archives over 4 GiB are none of ours. */
export function packedFiles(
  bytes: Uint8Array<ArrayBuffer>
): readonly PackedFile[] | 'damaged' | 'encrypted' {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  if (end < 0) return 'damaged'
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

function readEntry(view: DataView, at: number): Entry | 'damaged' | 'encrypted' {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== entrySignature) return 'damaged'
  if ((view.getUint16(at + 8, true) & 1) === 1) return 'encrypted'
  const method = view.getUint16(at + 10, true)
  const size = view.getUint32(at + 20, true)
  const pathEnd = at + 46 + view.getUint16(at + 28, true)
  const local = view.getUint32(at + 42, true)
  if (local + 30 > view.byteLength || pathEnd > view.byteLength || (method !== 0 && method !== 8))
    return 'damaged'
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + size > view.byteLength) return 'damaged'
  const path = new TextDecoder().decode(slice(view, at + 46, pathEnd))
  const file: PackedFile = {
    path,
    packed: slice(view, start, start + size),
    method: method === 0 ? 'stored' : 'deflated'
  }
  return { file, next: pathEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true) }
}

function slice(view: DataView, from: number, to: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(view.buffer as ArrayBuffer, view.byteOffset + from, to - from)
}

async function inflate(
  { packed, method }: PackedFile,
  limit: number
): Promise<Uint8Array | 'too-large' | 'damaged'> {
  if (method === 'stored') return packed.length > limit ? 'too-large' : packed
  const reader = new Blob([packed as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('deflate-raw'))
    .getReader()
  try {
    return await readUpTo(reader, limit)
  } catch {
    return 'damaged'
  }
}

type BytesReader = ReadableStreamDefaultReader<Uint8Array>

async function readUpTo(reader: BytesReader, limit: number): Promise<Uint8Array | 'too-large'> {
  const pieces: Uint8Array[] = []
  let size = 0
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    size += piece.value.length
    if (size > limit) {
      await reader.cancel()
      return 'too-large'
    }
    pieces.push(piece.value)
  }
  return joined(pieces, size)
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

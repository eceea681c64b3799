import type { PackedFile } from './archive.ts'
import { crc32 } from './crc.ts'

/** How a file is unpacked piece by piece. */
export interface Unpacking {
  /** How many bytes all files together may still become. */
  readonly budget: { left: number }
  /** Takes a piece; says whether it wants another one. */
  readonly take: (bytes: Uint8Array) => boolean
  /** Told how many packed bytes of the file are on their way. */
  readonly progress: (packed: number) => void
}

const slice = 1 << 14

/**
 * Unpacks a file, and no more of it than the budget has left, whatever the archive's directory claims: what a
 * small bomb would become is never held.
 */
export async function unpack(
  file: PackedFile,
  { budget, take, progress }: Unpacking
): Promise<'damaged-workbook' | 'bomb' | null> {
  if (file.method === 'stored' && crc32(file.packed) !== file.crc) return 'damaged-workbook'
  const reader = unpacked(file, progress).getReader()
  for (;;) {
    const piece = await reader.read().catch(() => 'damaged-workbook' as const)
    if (piece === 'damaged-workbook' || piece.done)
      return piece === 'damaged-workbook' ? piece : null
    budget.left -= piece.value.length
    if (budget.left >= 0 && take(piece.value)) continue
    await reader.cancel()
    return budget.left < 0 ? 'bomb' : null
  }
}

function unpacked(
  file: PackedFile,
  progress: Unpacking['progress']
): ReadableStream<Uint8Array<ArrayBuffer>> {
  if (file.method === 'stored') return inSlices([file.packed], progress)
  // As a gzip file, of which the platform checks size and checksum itself.
  const whole = [gzipHead, file.packed, gzipTail(file)]
  return inSlices(whole, progress).pipeThrough(new DecompressionStream('gzip'))
}

const gzipHead = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff)

function gzipTail({ crc, size }: PackedFile): Uint8Array<ArrayBuffer> {
  const tail = new DataView(new ArrayBuffer(8))
  tail.setUint32(0, crc, true)
  tail.setUint32(4, size, true)
  return new Uint8Array(tail.buffer)
}

/** In small slices, each only once it is wanted: of a bomb a slice becomes a thousand times as much. */
function inSlices(
  parts: readonly Uint8Array<ArrayBuffer>[],
  progress: Unpacking['progress']
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const slices = slicesOf(parts)
  let done = 0
  return new ReadableStream(
    {
      pull: (controller) => {
        const next = slices.next()
        if (next.done === true) {
          controller.close()
          return
        }
        progress((done += next.value.length))
        controller.enqueue(next.value)
      }
    },
    { highWaterMark: 0 }
  )
}

function* slicesOf(
  parts: readonly Uint8Array<ArrayBuffer>[]
): Generator<Uint8Array<ArrayBuffer>, undefined> {
  for (const part of parts) {
    for (let from = 0; from < part.length; from += slice) yield part.subarray(from, from + slice)
  }
}

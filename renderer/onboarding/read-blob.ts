import { failed, ok, type Result } from '../../shared/result.ts'
import type { Progress } from './encoding.ts'
import { classify } from './intake.ts'
import type { IntakeFailure } from './intake-failure.ts'

/** Something to read: a file, or pasted and typed text as a blob of UTF-8. */
export interface Input {
  /** The file's name without a folder; empty for what was pasted or typed. */
  readonly name: string
  readonly file: Blob
}

const headSize = 4096

/** Streams a file into memory, once its first bytes say that it is worth it; tells how many bytes are there. */
export async function readBlob(
  { name, file }: Input,
  progress: Progress
): Promise<Result<Uint8Array<ArrayBuffer>, IntakeFailure>> {
  try {
    const head = new Uint8Array(await file.slice(0, headSize).arrayBuffer())
    const intake = classify({ name, size: file.size, head })
    return intake.ok ? ok(await streamed(file, progress)) : intake
  } catch {
    // The platform's errors differ (NotFound, NotReadable): all mean that the bytes cannot be had.
    return failed({ kind: 'unreadable', name })
  }
}

async function streamed(file: Blob, progress: Progress): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(file.size)
  const reader = file.stream().getReader()
  let size = 0
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    bytes.set(piece.value, size)
    size += piece.value.length
    progress(size)
  }
  return bytes.subarray(0, size)
}

/** SHA-256 in lower-case hexadecimal. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

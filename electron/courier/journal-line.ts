import { crc32 } from 'node:zlib'

const newline = 0x0a
/** Eight hex digits of length, a blank, eight of CRC, a blank. */
const headLength = 18

/** What a journal's bytes hold. */
export interface DecodedLines {
  /** The JSON values of the good lines, in order. */
  readonly values: readonly unknown[]
  /** A line was unreadable that is not merely an incomplete last one. */
  readonly damaged: boolean
  /** How many bytes to keep: all but an incomplete last line. */
  readonly keep: number
  /** Whether the kept bytes lack a final line end (a damaged last line): one must precede the next line. */
  readonly openEnd: boolean
}

/** One record as a line: length of the JSON in bytes, its CRC32, the JSON, a line end. */
export function encodeLine(value: unknown): Uint8Array {
  const json = Buffer.from(JSON.stringify(value), 'utf8')
  return Buffer.concat([
    Buffer.from(`${hex(json.length)} ${hex(crc32(json))} `),
    json,
    Buffer.of(newline)
  ])
}

/** Reads every line that is whole; never throws. */
export function decodeLines(bytes: Uint8Array): DecodedLines {
  const values: unknown[] = []
  let damaged = false
  let start = 0
  for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
    const value = decodeLine(bytes.subarray(start, end))
    if (value === undefined) damaged = true
    else values.push(value)
    start = end + 1
  }
  const tail = bytes.subarray(start)
  if (tail.length === 0) return { values, damaged, keep: start, openEnd: false }
  if (isTorn(tail)) return { values, damaged, keep: start, openEnd: false }
  return { values, damaged: true, keep: bytes.length, openEnd: true }
}

function decodeLine(line: Uint8Array): unknown {
  const head = headOf(line)
  const json = line.subarray(headLength)
  if (head === null || head.length !== json.length || head.crc !== crc32(json)) return undefined
  try {
    return JSON.parse(Buffer.from(json).toString('utf8'))
  } catch {
    return undefined
  }
}

/** Whether bytes without a line end are the beginning of a line, rather than a line whose end was overwritten. */
function isTorn(tail: Uint8Array): boolean {
  if (tail.length < headLength) return true
  const head = headOf(tail)
  return head !== null && tail.length <= headLength + head.length
}

function headOf(line: Uint8Array): { readonly length: number; readonly crc: number } | null {
  const text = Buffer.from(line.subarray(0, headLength)).toString('latin1')
  const [, length, crc] = /^([0-9a-f]{8}) ([0-9a-f]{8}) $/.exec(text) ?? []
  if (length === undefined || crc === undefined) return null
  return { length: parseInt(length, 16), crc: parseInt(crc, 16) }
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0')
}

import type { Locale } from '../../shared/messages/messages.ts'
import { codePages, decode, type CodePage, type Encoding, type Progress } from './encoding.ts'
import { scoreCodePages, type Scores } from './score-code-pages.ts'

/** Which encoding a file is in, and how that is known. */
export interface Detection {
  readonly encoding: Encoding
  /** What told it; `remembered` and `locale` settle a tie between code pages. */
  readonly by: 'bom' | 'zero-bytes' | 'utf-8' | 'ascii' | 'words' | 'remembered' | 'locale'
  /** Sequences that are not UTF-8 in a file that otherwise is; 0 in a sound file. */
  readonly damaged: number
}

/** What settles a tie: the encoding last chosen for this organization, then the language of the app. */
export interface Hints {
  readonly remembered: Encoding | null
  readonly locale: Locale
}

/** A file's text and which encoding it was read in. */
export interface ReadText {
  readonly text: string
  readonly detection: Detection
}

/**
 * Reads a whole file as text in the encoding that is found: byte order mark, UTF-16 without one, strict
 * UTF-8, UTF-8 with few damaged places, then the code page whose words have the better shape.
 */
export function readText(bytes: Uint8Array, hints: Hints, progress?: Progress): ReadText {
  const strict =
    byMark(bytes) === null && withoutMark(bytes) === null ? strictUtf8(bytes, progress) : null
  if (strict !== null) {
    const by = strict.length < bytes.length ? 'utf-8' : 'ascii'
    return { text: strict, detection: { encoding: 'utf-8', by, damaged: 0 } }
  }
  const detection = detectOther(bytes, hints)
  return { text: decode(bytes, detection.encoding, progress ? { progress } : {}), detection }
}

/** The encoding alone; see `readText`. */
export function detectEncoding(bytes: Uint8Array, hints: Hints): Detection {
  return readText(bytes, hints).detection
}

function detectOther(bytes: Uint8Array, hints: Hints): Detection {
  const marked = byMark(bytes)
  if (marked !== null) return { encoding: marked, by: 'bom', damaged: 0 }
  const wide = withoutMark(bytes)
  if (wide !== null) return { encoding: wide, by: 'zero-bytes', damaged: 0 }
  return damagedUtf8(bytes) ?? byWords(scoreCodePages(bytes), hints)
}

function byMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

const enough = 0.7

/** In UTF-16 the upper byte of nearly every character is 00 (Latin), 04 (Cyrillic) or 05 (Hebrew). */
function withoutMark(bytes: Uint8Array): Encoding | null {
  const pairs = Math.min(bytes.length, 1 << 16) >> 1
  const upper: [number, number] = [0, 0]
  for (let at = 0; at < pairs * 2; at += 1) {
    const byte = bytes[at]
    if (byte === 0 || byte === 4 || byte === 5) upper[at % 2 === 0 ? 0 : 1] += 1
  }
  if (pairs === 0) return null
  const [even, odd] = [upper[0] / pairs, upper[1] / pairs]
  if (odd >= enough && even < odd / 2) return 'utf-16le'
  if (even >= enough && odd < even / 2) return 'utf-16be'
  return null
}

function strictUtf8(bytes: Uint8Array, progress: Progress | undefined): string | null {
  try {
    return decode(bytes, 'utf-8', { fatal: true, ...(progress ? { progress } : {}) })
  } catch {
    return null
  }
}

function damagedUtf8(bytes: Uint8Array): Detection | null {
  const { whole, broken } = countSequences(bytes)
  const sound = whole >= 3 && whole >= broken * 10
  return sound ? { encoding: 'utf-8', by: 'utf-8', damaged: broken } : null
}

function countSequences(bytes: Uint8Array): { readonly whole: number; readonly broken: number } {
  let whole = 0
  let broken = 0
  let at = 0
  while (at < bytes.length) {
    const length = sequenceAt(bytes, at)
    if (length > 1) whole += 1
    if (length === 0) broken += 1
    at += Math.max(1, length)
  }
  return { whole, broken }
}

/** Length of the UTF-8 sequence that starts here; 0 where none does. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
  if (lead < 0xc2 || lead > 0xf4 || at + length > bytes.length) return 0
  for (let next = at + 1; next < at + length; next += 1) {
    if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0
  }
  return length
}

const near = 0.15
const ofLocale: Readonly<Record<Locale, CodePage>> = {
  en: 'windows-1252',
  he: 'windows-1255',
  uk: 'windows-1251'
}

function byWords(scores: Scores, { remembered, locale }: Hints): Detection {
  const best = Math.max(...codePages.map((codePage) => scores[codePage]))
  const tied = codePages.filter((codePage) => scores[codePage] >= best - near)
  const first = tied.find((codePage) => scores[codePage] === best) ?? 'windows-1252'
  if (tied.length < 2) return { encoding: first, by: 'words', damaged: 0 }
  const last = tied.find((codePage) => codePage === remembered)
  if (last !== undefined) return { encoding: last, by: 'remembered', damaged: 0 }
  return {
    encoding: tied.includes(ofLocale[locale]) ? ofLocale[locale] : first,
    by: 'locale',
    damaged: 0
  }
}

import { codePages, decode, type CodePage } from './encoding.ts'
import { hebrewOrCyrillic, shapeOf } from './word-shape.ts'

/** How well each code page explains some bytes: from -1 (every word is malformed) to 1; 0 where no word speaks. */
export type Scores = Readonly<Record<CodePage, number>>

// What separates words in all three code pages alike: ASCII other than letters, and typographic signs.
const between =
  /[\s\x00-\x40\x5b-\x60\x7b-\x7f\u00a0\u2010-\u203a\u00a9\u00ab\u00ae\u00b0\u00b7\u00bb\u2122]+/u

/** Scores bytes that are not UTF-8 by the shape of the words that they would make in each code page. */
export function scoreCodePages(bytes: Uint8Array): Scores {
  const sample = sampleOf(bytes)
  const words = Object.fromEntries(
    codePages.map((codePage) => [codePage, decode(sample, codePage).split(between)])
  ) as Record<CodePage, string[]>
  const byLetters = lettersSay(words['windows-1255'])
  return {
    'windows-1255': scoreOf(words, 'windows-1255') + Math.max(0, byLetters),
    'windows-1251': scoreOf(words, 'windows-1251') + Math.max(0, -byLetters),
    'windows-1252': scoreOf(words, 'windows-1252')
  }
}

function scoreOf(words: Readonly<Record<CodePage, string[]>>, codePage: CodePage): number {
  let sum = 0
  let total = 0
  for (const word of words[codePage]) {
    const { weight, fit } = shapeOf(word, codePage)
    sum += weight * fit
    total += weight
  }
  return total === 0 ? 0 : sum / total
}

/** From -1 (Cyrillic) to 1 (Hebrew): the mean over all words that could be either; 0 where there is none. */
function lettersSay(hebrewWords: readonly string[]): number {
  let sum = 0
  let total = 0
  for (const word of hebrewWords) {
    const says = hebrewOrCyrillic(word)
    if (says === null) continue
    sum += says * word.length
    total += word.length
  }
  return total === 0 ? 0 : sum / total
}

const sampleSize = 1 << 16
const around = 48

/** The bytes around those above ASCII, up to 64 KiB from anywhere in the file, each stretch on a line of its own. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= sampleSize) return bytes
  const sample = new Uint8Array(sampleSize)
  let length = 0
  let from = nextHigh(bytes, 0)
  while (from < bytes.length && length < sampleSize) {
    const stretch = bytes.subarray(wordStart(bytes, from), wordEnd(bytes, from + around))
    const taken = stretch.subarray(0, sampleSize - length)
    sample.set(taken, length)
    length += taken.length + 1
    from = nextHigh(bytes, from + stretch.length)
  }
  return sample.subarray(0, Math.min(length, sampleSize))
}

function nextHigh(bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && (bytes[at] ?? 0) < 0x80) at += 1
  return at
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte >= 0x80 || byte > 0x40)
}

function wordStart(bytes: Uint8Array, at: number): number {
  let start = at
  while (start > 0 && at - start < around && isLetter(bytes[start - 1])) start -= 1
  return start
}

function wordEnd(bytes: Uint8Array, at: number): number {
  let end = at
  while (end < bytes.length && end - at < around && isLetter(bytes[end])) end += 1
  return end
}

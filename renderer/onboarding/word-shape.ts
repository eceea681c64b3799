import type { CodePage } from './encoding.ts'
import { cyrillicLetters, hebrewLetters } from './letter-frequency.ts'

/** How well a word fits a language: `weight` is the number of letters that speak, `fit` from -1 to 1. */
export interface Shape {
  readonly weight: number
  readonly fit: number
}

const neutral: Shape = { weight: 0, fit: 0 }

/** Judges one word, without blanks and punctuation, as decoded by that code page. ASCII words say nothing. */
export function shapeOf(word: string, codePage: CodePage): Shape {
  if (!nonAscii.test(word)) return neutral
  switch (codePage) {
    case 'windows-1255':
      return hebrew(word)
    case 'windows-1251':
      return cyrillic(word)
    case 'windows-1252':
      return latin(word)
  }
}

const nonAscii = /[^\x20-\x7e]/u
// Letters, then points and the signs of abbreviation and of foreign sounds (U+05F3, U+05F4), never at the start.
const hebrewWord = /^(?:[\u05d0-\u05ea\u05f0-\u05f2][\u05b0-\u05c7\u05f3\u05f4]*)+$/u
const finalInside = /[ךםןףץ][\u05b0-\u05c7]*[א-ת]/u

function hebrew(word: string): Shape {
  const fits = hebrewWord.test(word) && !finalInside.test(word)
  return { weight: word.length, fit: fits ? 1 : -1 }
}

const cyrillicWord = /^[А-Яа-яЁёІіЇїЄєҐґЎў]+$/u
const cyrillicCase = /^(?:[А-ЯЁІЇЄҐЎ][а-яёіїєґў]*|[А-ЯЁІЇЄҐЎ]+)$/u
const lowerCase = /^[а-яёіїєґў]+$/u

/** Names are Capitalised or UPPER; a lower-case word fits less, for Hebrew letters look like one; mIxEd never fits. */
function cyrillic(word: string): Shape {
  if (!cyrillicWord.test(word)) return { weight: word.length, fit: -1 }
  const fit = cyrillicCase.test(word) ? 1 : lowerCase.test(word) ? 0.7 : -1
  return { weight: word.length, fit }
}

const latinWord = /^[A-Za-zÀ-ÖØ-öø-ÿŒœŠšŽžŸ]+$/u
const asciiLetters = /[A-Za-z]/gu

/** Western European names keep at least half of their letters in ASCII; a few short ones (Þór) a third. */
function latin(word: string): Shape {
  if (!latinWord.test(word)) return { weight: word.length, fit: -1 }
  const share = (word.match(asciiLetters)?.length ?? 0) / word.length
  const fit = share >= 0.5 ? 1 : share >= 0.3 ? 0 : -1
  return { weight: word.length, fit }
}

const lowerCaseOrHebrew = /^[\u05d0-\u05ea]+$/u

/**
 * A word whose bytes are both Hebrew letters and lower-case Cyrillic ones shows its language only by which
 * letters it has: from -1 (Cyrillic) to 1 (Hebrew). `null` where the word is not of that kind.
 */
export function hebrewOrCyrillic(asHebrew: string): number | null {
  if (!lowerCaseOrHebrew.test(asHebrew)) return null
  let evidence = 0
  for (const letter of asHebrew) {
    const index = letter.charCodeAt(0) - 0x05d0
    evidence += Math.log((hebrewLetters[index] ?? 1) / (cyrillicLetters[index] ?? 1))
  }
  return Math.tanh(evidence / 2)
}

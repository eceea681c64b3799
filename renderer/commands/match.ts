import { distance } from 'fastest-levenshtein'
import { looseKey } from '../../shared/match-key.ts'

/** A text that is looked for among others: its words, folded. */
export type Sought = readonly string[]

/** What a person typed, ready to be looked for. */
export function soughtIn(text: string): Sought {
  return wordsIn(text)
}

/**
 * How well texts that name one thing fit what is sought: 0 is best, `null` not at all. Every sought word must be
 * found: as a word, the beginning of one, a part of one, or one with a typing error.
 */
export function fit(sought: Sought, texts: readonly string[]): number | null {
  const fits = texts.flatMap((text, place) => {
    const own = fitOf(sought, wordsIn(text))
    // The first text is the thing's name, others are by-names.
    return own === null ? [] : own + place * byName
  })
  return fits.length === 0 ? null : Math.min(...fits)
}

const byName = 0.3

const part = 2
const mistyped = 4

function fitOf(sought: Sought, words: readonly string[]): number | null {
  let sum = 0
  for (const one of sought) {
    const [best = null] = words
      .flatMap((word, place) => {
        const own = fitOfWord(one, word)
        return own === null ? [] : own + Math.min(place, 5) * 0.1
      })
      .sort((a, b) => a - b)
    if (best === null) return null
    sum += best
  }
  return sum
}

function fitOfWord(sought: string, word: string): number | null {
  if (word === sought) return 0
  if (word.startsWith(sought)) return 0.5
  if (sought.length > 1 && word.includes(sought)) return part
  return isTypo(sought, word) ? mistyped : null
}

/** Whether a word, or its beginning, was meant, with a letter wrong, too many, too few, or two swapped. */
function isTypo(sought: string, word: string): boolean {
  const { length } = sought
  if (length < 4) return false
  const allowed = length < 8 ? 1 : 2
  return [length - 1, length, length + 1].some((end) => {
    const beginning = word.slice(0, end)
    return distance(sought, beginning) <= allowed || areSwapped(sought, beginning)
  })
}

function areSwapped(one: string, other: string): boolean {
  const at = Array.from(one).findIndex((letter, place) => letter !== other[place])
  return (
    one.length === other.length &&
    at >= 0 &&
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  )
}

function wordsIn(text: string): string[] {
  return looseKey(text)
    .replace(/['"]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

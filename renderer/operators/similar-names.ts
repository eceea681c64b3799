import type { JoinedTexts } from './fold.ts'
import { slips } from './slips.ts'

/** The words of many rows, each kept once. */
export interface Vocabulary {
  readonly words: readonly string[]
  /** Which letters each word has, as bits. */
  readonly letters: Uint32Array
  /** The words of all rows, one row after another. */
  readonly wordAt: Uint32Array
  /** Where each row's words begin; one more at the end. */
  readonly starts: Uint32Array
}

/** The words of joined texts: some 60 ms for 100,000 names, hence not on the window's own thread. */
export function vocabularyOf({ text, starts }: JoinedTexts): Vocabulary {
  const numbers = new Map<string, number>()
  const wordAt: number[] = []
  const begins = new Uint32Array(starts.length)
  for (let row = 0; row < starts.length - 1; row += 1) {
    // The last character of a row's text only ends it.
    const words = text.slice(starts[row], (starts[row + 1] as number) - 1).split(/[ -]+/u)
    for (const word of words) {
      const number = numbers.get(word) ?? numbers.size
      numbers.set(word, number)
      wordAt.push(number)
    }
    begins[row + 1] = wordAt.length
  }
  const words = [...numbers.keys()]
  const letters = Uint32Array.from(words, lettersOf)
  return { words, letters, wordAt: Uint32Array.from(wordAt), starts: begins }
}

/** A bit for each letter; two letters may share one. */
function lettersOf(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31)
  return bits >>> 0
}

/** How many slips a word of a search may have: in short ones every letter counts. */
export function allowedSlips(word: string): number {
  if (word.length < 3) return 0
  return word.length < 6 ? 1 : 2
}

const far = 255

/** Rows that hold every word of a search but for some slips, the closest first, then as they were; so many at most. */
export function similarRows(
  vocabulary: Vocabulary,
  words: readonly string[],
  most: number
): Uint32Array {
  if (words.every((word) => allowedSlips(word) === 0)) return new Uint32Array(0)
  const distances = words.map((word) => distancesTo(vocabulary, word))
  const found: { readonly row: number; readonly slips: number }[] = []
  for (let row = 0; row < vocabulary.starts.length - 1; row += 1) {
    const sum = distances.reduce((total, of) => total + nearest(vocabulary, row, of), 0)
    if (sum < far) found.push({ row, slips: sum })
  }
  found.sort((one, other) => one.slips - other.slips || one.row - other.row)
  return Uint32Array.from(found.slice(0, most), ({ row }) => row)
}

/** For each word of the vocabulary how many slips away it is. */
function distancesTo({ words, letters }: Vocabulary, sought: string): Uint8Array {
  const allowed = allowedSlips(sought)
  const wanted = lettersOf(sought)
  return Uint8Array.from(words, (word, at) => {
    if (word.length < sought.length - allowed) return far
    // Each slip brings at most one letter that the word lacks.
    if (countBits(wanted & ~(letters[at] as number)) > allowed) return far
    if (word.includes(sought)) return 0
    const count = slips(sought, word, allowed)
    return count > allowed ? far : count
  })
}

function nearest({ wordAt, starts }: Vocabulary, row: number, distances: Uint8Array): number {
  let least = far
  for (let at = starts[row] as number; at < (starts[row + 1] as number); at += 1)
    least = Math.min(least, distances[wordAt[at] as number] as number)
  return least
}

function countBits(bits: number): number {
  let count = 0
  for (let left = bits >>> 0; left !== 0; left = (left & (left - 1)) >>> 0) count += 1
  return count
}

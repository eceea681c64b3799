import { looseKey } from '../../shared/match-key.ts'
import { nameAt, type OperatorColumns } from '../../shared/operator-columns.ts'

/** Texts of many rows in one string, so that one `indexOf` searches them all. */
export interface JoinedTexts {
  readonly text: string
  /** Where each row's text begins; one more at the end. */
  readonly starts: Uint32Array
}

/** Ends each row's text. A private-use character: no folding touches it and no name needs it. */
const end = '\ue002'

/** The names of a packed list, in order, from a row on. */
export function namesOf(columns: Pick<OperatorColumns, 'names' | 'ends'>, from = 0): string[] {
  return Array.from(columns.ends.subarray(from), (_, at) => nameAt(columns, from + at))
}

/** Names as search compares them: folded like those that are probably the same. */
export function foldNames(names: readonly string[]): JoinedTexts {
  // Folding all at once is several times faster than one by one; a name may hold the mark, though.
  const joined = join(looseKey(joinTexts(names)), names.length)
  return (
    joined ??
    (join(
      joinTexts(names.map((name) => looseKey(name.replaceAll(end, '')))),
      names.length
    ) as JoinedTexts)
  )
}

/** The loose key of each name, folded together like `foldNames`. */
export function looseKeys(names: readonly string[]): string[] {
  if (names.some((name) => name.includes(end))) return names.map(looseKey)
  const { text, starts } = foldNames(names)
  // Folded alone, a name would also be trimmed.
  return names.map((_, row) =>
    text.slice(starts[row], (starts[row + 1] as number) - end.length).trim()
  )
}

/** Ids as search compares them: their digits. */
export function joinIds(ids: Float64Array): JoinedTexts {
  return join(joinTexts(Array.from(ids, String)), ids.length) as JoinedTexts
}

/** One joined text after another. */
export function appended(one: JoinedTexts, other: JoinedTexts): JoinedTexts {
  const starts = new Uint32Array(one.starts.length + other.starts.length - 1)
  starts.set(one.starts)
  starts.set(
    other.starts.map((start) => start + one.text.length),
    one.starts.length - 1
  )
  return { text: one.text + other.text, starts }
}

/** The words of a search, folded; a row matches where it holds every one of them. */
export function wordsOf(search: string): string[] {
  return looseKey(search.replaceAll(end, ' '))
    .split(' ')
    .filter((word) => word !== '')
}

/**
 * Calls `found` with each row that holds every word, in order; with no word, with none. Each word is looked for
 * from where the others are found next: the rarest one sets the pace.
 */
export function search(
  { text, starts }: JoinedTexts,
  words: readonly string[],
  found: (row: number) => void
): void {
  const next = words.map(() => -1)
  const rows = words.length === 0 ? 0 : starts.length - 1
  for (let row = 0; row < rows;) {
    const from = starts[row] as number
    const holder = rowHolding(starts, row, furthestOf(text, { words, next, from }))
    if (holder === row) found(row++)
    else row = holder
  }
}

/** The row that holds a place in the text, from a row on; one beyond the last where none does. */
function rowHolding(starts: Uint32Array, from: number, place: number): number {
  let row = from
  while (row < starts.length - 1 && (starts[row + 1] as number) <= place) row += 1
  return row
}

/** Where the last of the words comes of which each comes next, `next` being kept up; Infinity where one comes no more. */
function furthestOf(
  text: string,
  { words, next, from }: { words: readonly string[]; next: number[]; from: number }
): number {
  let furthest = from
  for (let at = 0; at < words.length; at += 1) {
    if ((next[at] as number) < from) next[at] = placeOf(text, words[at] as string, from)
    furthest = Math.max(furthest, next[at] as number)
  }
  return furthest
}

function placeOf(text: string, word: string, from: number): number {
  const place = text.indexOf(word, from)
  return place < 0 ? Infinity : place
}

function joinTexts(texts: readonly string[]): string {
  return texts.length === 0 ? '' : texts.join(end) + end
}

/** Finds where each of `count` rows begins; `null` where the text holds another number of them. */
function join(text: string, count: number): JoinedTexts | null {
  const starts = new Uint32Array(count + 1)
  let row = 0
  for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end, at + 1)) {
    row += 1
    if (row > count) return null
    starts[row] = at + 1
  }
  return row === count ? { text, starts } : null
}

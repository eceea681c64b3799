/** Letters that were already gone when the file was saved: which sign stands for them, and a place that shows it. */
export interface LostLetters {
  readonly sign: '?' | '_' | '\ufffd'
  readonly example: string
}

const word = /[^\s,;|\t"]+/gu
const onlyMarks = /^[?.'()-]*\?[?.'()-]*\?[?.'()-]*$/u
const onlyUnderscores = /^[_.'()-]*_[_.'()-]*_[_.'()-]*$/u
const letter = /\p{L}/u
const enough = 0.3

/**
 * Whether a text shows that its letters were lost ("???? ?????", "____", U+FFFD in a file that is otherwise
 * sound); looks at the first 64 KiB. Nobody can bring those letters back: the file must be saved anew.
 */
export function lostLetters(text: string): LostLetters | null {
  const head = text.slice(0, 1 << 16)
  const counts = { '?': 0, _: 0, '\ufffd': 0 }
  const examples: Partial<Record<LostLetters['sign'], string>> = {}
  let words = 0
  for (const [found] of head.matchAll(word)) {
    const sign = signOf(found)
    if (sign !== null) {
      counts[sign] += 1
      examples[sign] ??= found
    }
    if (sign !== null || letter.test(found)) words += 1
  }
  const signs = ['?', '_', '\ufffd'] as const
  const sign = signs.find((each) => counts[each] > 0 && counts[each] >= words * enough)
  return sign === undefined ? null : { sign, example: examples[sign] ?? sign }
}

function signOf(found: string): LostLetters['sign'] | null {
  if (found.includes('\ufffd')) return '\ufffd'
  if (onlyMarks.test(found)) return '?'
  return onlyUnderscores.test(found) ? '_' : null
}

const hidden = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c\u00ad]/gu
const control = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/gu
const blanks = /[\s\u0085\u00a0]+/gu

/**
 * A name as it is sent: NFC, without hidden direction marks, zero-width and control characters, runs of
 * blanks as one blank, trimmed.
 */
export function clean(name: string): string {
  const visible = name.replace(hidden, '').replace(control, '')
  // Composed only now: a hidden mark can hold a letter and its accent apart.
  return visible.normalize('NFC').replace(blanks, ' ').trim()
}

/** Two names with equal keys are the *same* name: cleaned and case-folded. */
export function sameKey(name: string): string {
  return fold(clean(name))
}

function fold(name: string): string {
  const folded = name.toLowerCase().toUpperCase().toLowerCase().normalize('NFC')
  // Whether a sigma is a final one depends on its neighbours, which other foldings change.
  return folded.replace(/ς/gu, 'σ')
}

const marks = /\p{M}+/gu
const apostrophes = /[\u05f3\u2018\u2019\u201b\u02bc\u02b9\u0060\u00b4\u2032]/gu
const quotes = /[\u05f4\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/gu
const dashes = /[\u2010-\u2015\u2212\u05be\ufe58\ufe63\uff0d]/gu
const finals: Readonly<Record<string, string>> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' }
// й, ї and ґ are letters of their own, not letters with an accent: they survive the folding of diacritics.
const letters = /[\u0439\u0457]/gu

/**
 * Two names with equal keys are *probably the same*: also without Hebrew points and diacritics, with
 * apostrophes, quotes and dashes unified and Hebrew final letters folded. Search uses the same folding.
 */
export function looseKey(name: string): string {
  return withoutMarks(sameKey(name))
    .replace(apostrophes, "'")
    .replace(quotes, '"')
    .replace(dashes, '-')
    .replace(/[ךםןףץ]/gu, (letter) => finals[letter] ?? letter)
    .replace(blanks, ' ')
    .trim()
}

function withoutMarks(name: string): string {
  const kept = name.replace(letters, (letter) => (letter === 'й' ? '\ue000' : '\ue001'))
  const bare = kept.normalize('NFD').replace(marks, '').normalize('NFC')
  return bare.replace(/\ue000/gu, 'й').replace(/\ue001/gu, 'ї')
}

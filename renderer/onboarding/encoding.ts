/** Encodings that a list of people is saved in, by the labels of the WHATWG Encoding Standard. */
export type Encoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | CodePage
  | 'windows-1250'
  | 'koi8-u'
  | 'ibm866'
  | 'x-mac-cyrillic'

/** The code pages of Excel's plain "CSV" that are told apart by the shape of the words. */
export type CodePage = 'windows-1255' | 'windows-1251' | 'windows-1252'

/** The code pages that are scored, in the order in which a full tie is settled. */
export const codePages = [
  'windows-1255',
  'windows-1251',
  'windows-1252'
] as const satisfies readonly CodePage[]

/** Every encoding that can be chosen by hand; the first six are also found without help. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  ...codePages,
  'windows-1250',
  'koi8-u',
  'ibm866',
  'x-mac-cyrillic'
] as const satisfies readonly Encoding[]

const piece = 1 << 20

/** Told while bytes are decoded: how many are done. */
export type Progress = (done: number) => void

/** How to decode: the size of a piece in bytes, whom to tell, whether malformed bytes are an error. */
export interface Decoding {
  readonly size?: number
  readonly progress?: Progress
  readonly fatal?: boolean
}

/**
 * Bytes as text, without a byte order mark, through one streaming decoder, piece by piece, so that progress
 * can be told; a character that lies across a border stays whole. Bytes that mean nothing in the encoding
 * become U+FFFD; with `fatal` they throw a `TypeError`.
 */
export function decode(bytes: Uint8Array, encoding: Encoding, decoding: Decoding = {}): string {
  const { size = piece, progress, fatal = false } = decoding
  const decoder = new TextDecoder(encoding, { fatal })
  const pieces: string[] = []
  for (let from = 0; from < bytes.length; from += size) {
    pieces.push(decoder.decode(bytes.subarray(from, from + size), { stream: true }))
    progress?.(Math.min(from + size, bytes.length))
  }
  pieces.push(decoder.decode())
  return pieces.join('')
}

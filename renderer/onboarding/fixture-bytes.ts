import { decode, type Encoding } from './encoding.ts'

/** Text as bytes of any encoding, the way a spreadsheet saves it; throws for letters that it does not have. For tests. */
export function encode(
  text: string,
  encoding: Encoding,
  { bom = false } = {}
): Uint8Array<ArrayBuffer> {
  const marked = bom ? `\ufeff${text}` : text
  if (encoding === 'utf-8') return new TextEncoder().encode(marked)
  if (encoding === 'utf-16le' || encoding === 'utf-16be')
    return wide(marked, encoding === 'utf-16le')
  const bytes = reverse(encoding)
  return Uint8Array.from(text, (letter) => {
    const byte = bytes.get(letter)
    if (byte === undefined) throw new Error(`${encoding} has no ${letter}`)
    return byte
  })
}

function wide(text: string, littleEndian: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let at = 0; at < text.length; at += 1)
    view.setUint16(at * 2, text.charCodeAt(at), littleEndian)
  return new Uint8Array(view.buffer)
}

const reversed = new Map<Encoding, ReadonlyMap<string, number>>()

function reverse(encoding: Encoding): ReadonlyMap<string, number> {
  const known = reversed.get(encoding)
  if (known !== undefined) return known
  const bytes = Array.from({ length: 256 }, (_, byte) => byte)
  const made = new Map(bytes.map((byte) => [decode(Uint8Array.of(byte), encoding), byte]))
  reversed.set(encoding, made)
  return made
}

/** Whether every letter of a text is in an encoding. */
export function fits(text: string, encoding: Encoding): boolean {
  if (encoding.startsWith('utf')) return true
  const bytes = reverse(encoding)
  return Array.from(text).every((letter) => bytes.has(letter))
}

import { failed, ok, type Result } from '../../shared/result.ts'
import { limits, type ForeignKind, type IntakeFailure } from './intake-failure.ts'

/** What can be read: text in some encoding, or a workbook. */
export type Intake = 'text' | 'workbook'

/** What is known before a file is read: its name, its size, and its first bytes (4 KiB are plenty). */
export interface Dropped {
  readonly name: string
  readonly size: number
  readonly head: Uint8Array
}

/** Says by its content, never by its name alone, whether something dropped can be read, or what it is instead. */
export function classify({ name, size, head }: Dropped): Result<Intake, IntakeFailure> {
  if (size === 0) return failed({ kind: 'empty', name })
  if (starts(head, zip)) return workbook(name, size)
  if (starts(head, compound)) return failed(compoundFile(name, head))
  const what = foreign(head)
  if (what !== null) return failed({ kind: 'foreign', name, what })
  if (size > limits.textSize)
    return failed({ kind: 'too-large', name, size, limit: limits.textSize })
  return ok('text')
}

function workbook(name: string, size: number): Result<Intake, IntakeFailure> {
  if (size > limits.workbookSize)
    return failed({ kind: 'too-large', name, size, limit: limits.workbookSize })
  return ok('workbook')
}

const zip = [0x50, 0x4b, 0x03, 0x04]
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

const signatures: readonly (readonly [ForeignKind, readonly number[]])[] = [
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x42, 0x4d]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['image', [0x00, 0x00, 0x01, 0x00]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['archive', [0x50, 0x4b, 0x05, 0x06]],
  ['archive', [0x1f, 0x8b]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['archive', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
  ['program', [0x4d, 0x5a]],
  ['program', [0xcf, 0xfa, 0xed, 0xfe]]
]

function starts(head: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => head[at] === byte)
}

/** Office's old container: an .xls, or an .xlsx that is locked by a password. */
function compoundFile(name: string, head: Uint8Array): IntakeFailure {
  const wide = new TextDecoder('utf-16le').decode(head)
  if (wide.includes('EncryptedPackage') || wide.includes('EncryptionInfo'))
    return { kind: 'encrypted-workbook', name }
  if (wide.includes('WordDocument')) return { kind: 'foreign', name, what: 'word-document' }
  return /\.xlsx$/iu.test(name)
    ? { kind: 'encrypted-workbook', name }
    : { kind: 'foreign', name, what: 'old-excel' }
}

const page = /^\s*(?:<!doctype html|<html|<head|<body|<table|<\?xml|<svg)/iu

function foreign(head: Uint8Array): ForeignKind | null {
  const found = signatures.find(([, signature]) => starts(head, signature))
  // "BM" and "MZ" may begin a name: in binary files zero bytes follow soon.
  if (found !== undefined && (found[1].length > 2 || head.includes(0))) return found[0]
  const text = new TextDecoder('windows-1252').decode(head.subarray(0, 512))
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image'
  if (text.slice(4, 8) === 'ftyp') return 'image'
  if (page.test(text.replace(/^\u00ef\u00bb\u00bf/u, '')))
    return /<svg/iu.test(text) ? 'image' : 'web-page'
  return isBinary(head) ? 'unknown-binary' : null
}

/** Control characters are rare in text of any encoding; zero bytes stand at every other place of UTF-16 only. */
function isBinary(head: Uint8Array): boolean {
  if (head[0] === 0xff && head[1] === 0xfe) return false
  if (head[0] === 0xfe && head[1] === 0xff) return false
  const upper = [0, 0]
  let control = 0
  head.forEach((byte, at) => {
    const side = at % 2
    if (byte === 0 || byte === 4 || byte === 5) upper[side] = (upper[side] ?? 0) + 1
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) control += 1
  })
  const [even = 0, odd = 0] = upper
  const wide = Math.max(even, odd) >= head.length * 0.3 && Math.min(even, odd) < head.length * 0.05
  if (wide) return control > head.length * 0.4
  return even + odd > head.length * 0.02 || control > Math.max(1, head.length * 0.02)
}

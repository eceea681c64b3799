// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectEncoding, readText, type Hints } from './detect-encoding.ts'
import { decode, encodings, type CodePage } from './encoding.ts'
import { encode, fits } from './fixture-bytes.ts'
import { lists } from './fixture-names.ts'

const english: Hints = { remembered: null, locale: 'en' }

/** A locale whose own code page is another, so that a tie cannot be settled by luck. */
function misleading(codePage: CodePage): Hints {
  return {
    remembered: null,
    locale: codePage === 'windows-1252' ? 'he' : codePage === 'windows-1255' ? 'uk' : 'he'
  }
}

interface ShortList {
  readonly codePage: CodePage
  readonly text: string
}

function shortLists(): ShortList[] {
  const styles = [
    (name: string) => name,
    (name: string) => name.toUpperCase(),
    (name: string) => name.split(' ').reverse().join(', '),
    (name: string) => `"${name}";24`
  ]
  return Object.values(lists).flatMap(({ codePage, names }) =>
    styles.flatMap((style) =>
      [2, 3, 5, 8, 13].flatMap((length) =>
        names.map((_, start) => {
          const chosen = Array.from(
            { length },
            (_each, index) => names[(start + index * 5) % names.length] ?? ''
          )
          return { codePage, text: chosen.map(style).join('\r\n') }
        })
      )
    )
  )
}

describe('finding the encoding', () => {
  it('tells code pages of short lists of names by the shape of their words, whatever the language of the app', () => {
    const tried = shortLists().filter(({ codePage, text }) => fits(text, codePage))
    const wrong = tried.filter(
      ({ codePage, text }) =>
        detectEncoding(encode(text, codePage), misleading(codePage)).encoding !== codePage
    )
    expect(tried.length).toBeGreaterThan(1500)
    expect(wrong.length / tried.length).toBeLessThan(0.01)
  })

  it('tells single names but for a few that could be either', () => {
    const single = Object.values(lists).flatMap(({ codePage, names }) =>
      names.map((text) => ({ codePage, text }))
    )
    const tried = single.filter(({ codePage, text }) => fits(text, codePage))
    const wrong = tried.filter(
      ({ codePage, text }) =>
        detectEncoding(encode(text, codePage), misleading(codePage)).encoding !== codePage
    )
    expect(tried.length).toBeGreaterThan(80)
    expect(wrong.length / tried.length).toBeLessThan(0.05)
  })

  it('obeys a byte order mark', () => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
      const read = readText(encode('דנה\r\nІван', encoding, { bom: true }), english)
      expect(read).toEqual({ text: 'דנה\r\nІван', detection: { encoding, by: 'bom', damaged: 0 } })
    }
  })

  it('knows UTF-16 without a mark by its zero bytes, in any script', () => {
    for (const text of ['Dana\r\nJohn Smith', 'דנה כהן\r\nמשה לוי', 'Іван Франко\r\nЛеся']) {
      for (const encoding of ['utf-16le', 'utf-16be'] as const) {
        expect(detectEncoding(encode(text, encoding), english)).toEqual({
          encoding,
          by: 'zero-bytes',
          damaged: 0
        })
      }
    }
  })

  it('knows UTF-8 and plain ASCII', () => {
    expect(detectEncoding(encode('Zoë', 'utf-8'), english).by).toBe('utf-8')
    expect(detectEncoding(encode('Dana', 'utf-8'), english).by).toBe('ascii')
    expect(detectEncoding(new Uint8Array(), english).by).toBe('ascii')
  })

  it('reads UTF-8 with a damaged place as UTF-8, and says so', () => {
    const bytes = encode('דנה כהן\r\nמשה לוי\r\nרבקה', 'utf-8')
    const cut = bytes.subarray(0, bytes.length - 1)
    expect(detectEncoding(cut, english)).toEqual({ encoding: 'utf-8', by: 'utf-8', damaged: 1 })
  })

  it('settles a tie by the last choice, then by the language of the app', () => {
    // Bytes that no code page has words for.
    const bytes = Uint8Array.of(0x41, 0x20, 0xa9, 0x20, 0x42)
    expect(detectEncoding(bytes, { remembered: 'windows-1251', locale: 'he' })).toMatchObject({
      encoding: 'windows-1251',
      by: 'remembered'
    })
    expect(detectEncoding(bytes, { remembered: null, locale: 'he' })).toMatchObject({
      encoding: 'windows-1255',
      by: 'locale'
    })
    expect(detectEncoding(bytes, { remembered: 'utf-16le', locale: 'uk' })).toMatchObject({
      encoding: 'windows-1251',
      by: 'locale'
    })
  })

  it('finds words of another script far inside a large file', () => {
    const text = `name\r\n${'Dana Levi\r\n'.repeat(20_000)}${lists.ukrainian.names.slice(0, 4).join('\r\n')}`
    expect(detectEncoding(encode(text, 'windows-1251'), misleading('windows-1251')).encoding).toBe(
      'windows-1251'
    )
  })

  it('reads any bytes without an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const { text, detection } = readText(bytes, english)
        expect(text).toBe(decode(bytes, detection.encoding))
      })
    )
  })
})

describe('decoding', () => {
  it('gives the same text whatever the size of the pieces', () => {
    const text = fc.array(
      fc.constantFrom('דנה', 'Ґалаґан', 'Zoë', '\u{1f600}', '\r\n', 'a', ';', '׳'),
      { maxLength: 60 }
    )
    fc.assert(
      fc.property(
        text,
        fc.constantFrom(...encodings),
        fc.integer({ min: 1, max: 9 }),
        (parts, encoding, size) => {
          const whole = parts.filter((part) => fits(part, encoding)).join('')
          fc.pre(!whole.startsWith('\ufeff'))
          expect(decode(encode(whole, encoding), encoding, { size })).toBe(whole)
        }
      )
    )
  })

  it('gives the same text for any bytes, malformed ones too', () => {
    fc.assert(
      fc.property(
        fc.uint8Array(),
        fc.constantFrom(...encodings),
        fc.integer({ min: 1, max: 9 }),
        (bytes, encoding, size) => {
          expect(decode(bytes, encoding, { size })).toBe(decode(bytes, encoding))
        }
      )
    )
  })

  it('tells how far it is', () => {
    const told: number[] = []
    decode(new Uint8Array(25), 'utf-8', { size: 10, progress: (done) => told.push(done) })
    expect(told).toEqual([10, 20, 25])
  })
})

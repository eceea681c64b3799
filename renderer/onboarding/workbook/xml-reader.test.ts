import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { XmlDecoder } from './xml-decoder.ts'
import { XmlReader, type XmlEvents } from './xml-reader.ts'
import { attributeOf } from './xml-text.ts'

/** What was told, texts in one piece. */
class Told implements XmlEvents {
  readonly fault = null
  readonly all: string[] = []
  private said = ''

  open(name: string, tag: string): void {
    this.flush()
    this.all.push(`<${name}${tag}>`)
  }

  close(name: string): void {
    this.flush()
    this.all.push(`</${name}>`)
  }

  text(text: string): void {
    this.said += text
  }

  private flush(): void {
    if (this.said !== '') this.all.push(this.said)
    this.said = ''
  }
}

function toldOf(pieces: readonly Uint8Array[]): readonly string[] {
  const told = new Told()
  const reader = new XmlReader(told)
  const decoder = new XmlDecoder()
  for (const piece of pieces) reader.write(decoder.decode(piece))
  reader.write(decoder.end())
  reader.end()
  return reader.damaged ? ['damaged'] : told.all
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, little: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  Array.from({ length: text.length }, (_, at) =>
    view.setUint16(at * 2, text.charCodeAt(at), little)
  )
  return new Uint8Array(view.buffer)
}

const awkward = `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE x>\r\n<!-- <a> & "--" -- > -->
<x:a k='1>2' l = "&quot;'&#x5d3;" xmlns:k="no"><b/>דנה &amp; &#1488;&#x1F600;&nbsp;&#x;& co<c
 d="/"/>😀<![CDATA[<raw> & ]] ]>]]><?pi <b> ?></x:a>
<!-- end -->`

const awkwardTold = [
  `<a k='1>2' l = "&quot;'&#x5d3;" xmlns:k="no">`,
  '<b>',
  '</b>',
  'דנה & א😀&nbsp;&#x;& co',
  '<c\n d="/">',
  '</c>',
  '😀<raw> & ]] ]>',
  '</a>'
]

function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const borders = [0, ...[...places].sort((one, other) => one - other), bytes.length]
  return borders.slice(1).map((end, at) => bytes.subarray(borders[at], end))
}

describe('XML', () => {
  it.each([
    ['UTF-8', utf8(awkward)],
    ['UTF-8 with a mark', utf8(`\ufeff${awkward}`)],
    ['UTF-16', utf16(`\ufeff${awkward}`, true)],
    ['UTF-16, the other way round', utf16(`\ufeff${awkward}`, false)],
    ['UTF-16 without a mark', utf16(awkward, true)]
  ])('is the same wherever its bytes are cut: %s', (_, bytes) => {
    expect(toldOf([bytes])).toEqual(awkwardTold)
    expect(toldOf(Array.from(bytes, (_byte, at) => bytes.subarray(at, at + 1)))).toEqual(
      awkwardTold
    )
    fc.assert(
      fc.property(fc.array(fc.nat(bytes.length), { maxLength: 12 }), (places) => {
        expect(toldOf(cut(bytes, places))).toEqual(awkwardTold)
      })
    )
  })

  it.each([
    ['nothing', ''],
    ['no tag', 'Dana'],
    ['text behind its end', '<a/>x'],
    ['a second one behind it', '<a/><b/>'],
    ['a tag that is not closed', '<a><b></a>'],
    ['a tag that ends nowhere', '<a><b'],
    ['an end without a beginning', '</a>'],
    ['ends that are swapped', '<a><b></a></b>'],
    ['a tag without a name', '<a>< b/></a>'],
    ['a comment without an end', '<a/><!-- '],
    ['characters outside', '<![CDATA[x]]><a/>'],
    ['entities of its own', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'],
    ['another declaration', '<a><!ELEMENT b></a>'],
    ['tags in tags without an end', '<a>'.repeat(300) + '</a>'.repeat(300)]
  ])('is damaged: %s', (_, xml) => {
    const bytes = utf8(xml)
    expect(toldOf([bytes])).toEqual(['damaged'])
    expect(toldOf(Array.from(bytes, (_byte, at) => bytes.subarray(at, at + 1)))).toEqual([
      'damaged'
    ])
  })

  it('of one tag that never ends is not held', () => {
    const reader = new XmlReader(new Told())
    let pieces = 0
    for (; !reader.damaged && pieces < 100; pieces += 1) reader.write(`<a${' '.repeat(1 << 16)}`)
    expect(pieces).toBeLessThan(20)
  })

  it('of a single long text takes no longer than its length', () => {
    const told = new Told()
    const reader = new XmlReader(told)
    reader.write('<a>')
    for (let piece = 0; piece < 2000; piece += 1) reader.write(`${'x'.repeat(1 << 14)}&am`)
    reader.write('</a>')
    expect(told.all[1]).toHaveLength(2000 * ((1 << 14) + 3))
  })
})

describe('an attribute', () => {
  const tag = ` r = "A1" xr:id='r&amp;1' xmlns:t="no" s="1"`

  it('is found by its name, whatever its prefix and its quotes', () => {
    const all = ['r', 'id', 't', 's', 'A1', 'd'].map((name) => attributeOf(tag, name))
    expect(all).toEqual(['A1', 'r&1', null, '1', null, null])
  })

  it.each(['', ' r', ' r=', ' r=A1', ' r="A1', '=', '="x"'])(
    'that is broken is none: %s',
    (broken) => {
      expect(attributeOf(broken, 'r')).toBeNull()
    }
  )
})

// @vitest-environment node
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { archiveOf } from '../fixture-archive.ts'
import { archive, packedFile, workbookFiles } from '../fixture-workbook.ts'
import { readWorkbook } from '../read-workbook.ts'
import { rowAt, rowCount } from '../table.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const sheet1 = 'xl/worksheets/sheet1.xml'
const list = workbookFiles({
  Team: [
    ['Name', 'Org'],
    ['דנה <לוי> & co', 24],
    ['Іван', 31.5]
  ],
  'Second one': [['Ruth']]
})

/** With a part of every kind. */
const whole = {
  ...list,
  'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>Dana</t></si><si><r><t>No</t></r><r><t>a</t></r></si></sst>`,
  'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
  'xl/worksheets/sheet2.xml': `<x:worksheet xmlns:x="${main}"><x:sheetData><x:row r="2"><x:c r="A2" t="s"><x:v>1</x:v></x:c><x:c r="B2" s="1"><x:v>45292</x:v></x:c></x:row><x:row r="4"><x:c r="A4" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="B2:B4"/></x:mergeCells></x:worksheet>`
}

async function told(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const read = await readWorkbook(bytes, 'team.xlsx')
  if (!read.ok) return read.failure.kind
  const rows = read.value.map(({ name, table }) => [
    name,
    ...Array.from({ length: rowCount(table) }, (_, row) => rowAt(table, row))
  ])
  return JSON.stringify(rows)
}

const letter = fc.oneof(fc.constantFrom(...'<>"/&;=!?[]-AZaz019 _x:\u0000'), fc.string())

describe('a broken workbook', () => {
  it.each(['deflated', 'stored'] as const)(
    'is read as it was or not at all, whichever of its bytes are broken: %s',
    async (method) => {
      const bytes = await archive(whole, method)
      const right = await told(bytes)
      // A path may be broken into another one; what lies there then is left out, never read as something else.
      const place = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255))
      await fc.assert(
        fc.asyncProperty(fc.array(place, { minLength: 1, maxLength: 4 }), async (places) => {
          const broken = bytes.slice()
          for (const [at, byte] of places) broken[at] = byte
          const read = await told(broken)
          if (read.startsWith('[')) expect(right).toContain(read.slice(1, -1))
        }),
        { numRuns: 400 }
      )
    },
    60_000
  )

  it('is refused wherever it is cut off', async () => {
    const bytes = await archive(whole)
    const kinds = new Set<string>()
    for (let end = 0; end < bytes.length; end += 7) kinds.add(await told(bytes.slice(0, end)))
    expect([...kinds]).toEqual(['damaged-workbook'])
  })

  it('is a table or a failure, whatever stands in its parts', async () => {
    const paths = fc.constantFrom(...(Object.keys(whole) as (keyof typeof whole)[]))
    const change = fc.record({ at: fc.nat(), cut: fc.nat(12), put: letter })
    await fc.assert(
      fc.asyncProperty(paths, fc.array(change, { maxLength: 4 }), async (path, changes) => {
        const text = changes.reduce((before, { at, cut, put }) => {
          const from = at % (before.length + 1)
          return before.slice(0, from) + put + before.slice(from + cut)
        }, whole[path])
        expect(await told(await archive({ ...whole, [path]: text }))).toMatch(/^(?:\[|[a-z-]+$)/u)
      }),
      { numRuns: 200 }
    )
  }, 60_000)

  it('is refused where its directory says another size or another checksum', async () => {
    const files = await Promise.all(
      Object.entries(list).map(([path, text]) => packedFile(path, text))
    )
    const changed = (change: object) =>
      told(archiveOf(files.map((file) => (file.path === sheet1 ? { ...file, ...change } : file))))
    expect(await changed({})).toContain('Іван')
    expect(await changed({ crc: 1 })).toBe('damaged-workbook')
    expect(await changed({ size: 1 })).toBe('damaged-workbook')
  })

  it.each([
    ['a text that is not there', '<row><c t="s"><v>2</v></c></row>'],
    ['a text without a number', '<row><c t="s"><v>x</v></c></row>'],
    ['a style that is not there', '<row><c s="2"><v>1</v></c></row>'],
    ['a type that nobody knows', '<row><c t="q"><v>1</v></c></row>'],
    ['rows in another order', '<row r="2"><c><v>1</v></c></row><row r="1"/>'],
    ['cells in another order', '<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>'],
    ['a cell without a row', '<c><v>1</v></c>'],
    ['a row in a row', '<row><row/></row>'],
    ['a cell that stands nowhere', '<row r="1"><c r="1A"><v>1</v></c></row>'],
    ['a row beyond the last', '<row r="1048577"/>'],
    ['a column beyond the last', '<row r="1"><c r="XFE1"/></row>']
  ])('is refused for %s', async (_, rows) => {
    const xml = `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`
    expect(await told(await archive({ ...whole, [sheet1]: xml }))).toBe('damaged-workbook')
  })
})

describe('a workbook that would take too much', () => {
  const rows = (count: number, row: string) =>
    `<worksheet xmlns="${main}"><sheetData>${row.repeat(count)}</sheetData></worksheet>`

  it('is refused for its rows, as soon as there are too many', async () => {
    const many = rows(200_001, '<row><c><v>1</v></c></row>')
    expect(await told(await archive({ ...list, [sheet1]: many }))).toBe('too-many-rows')
    const empty = rows(300_000, '<row><c/></row>').replace('<c/>', '<c><v>1</v></c>')
    expect(await told(await archive({ ...list, [sheet1]: empty }))).toBe(
      '[["Team",["1"]],["Second one",["Ruth"]]]'
    )
  })

  it('is refused for its width, where its rows would be unrolled to millions of cells', async () => {
    const wide = rows(2000, '<row><c/></row>').replace(
      '</sheetData>',
      '<row><c r="XFD2001"><v>1</v></c></row></sheetData>'
    )
    expect(await told(await archive({ ...list, [sheet1]: wide }))).toBe('too-wide')
    const faraway = wide.replace('<v>1</v>', '')
    expect(await told(await archive({ ...list, [sheet1]: faraway }))).toBe(
      '[["Second one",["Ruth"]]]'
    )
  })

  it('reads a sheet once that is listed a thousand times, and no ten thousand sheets', async () => {
    const listing = (count: number) => {
      const book = list['xl/workbook.xml'] ?? ''
      const sheets = '<sheet name="Team" sheetId="1" r:id="r1"/>'.repeat(count)
      return { ...list, 'xl/workbook.xml': book.replace('<sheets>', `<sheets>${sheets}`) }
    }
    let messages = 0
    const thousand = await archive(listing(1000))
    const read = await readWorkbook(thousand, 'x', () => (messages += 1))
    expect(read.ok && read.value.length).toBe(1002)
    expect(messages).toBeLessThan(10)
    expect(await told(await archive(listing(20_000)))).toBe('damaged-workbook')
  })

  it('holds a text once that all its cells share', async () => {
    const long = 'x'.repeat(1 << 20)
    const strings = `<sst xmlns="${main}"><si><t>${long}</t></si></sst>`
    const many = rows(50_000, '<row><c t="s"><v>0</v></c></row>')
    const files = { ...list, 'xl/sharedStrings.xml': strings, [sheet1]: many }
    const read = await readWorkbook(await archive(files), 'x')
    if (!read.ok) throw new Error(read.failure.kind)
    const [team] = read.value
    expect(team?.table.lines.length).toBe(50_000)
    expect(team?.table.text.length).toBeLessThan(long.length + 1000)
  })
})

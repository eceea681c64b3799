// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { archive, workbookFiles } from '../fixture-workbook.ts'
import { readWorkbook } from '../read-workbook.ts'
import { rowAt, rowCount } from '../table.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const sheet1 = 'xl/worksheets/sheet1.xml'
const book = 'xl/workbook.xml'
const relations = 'xl/_rels/workbook.xml.rels'
const plain = workbookFiles({ Team: [['Dana']], Other: [['Noa']] })
const text = (path: keyof typeof plain): string => plain[path] ?? ''

type Files = Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>

async function told(files: Files): Promise<unknown> {
  const read = await readWorkbook(await archive(files), 'team.xlsx')
  if (!read.ok) return read.failure.kind
  return read.value.map(({ name, table }) => [
    name,
    ...Array.from({ length: rowCount(table) }, (_, row) => rowAt(table, row))
  ])
}

/** The first sheet with this inside of its "sheetData". */
function withRows(rows: string, more: Files = {}): Files {
  const xml = `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`
  return { ...plain, [sheet1]: xml, ...more }
}

async function rowsOf(rows: string, more: Files = {}): Promise<unknown> {
  const sheets = await told(withRows(rows, more))
  return Array.isArray(sheets) ? (sheets[0] as unknown[]).slice(1) : sheets
}

const both = [
  ['Team', ['Dana']],
  ['Other', ['Noa']]
]

function utf16(xml: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Uint16Array.from(`\ufeff${xml}`, (unit) => unit.charCodeAt(0)).buffer)
}

describe('the parts of a workbook', () => {
  it.each<[string, Files]>([
    [
      'by the addresses of the strict edition',
      {
        ...plain,
        [relations]: text(relations).replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/',
          'http://purl.oclc.org/ooxml/officeDocument/'
        )
      }
    ],
    [
      'by paths from the top',
      { ...plain, [relations]: text(relations).replaceAll('"worksheets/', '"/xl/worksheets/') }
    ],
    [
      'by paths with detours',
      {
        ...plain,
        [relations]: text(relations).replaceAll('"worksheets/', '"./../xl/./worksheets/')
      }
    ],
    [
      'by paths in other cases, as some programs write them',
      {
        ...plain,
        [relations]: text(relations).replaceAll('"worksheets/sheet', '"Worksheets/Sheet')
      }
    ],
    [
      'by paths with the separators of Windows',
      Object.fromEntries(
        Object.entries(plain).map(([path, xml]) => [
          path.replace('xl/worksheets/', 'xl\\worksheets\\'),
          xml
        ])
      )
    ],
    [
      'where the archive says that the workbook is',
      Object.fromEntries(
        Object.entries(plain).map(([path, xml]) => [
          path.replace('workbook.xml', 'book.xml'),
          xml.replace('xl/workbook.xml', '/xl/book.xml')
        ])
      )
    ],
    [
      'in prefixed tags',
      {
        ...plain,
        [book]: text(book)
          .replaceAll(/<(\/?)(\w)/gu, '<$1x:$2')
          .replace('xmlns=', 'xmlns:x='),
        [sheet1]: text(sheet1)
          .replaceAll(/<(\/?)(\w)/gu, '<$1x:$2')
          .replace('xmlns=', 'xmlns:x=')
      }
    ],
    ['in UTF-16', { ...plain, [sheet1]: utf16(text(sheet1)), [book]: utf16(text(book)) }],
    [
      'beside others that are none',
      { ...plain, 'xl/media/1.png': 'x', 'docProps/app.xml': '<broken' }
    ]
  ])('are found: %s', async (_, files) => {
    expect(await told(files)).toEqual(both)
  })

  it('that are missing make it a damaged one', async () => {
    const files = Object.fromEntries(Object.entries(plain).filter(([path]) => path !== sheet1))
    expect(await told(files)).toBe('damaged-workbook')
  })

  it('have names with letters that XML cannot hold', async () => {
    const named = text(book).replace('name="Team"', 'name="&lt;Team&gt; _x0041_"')
    expect(await told({ ...plain, [book]: named })).toEqual([['<Team> A', ['Dana']], both[1]])
  })
})

describe('cells', () => {
  it('follow each other where they do not say where they stand', async () => {
    const rows =
      '<row><c><v>1</v></c><c/><c><v>2</v></c></row><row r="4"><c r="B4"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>'
    expect(await rowsOf(rows)).toEqual([
      ['1', '', '2'],
      ['', '3', '4'],
      ['5', '', '']
    ])
    const read = await readWorkbook(await archive(withRows(rows)), 'x')
    expect(read.ok && [...(read.value[0]?.table.lines ?? [])]).toEqual([1, 4, 5])
  })

  it('stand where they say, in a row that does not', async () => {
    const rows = '<row><c r="A3"><v>1</v></c></row><row><c><v>2</v></c></row>'
    const read = await readWorkbook(await archive(withRows(rows)), 'x')
    expect(read.ok && [...(read.value[0]?.table.lines ?? [])]).toEqual([3, 4])
  })

  it('have texts with references, comments and raw characters', async () => {
    const rows =
      '<row><c t="str"><f>A1&amp;"&lt;"</f><v>a &lt;<!-- x -->b&gt; &#x5d0;<![CDATA[<&amp;>]]></v></c><c t="inlineStr"><is><t>x_x000D_</t><rPh sb="0" eb="1"><t>no</t></rPh></is></c></row>'
    expect(await rowsOf(rows)).toEqual([['a <b> א<&amp;>', 'x\r']])
  })

  it('have numbers as a person sees them', async () => {
    const numbers = ['12345678901', '1.2345678901E10', '0.1', '1E-5', '123456789012345678', 'x']
    const rows = `<row>${numbers.map((each) => `<c><v>${each}</v></c>`).join('')}</row>`
    expect(await rowsOf(rows)).toEqual([
      ['12345678901', '12345678901', '0.1', '1E-5', '123456789012345678', 'x']
    ])
  })

  it('have days, wherever the year zero of the workbook is', async () => {
    const styles = `<styleSheet xmlns="${main}"><cellStyleXfs><xf/><xf numFmtId="22"/></cellStyleXfs><cellXfs><xf numFmtId="14"/><xf xfId="1"/><xf numFmtId="0" xfId="1"/></cellXfs></styleSheet>`
    const day = (style: number, value: string) => `<c s="${style}"><v>${value}</v></c>`
    const rows = `<row>${day(0, '45292')}${day(1, '45292.9')}${day(2, '45292')}${day(0, '1E9')}</row>`
    const more = { 'xl/styles.xml': styles }
    const later = text(book).replace('<sheets>', '<workbookPr date1904="true"/><sheets>')
    const tail = ['45292', '1000000000']
    expect(await rowsOf(rows, more)).toEqual([['2024-01-01', '2024-01-01', ...tail]])
    expect(await rowsOf(rows, { ...more, [book]: later })).toEqual([
      ['2028-01-02', '2028-01-02', ...tail]
    ])
  })

  it('have days that are written as such, in whatever part of the world they are read', async () => {
    const days = ['2024-02-29T00:00:00', '2024-02-29', '2024-02-29T23:59:59Z', 'soon']
    const rows = `<row>${days.map((each) => `<c t="d"><v>${each}</v></c>`).join('')}</row>`
    expect(await rowsOf(rows)).toEqual([['2024-02-29', '2024-02-29', '2024-02-29', 'soon']])
  })
})

it('tells how much of the file is read, up to all of it', async () => {
  let seed = 1
  const random = (): number => (seed = (seed * 48271) % 2147483647)
  const files = workbookFiles({
    Team: Array.from({ length: 20_000 }, () => [`${random()}`, `${random()}`])
  })
  const bytes = await archive(files)
  const told: number[] = []
  const read = await readWorkbook(bytes, 'team.xlsx', (done) => told.push(done))
  expect(read.ok).toBe(true)
  expect(told.length).toBeGreaterThan(10)
  expect(told.length).toBeLessThan(250)
  expect(told).toEqual([...told].sort((one, other) => one - other))
  expect(told.at(-1)).toBe(bytes.length)
})

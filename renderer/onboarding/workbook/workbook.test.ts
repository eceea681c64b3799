// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { archive, workbookFiles } from '../fixture-workbook.ts'
import { readWorkbook } from '../read-workbook.ts'
import { read, takenFile } from '../reading.ts'
import { rowAt, rowCount } from '../table.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const styles = `<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="0000000000"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>`

/** Cells of one row as they stand in the file, and what must be read. */
interface Case {
  readonly what: string
  readonly row: string
  readonly read: readonly string[]
  readonly shared?: string
  /** Beside the rows. */
  readonly more?: string
}

const cases: readonly Case[] = [
  {
    what: 'a formula has the value that was worked out last',
    row: '<c r="A1" t="str"><f>B1&amp;C1</f><v>Dana Levi</v></c><c r="B1"><f>12*2</f><v>24</v></c><c r="C1" t="b"><f>TRUE()</f><v>1</v></c>',
    read: ['Dana Levi', '24', 'true']
  },
  {
    what: 'a formula that was never worked out is empty',
    row: '<c r="A1" t="str"><f>B1</f></c><c r="B1" t="inlineStr"><is><t>x</t></is></c>',
    read: ['', 'x']
  },
  {
    what: 'a date is a date, however it is shown',
    row: '<c r="A1" s="1"><v>45292</v></c><c r="B1" t="d"><v>2024-02-29T00:00:00</v></c>',
    read: ['2024-01-01', '2024-02-29']
  },
  {
    what: 'numbers stay as they are written, long and broken ones too',
    row: '<c r="A1" s="2"><v>501234567</v></c><c r="B1"><v>24</v></c><c r="C1"><v>1.1000000000000001</v></c><c r="D1"><v>12345678901234567</v></c>',
    read: ['501234567', '24', '1.1', '12345678901234567']
  },
  {
    what: 'numbers in the short form of large ones',
    row: '<c r="A1"><v>1E3</v></c><c r="B1"><v>2.4E1</v></c>',
    read: ['1000', '24']
  },
  {
    what: 'rich text is one text, without what is said about its sound',
    row: '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>',
    shared:
      '<si><r><rPr><b/></rPr><t>Dana </t></r><r><t xml:space="preserve">Levi</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si><t>Іван_x0041_</t></si>',
    read: ['Dana Levi', 'ІванA']
  },
  {
    what: 'inline rich text is one text',
    row: '<c r="A1" t="inlineStr"><is><r><t>רס"ן </t></r><r><rPr><i/></rPr><t>כהן</t></r></is></c>',
    read: ['רס"ן כהן']
  },
  {
    what: 'an error is read as what the cell shows',
    row: '<c r="A1" t="e"><f>VLOOKUP(1,B:B,1)</f><v>#N/A</v></c><c r="B1" s="1" t="e"><v>#REF!</v></c><c r="C1" t="inlineStr"><is><t>x</t></is></c>',
    read: ['#N/A', '#REF!', 'x']
  },
  {
    what: 'of cells merged across the first has the text',
    row: '<c r="A1" t="inlineStr"><is><t>Dana</t></is></c><c r="B1"/><c r="C1" t="inlineStr"><is><t>x</t></is></c>',
    more: '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
    read: ['Dana', '', 'x']
  },
  {
    what: 'cells say where they stand: gaps are empty',
    row: '<c r="B1" t="inlineStr"><is><t>Dana</t></is></c><c r="D1"><v>1</v></c>',
    read: ['', 'Dana', '', '1']
  },
  {
    what: 'line breaks and blanks inside a cell are kept',
    row: '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> Dana&#10;Levi </t></is></c>',
    read: [' Dana\nLevi ']
  }
]

function sheetOf(row: string, more = ''): string {
  return `<worksheet xmlns="${main}"><sheetViews><sheetView rightToLeft="1" workbookViewId="0"/></sheetViews><sheetData><row r="1">${row}</row></sheetData>${more}</worksheet>`
}

async function rowsOf(files: Record<string, string>): Promise<readonly (readonly string[])[]> {
  const result = await readWorkbook(await archive(files), 'team.xlsx')
  if (!result.ok) return [[result.failure.kind]]
  return result.value.map(({ name, table }) => [
    name,
    ...Array.from({ length: rowCount(table) }, (_, row) => rowAt(table, row)).flat()
  ])
}

describe('a workbook as Excel and others write it', () => {
  it.each(cases)('$what', async ({ row, shared = '', more, read }) => {
    const files = {
      ...workbookFiles({ Team: [] }),
      'xl/worksheets/sheet1.xml': sheetOf(row, more),
      'xl/sharedStrings.xml': `<sst xmlns="${main}">${shared}</sst>`,
      'xl/styles.xml': styles
    }
    expect(await rowsOf(files)).toEqual([['Team', ...read]])
  })

  it('offers hidden sheets last', async () => {
    const files = workbookFiles({ Lists: [['a']], Old: [['b']], צוות: [['דנה']], More: [['c']] })
    const workbook = (files['xl/workbook.xml'] ?? '')
      .replace('sheetId="1"', 'sheetId="1" state="hidden"')
      .replace('sheetId="2"', 'sheetId="2" state="veryHidden"')
    expect(await rowsOf({ ...files, 'xl/workbook.xml': workbook })).toEqual([
      ['צוות', 'דנה'],
      ['More', 'c'],
      ['Lists', 'a'],
      ['Old', 'b']
    ])
  })

  it('passes over a sheet that is a chart', async () => {
    const files = workbookFiles({ Chart: [], Team: [['Dana']] })
    const relations = (files['xl/_rels/workbook.xml.rels'] ?? '')
      .replace('relationships/worksheet"', 'relationships/chartsheet"')
      .replace('worksheets/sheet1.xml', 'chartsheets/sheet1.xml')
    const chart = { 'xl/chartsheets/sheet1.xml': `<chartsheet xmlns="${main}"/>` }
    const all = { ...files, ...chart, 'xl/_rels/workbook.xml.rels': relations }
    expect(await rowsOf(all)).toEqual([['Team', 'Dana']])
  })
})

it('is taken apart once, however often it is read in another way', async () => {
  const bytes = await archive(workbookFiles({ A: [['Name'], ['Ann']], B: [['Name'], ['Ben']] }))
  const file = takenFile('team.xlsx', bytes)
  const hints = { remembered: null, locale: 'en' } as const
  const one = await read(file, { wishes: {}, hints })
  const again = await read(file, { wishes: { header: false }, hints })
  const other = await read(file, { wishes: { sheet: 'B' }, hints })
  if (!one.ok || !again.ok || !other.ok) throw new Error('refused')
  expect(again.value.table).toBe(one.value.table)
  expect([again.value.header, rowAt(other.value.table, 1)]).toEqual([false, ['Ben']])
})

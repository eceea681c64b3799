// @vitest-environment node
import { expect, test } from 'vitest'
import { limits } from '../onboarding/intake-failure.ts'
import { readWorkbook } from '../onboarding/read-workbook.ts'
import { rowAt } from '../onboarding/table.ts'
import { WorkbookPackage } from '../onboarding/workbook/workbook-package.ts'
import { attributeOf } from '../onboarding/workbook/xml-text.ts'
import { workbookOf } from './workbook.ts'

test('a workbook holds names as text, whatever they look like, and ids as numbers', async () => {
  const table = {
    header: ['Name', 'ID'],
    rows: [
      ['=1+1', '101'],
      ['דנה לוי', '']
    ]
  }
  const request = { table, sheet: 'Operators', rightToLeft: true, idColumn: 1 }
  const bytes = Uint8Array.from(await workbookOf(request))
  const read = await readWorkbook(bytes, 'export.xlsx')
  if (!read.ok) throw new Error(read.failure.kind)
  const [sheet] = read.value
  expect(sheet?.name).toBe('Operators')
  expect([0, 1, 2].map((row) => sheet && rowAt(sheet.table, row))).toEqual([
    ['Name', 'ID'],
    ['=1+1', '101'],
    ['דנה לוי', '']
  ])
  expect(await numbersIn(bytes)).toEqual(['B2'])
})

/** Which cells of the first sheet are numbers. */
async function numbersIn(bytes: Uint8Array<ArrayBuffer>): Promise<readonly string[]> {
  const workbook = WorkbookPackage.open(bytes, limits.unpackedSize)
  if (typeof workbook === 'string') throw new Error(workbook)
  const found: string[] = []
  const open = (name: string, tag: string): void => {
    const type = attributeOf(tag, 't') ?? 'n'
    if (name === 'c' && type === 'n') found.push(attributeOf(tag, 'r') ?? '')
  }
  const nothing = (): void => undefined
  const events = { fault: null, open, close: nothing, text: nothing }
  expect(await workbook.read('xl/worksheets/sheet1.xml', events)).toBeNull()
  return found
}

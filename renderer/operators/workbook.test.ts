import readSheets from 'read-excel-file/universal'
import { expect, test } from 'vitest'
import { workbookOf } from './workbook.ts'

test('a workbook holds names as text, whatever they look like, and ids as numbers', async () => {
  const table = {
    header: ['Name', 'ID'],
    rows: [
      ['=1+1', '101'],
      ['דנה לוי', '']
    ]
  }
  const bytes = await workbookOf({ table, sheet: 'Operators', rightToLeft: true, idColumn: 1 })
  const [sheet] = await readSheets(new Blob([Uint8Array.from(bytes)]))
  expect(sheet).toMatchObject({
    sheet: 'Operators',
    data: [
      ['Name', 'ID'],
      ['=1+1', 101],
      ['דנה לוי', null]
    ]
  })
})

// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { archive, workbookFiles } from '../fixture-workbook.ts'
import { fillDown } from './merged-cells.ts'
import { readWorkbook } from '../read-workbook.ts'
import { rowAt, rowCount } from '../table.ts'

const main = 'xl/worksheets/sheet2.xml'

/** A workbook of two sheets, the second one with these ranges merged, as it is read. */
async function second(rows: readonly (readonly string[])[], ranges: readonly string[]) {
  const files = workbookFiles({ First: [['Name'], ['Ann'], ['Ben']], Second: rows })
  const merges = ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')
  const sheet = files[main]?.replace(
    '</sheetData>',
    `</sheetData><mergeCells count="${ranges.length}">${merges}</mergeCells>`
  )
  const read = await readWorkbook(await archive({ ...files, [main]: sheet ?? '' }), 'team.xlsx')
  if (!read.ok) throw new Error(read.failure.kind)
  return read.value.map(({ table }) =>
    Array.from({ length: rowCount(table) }, (_, row) => rowAt(table, row))
  )
}

describe('merged cells', () => {
  it('belong to every row that they cover, in their own sheet only', async () => {
    const rows = [
      ['Name', 'Organization', 'Status'],
      ['Dana', 'Night Shift', 'Active'],
      ['Noa', '', 'Inactive'],
      ['Ruth', '', ''],
      ['Tal', 'Day', '']
    ]
    expect(await second(rows, ['B2:B4', 'C3:C5'])).toEqual([
      [['Name'], ['Ann'], ['Ben']],
      [
        ['Name', 'Organization', 'Status'],
        ['Dana', 'Night Shift', 'Active'],
        ['Noa', 'Night Shift', 'Inactive'],
        ['Ruth', 'Night Shift', 'Inactive'],
        ['Tal', 'Day', 'Inactive']
      ]
    ])
  })

  it('make no row of one that says nothing of its own', async () => {
    const rows = [
      ['Name', 'Status'],
      ['Dana', 'Active'],
      ['', ''],
      ['Noa', 'Active']
    ]
    const [, sheet] = await second(rows, ['A2:A3'])
    expect(sheet?.filter(([name]) => name === 'Dana')).toHaveLength(1)
  })

  it('that are empty take nothing away from what stands below', async () => {
    const rows = [
      ['Name', 'Status'],
      ['Dana', ''],
      ['Noa', 'Active']
    ]
    const [, sheet] = await second(rows, ['B2:B3', 'B:B', 'XFD1:XFD3'])
    expect(sheet).toEqual(rows)
  })

  it('that overlap in a broken file take no time', () => {
    const count = 50_000
    const bounds = new Uint32Array(count * 2)
    bounds[1] = 6
    const lines = Uint32Array.from({ length: count }, (_, row) => row + 1)
    const merged = Array.from({ length: count }, (_, top) => ({
      column: 0,
      top: top + 1,
      bottom: count
    }))
    fillDown({ bounds, lines, width: 1 }, merged)
    expect(bounds.every((bound, at) => bound === (at % 2) * 6)).toBe(true)
  })
})

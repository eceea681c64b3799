import { describe, expect, test } from 'vitest'
import { gridColumns } from '../../shared/grid-settings.ts'
import { en } from '../../shared/messages/en.ts'
import type { OperatorRow } from './rows.ts'
import { csvOf, htmlOf, tableOf, tsvOf } from './table-text.ts'

function row(name: string, change: Partial<OperatorRow> = {}): OperatorRow {
  const operator = { kind: 'known', id: 101 } as const
  return {
    key: 101,
    operator,
    id: 101,
    organizationId: 24,
    name,
    status: 0,
    edit: null,
    unlisted: false,
    ...change
  }
}

function table(...rows: OperatorRow[]) {
  return tableOf(rows, {
    words: en,
    organizationName: () => 'Support, "East"',
    columns: gridColumns
  })
}

function csv(...rows: OperatorRow[]): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(csvOf(table(...rows)))
}

test('the texts are those of the grid; an id that is missing is nothing', () => {
  const edit = { entryId: 'e', badge: 'waiting' } as const
  const { header, rows } = table(
    row('John Smith'),
    row('New', { id: null, status: 1, edit }),
    row('Lost', { unlisted: true })
  )
  expect(header).toEqual(['Name', 'ID', 'Status', 'Organization', 'Edits'])
  expect(rows).toEqual([
    ['John Smith', '101', 'Active', 'Support, "East"', ''],
    ['New', '', 'Inactive', 'Support, "East"', 'Waiting'],
    ['Lost', '101', 'Active', 'Support, "East"', 'No longer listed']
  ])
})

test('the columns are those that show, in their order', () => {
  const { header, rows } = tableOf([row('John Smith')], {
    words: en,
    organizationName: () => '',
    columns: ['status', 'name']
  })
  expect([header, rows]).toEqual([['Status', 'Name'], [['Active', 'John Smith']]])
})

describe('the clipboard', () => {
  test('gets lines of cells, which no name can break, and formulas as they are', () => {
    expect(tsvOf(table(row('A\tB\r\nC'), row('=1+1')))).toBe(
      'A B C\t101\tActive\tSupport, "East"\t\n=1+1\t101\tActive\tSupport, "East"\t'
    )
  })

  test('gets a table, in which a name is no markup', () => {
    expect(htmlOf(table(row('<b>&"')))).toBe(
      '<table><tr><td dir="auto">&lt;b&gt;&amp;&quot;</td><td dir="auto">101</td>' +
        '<td dir="auto">Active</td><td dir="auto">Support, &quot;East&quot;</td>' +
        '<td dir="auto"></td></tr></table>'
    )
  })
})

describe('a CSV file', () => {
  test('begins with its mark and its header, and quotes what holds commas and quotes', () => {
    expect(csv(row('דוד'))).toBe(
      '\ufeffName,ID,Status,Organization,Edits\r\nדוד,101,Active,"Support, ""East""",\r\n'
    )
  })

  test.each(['=1+1', '+1', '-1', '@a', ' =1', '\uff1d1', '\ta', '=a,b'])(
    'makes no formula of %j',
    (name) => {
      expect(csv(row(name)).split('\r\n')[1]).toMatch(/^"?'/u)
    }
  )

  test('leaves signs within a name alone', () => {
    expect(csv(row('Anna-Maria = 1'))).toContain('\r\nAnna-Maria = 1,')
  })
})

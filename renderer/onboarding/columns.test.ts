// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { columnsSignature, guessColumns, recallColumns, withRole, type Columns } from './columns.ts'
import { findDelimiter } from './delimiter.ts'
import { headerRow } from './header.ts'
import { tableOf } from './table.ts'
import { roleOfTitle, statusOfFlag, statusOfWord } from './vocabulary.ts'

const organizations = [
  { id: 24, name: 'Customer Support' },
  { id: 31, name: 'מוקד צפון' }
]

function guess(rows: readonly (readonly string[])[]): Columns {
  const table = tableOf(rows)
  return guessColumns({ table, header: headerRow(table) === 0, organizations })
}

describe('titles and status words', () => {
  it.each([
    ['Full Name', 'name'],
    ['E-mail', 'email'],
    ['Organisation ID', 'organization'],
    ['שם מלא', 'name'],
    ['שם פרטי', 'first'],
    ['שם משפחה:', 'last'],
    ['דוא״ל', 'email'],
    ['ארגון', 'organization'],
    ['ПІБ', 'name'],
    ['Ім’я', 'first'],
    ['Прізвище', 'last'],
    ['По батькові', 'middle'],
    ['СТАТУС', 'status'],
    ['ФИО', 'name'],
    ['Фамилия', 'last'],
    ['Отдел', 'skip'],
    ['Team', 'skip'],
    ['מחלקה', 'skip'],
    ['Dana Levi', null],
    ['', null]
  ] as const)('%s is %s', (title, role) => {
    expect(roleOfTitle(title)).toBe(role)
  })

  it.each([
    ['Active', 0],
    ['לא פעיל', 1],
    ['פעילה', 0],
    ['неактивний', 1],
    ['Удалён', 2],
    ['видалено', 2],
    ['2', 2],
    ['maybe', null]
  ] as const)('%s means %s', (word, status) => {
    expect(statusOfWord(word)).toBe(status)
  })
})

describe('a column that asks whether somebody is active', () => {
  it.each([
    ['Active', 'TRUE', 'FALSE'],
    ['Active?', 'Yes', 'no'],
    ['פעיל', 'כן', 'לא'],
    ['פעיל (כן/לא)', 'כן', 'לא'],
    ['Активний', 'так', 'ні'],
    ['Активен', 'Да', 'Нет'],
    ['АКТИВНА', 'ІСТИНА', 'ХИБНІСТЬ'],
    ['Enabled', '1', '0'],
    ['Active (Y/N)', 'Y', 'N'],
    ['פעילה', '✓', '✗']
  ])('%s with %s and %s is the status, and its title no row', (title, yes, no) => {
    const rows = [
      ['Agent 1', title],
      ['דנה לוי', yes],
      ['Іван Франко', no],
      ['Dana', '']
    ]
    expect(headerRow(tableOf(rows))).toBe(0)
    expect(guess(rows)).toEqual(['name', 'status'])
    expect([statusOfFlag(yes), statusOfFlag(no)]).toEqual([0, 1])
  })

  it('is none where its cells say something else, or a column of statuses stands beside it', () => {
    expect(
      headerRow(
        tableOf([
          ['דנה', 'פעיל'],
          ['נועה', 'לא פעיל']
        ])
      )
    ).toBeNull()
    expect(
      headerRow(
        tableOf([
          ['Dana', 'Active'],
          ['Noa', 'Inactive'],
          ['Lea', 'Inactive']
        ])
      )
    ).toBeNull()
    expect(
      guess([
        ['Name', 'Active', 'Status'],
        ['Dana', 'yes', 'Inactive']
      ])
    ).toEqual(['name', 'skip', 'status'])
    expect(
      guess([
        ['Name', 'Active'],
        ['Dana', '12.4.2026']
      ])
    ).toEqual(['name', 'skip'])
    expect(
      guess([
        ['Name', 'Manager'],
        ['Dana', 'yes'],
        ['Noa', 'no']
      ])
    ).toEqual(['name', 'skip'])
  })

  it('has words for statuses, too, but no numbers of the service', () => {
    expect(['Active', 'לא פעיל', 'deleted', '2', 'maybe'].map(statusOfFlag)).toEqual([
      ...[0, 1, 2, null, null]
    ])
    expect(['0', '1', 'yes', 'לא'].map(statusOfWord)).toEqual([0, 1, null, null])
  })
})

describe('the header', () => {
  it('is found by a known title in any place and language', () => {
    expect(
      headerRow(
        tableOf([
          ['№', 'Прізвище'],
          ['1', 'Франко']
        ])
      )
    ).toBe(0)
    expect(
      headerRow(
        tableOf([
          ['x', 'שם'],
          ['1', 'דנה']
        ])
      )
    ).toBe(0)
  })

  it('loses no row of a file without one', () => {
    expect(
      headerRow(
        tableOf([
          ['Dana Levi', '24'],
          ['John', '24']
        ])
      )
    ).toBeNull()
    expect(headerRow(tableOf([['Status Quo'], ['Operator 7']]))).toBeNull()
    expect(
      headerRow(
        tableOf([
          ['Dana', 'active', 'Team'],
          ['John', 'inactive', 'Team']
        ])
      )
    ).toBeNull()
  })
})

describe('the row of the header', () => {
  const titles = ['Name', 'Phone', 'Status']
  const dana = ['Dana', '050', 'Active']

  it.each([
    ['the first', [titles, dana], 0],
    ['below a title', [['Team list April'], titles, dana], 1],
    ['below a title that could be one of a column', [['Operators', '', ''], titles, dana], 1],
    ['below a date', [['List'], ['Date', '1.4.26'], titles, dana], 2],
    ['none', [dana, ['Noa', '051', 'Active']], null],
    ['none in a list of names, whatever they are', [['Dana'], ['User'], ['Noa']], null],
    ['not below a row of as many cells', [dana, titles, ['Noa', '051', 'Active']], null],
    ['the first of those that repeat it', [titles, dana, titles, dana], 0]
  ] as const)('is %s', (_, rows, at) => {
    expect(headerRow(tableOf(rows))).toBe(at)
  })
})

describe('the delimiter', () => {
  it.each([
    ['Cohen, David\nLevi, Ruth\nBar-Lev, Dana', 'none'],
    ['Last name, First name\nCohen, David\nLevi, Ruth', ','],
    ['Cohen,David\nLevi,Ruth', ','],
    ['Dana Levi\nJohn Smith', 'none'],
    ['Dana Levi\nSmith, John\nRuth', 'none'],
    ['"Cohen, David",24\n"Levi, Ruth",24', ','],
    ['"Cohen, David"\n"Levi, Ruth"', 'none'],
    ['Cohen, David;24\nLevi, Ruth;24', ';'],
    ['Dana, 24\nJohn, 24', ','],
    ['a\tb;c\nd\te;f', '\t'],
    ['', 'none']
  ] as const)('of %j is %j', (text, delimiter) => {
    expect(findDelimiter(text).delimiter).toBe(delimiter)
  })

  it('is what the file says', () => {
    expect(findDelimiter('sep=;\r\na,b')).toEqual({ delimiter: ';', by: 'sep-line', from: 7 })
  })
})

describe('what the columns hold', () => {
  it('is guessed by titles', () => {
    expect(
      guess([
        ['ID', 'שם פרטי', 'שם משפחה', 'צוות', 'ארגון', 'סטטוס', 'מייל'],
        ['1', 'דנה', 'לוי', 'א', '24', 'פעיל', 'a@b.co']
      ])
    ).toEqual(['skip', 'first', 'last', 'skip', 'organization', 'status', 'email'])
    expect(
      guess([
        ['Name', 'Surname'],
        ['Dana', 'Levi']
      ])
    ).toEqual(['first', 'last'])
    expect(
      guess([
        ["Ім'я", 'Організація'],
        ['Іван Франко', '24']
      ])
    ).toEqual(['name', 'organization'])
  })

  it('is guessed by values where titles say nothing', () => {
    expect(
      guess([
        ['1', 'Dana Levi', 'a@b.co', 'active', '24'],
        ['2', 'John Smith', 'c@d.co', 'inactive', '31']
      ])
    ).toEqual(['skip', 'name', 'email', 'status', 'organization'])
    expect(
      guess([
        ['דנה', 'לוי'],
        ['משה', 'כהן']
      ])
    ).toEqual(['first', 'last'])
    expect(
      guess([
        ['Dana Levi', 'Night shift'],
        ['John Smith', 'Day shift']
      ])
    ).toEqual(['name', 'skip'])
  })

  it('does not take a team for the organization', () => {
    expect(
      guess([
        ['Name', 'Team'],
        ['Dana', '24'],
        ['John', '24']
      ])
    ).toEqual(['name', 'skip'])
    expect(
      guess([
        ['Name', 'Department'],
        ['Dana', 'Customer Support']
      ])
    ).toEqual(['name', 'skip'])
  })

  it('gives each role to one column, also when a person chooses', () => {
    expect(
      guess([
        ['Name', 'Name'],
        ['Dana', 'x']
      ])
    ).toEqual(['name', 'skip'])
    expect(withRole(['name', 'skip', 'email'], 1, 'first')).toEqual(['skip', 'first', 'email'])
    expect(withRole(['first', 'last', 'skip'], 2, 'name')).toEqual(['skip', 'skip', 'name'])
    expect(withRole(['first', 'skip'], 1, 'last')).toEqual(['first', 'last'])
  })

  it('is remembered per organization and titles', () => {
    const signature = columnsSignature(
      tableOf([
        ['Wer ', 'Wo'],
        ['a', 'b']
      ]),
      true
    )
    const remembered = [{ organizationId: 24, signature, columns: ['skip', 'name'] as const }]
    expect(recallColumns(remembered, { organizationId: 24, signature: 'wer\two' })).toEqual([
      'skip',
      'name'
    ])
    expect(recallColumns(remembered, { organizationId: 31, signature })).toBe(null)
  })
})

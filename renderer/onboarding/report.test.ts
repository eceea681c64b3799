// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { en } from '../../shared/messages/en.ts'
import { he } from '../../shared/messages/he.ts'
import { uk } from '../../shared/messages/uk.ts'
import { checkOf, operator } from './fixture-check.ts'
import { guessColumns, type Columns } from './columns.ts'
import { headerRow } from './header.ts'
import { progressOf, type RowOutcome } from './outcome.ts'
import { parse } from './parse.ts'
import { fieldColumns, personRow, type PersonRow } from './person-row.ts'
import { planOf, stepsOf } from './plan.ts'
import { readList } from './reading.ts'
import { rowOutcomes } from './report-plan.ts'
import { reportCsv, reportRows, type Reporting } from './report.ts'
import { reportWords } from './report-words.ts'
import { rowAt, rowCount, tableOf } from './table.ts'

const words = reportWords(en, (row) => row + 1)
const refused: RowOutcome = {
  kind: 'rejected',
  failure: { kind: 'refused', status: 400, words: 'Name "=Bad" is taken', retryAfterMs: null }
}

function reporting(
  rows: readonly (readonly string[])[],
  outcomes: readonly RowOutcome[],
  more: Partial<Reporting> = {}
): Reporting {
  return {
    table: tableOf(rows),
    header: false,
    columns: ['name', 'skip'],
    mends: new Map(),
    delimiter: ';',
    outcomes,
    missing: [],
    words,
    ...more
  }
}

/** What is read from a report that is dropped in again. */
function rereadOf(report: Reporting): {
  readonly rows: readonly (readonly string[])[]
  readonly columns: Columns
  readonly people: readonly PersonRow[]
} {
  const bytes = reportCsv(report) as Uint8Array<ArrayBuffer>
  const hints = { remembered: null, locale: 'en' } as const
  const read = readList({ name: '', bytes }, { wishes: {}, hints })
  if (!read.ok) throw new Error('refused')
  const { table, header } = read.value
  const columns = guessColumns({ table, header, organizations: [] })
  const rows = Array.from({ length: rowCount(table) }, (_, row) => rowAt(table, row))
  const how = { fields: fieldColumns(columns), mends: new Map() }
  return { rows, columns, people: rows.slice(1).map((_, at) => personRow(table, at + 1, how)) }
}

describe('a report', () => {
  it('keeps every row with its outcome and the server’s words', () => {
    const rows = reportRows(
      reporting(
        [
          ['Dana', 'x'],
          ['=Bad', 'y']
        ],
        [{ kind: 'added', operatorId: 104, how: 'confirmed' }, refused]
      )
    )
    expect(rows[0]).toEqual(['Name', 'Column 2', 'Result', 'Details', 'Operator ID'])
    expect(rows[1]).toEqual(['Dana', 'x', 'Added', '', '104'])
    expect(rows[2]?.slice(0, 3)).toEqual(['=Bad', 'y', 'Rejected'])
    expect(rows[2]?.[3]).toContain('Name "=Bad" is taken')
  })

  it('is UTF-8 with a mark, guarded against formulas, in the original delimiter', () => {
    const bytes = reportCsv(
      reporting(
        [
          ['=Bad', '+1'],
          ['דנה', '@x']
        ],
        [refused, refused]
      )
    )
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const { table } = parse(new TextDecoder().decode(bytes), { delimiter: ';' })
    expect(rowAt(table, 1).slice(0, 2)).toEqual(["'=Bad", "'+1"])
    expect(rowAt(table, 2).slice(0, 2)).toEqual(['דנה', "'@x"])
    const cells = Array.from({ length: rowCount(table) }, (_, row) => rowAt(table, row)).flat()
    expect(cells.filter((cell) => /^[=+\-@\t\r]/u.test(cell))).toEqual([])
  })

  it('can be dropped in again: the names come out as they were', () => {
    for (const delimiter of [',', ';', '\t', '|', 'none'] as const) {
      const rows = [
        ['=Bad', 'Ops'],
        ['Cohen, David', 'Ops'],
        ['רס"ן; כהן', 'Ops']
      ]
      const bytes = reportCsv(
        reporting(rows, [refused, refused, refused], { delimiter })
      ) as Uint8Array<ArrayBuffer>
      const read = readList(
        { name: '', bytes },
        { wishes: {}, hints: { remembered: null, locale: 'en' } }
      )
      if (!read.ok) throw new Error('refused')
      const { table, header } = read.value
      const columns = guessColumns({ table, header, organizations: [] })
      expect([header, columns]).toEqual([true, ['name', 'skip', 'skip', 'skip', 'skip']])
      expect(
        checkOf({ rows: Array.from({ length: 4 }, (_, row) => rowAt(table, row)), header, columns })
          .names
      ).toEqual(rows.map(([name]) => name))
    }
  })

  it.each([en, he, uk])(
    'keeps what was corrected beside the original, and tries it when it is dropped in again',
    (messages) => {
      const mends = new Map([
        [0, { name: '=Zoe', status: 'inactive' }],
        [2, { organization: '31', email: 'c@d.co' }]
      ])
      const first = rereadOf(
        reporting(
          [
            ['Zo?', 'Ops'],
            ['Cohen, David', 'Ops'],
            ['Noa', 'Ops']
          ],
          [refused, refused, refused],
          { mends, words: reportWords(messages, (row) => row + 1) }
        )
      )
      expect(first.rows[1]?.slice(0, 2)).toEqual(['Zo?', 'Ops'])
      expect(first.people).toEqual([
        { name: '=Zoe', organization: '', status: 'inactive', email: '' },
        { name: 'Cohen, David', organization: '', status: '', email: '' },
        { name: 'Noa', organization: '31', status: '', email: 'c@d.co' }
      ])
      const again = rereadOf(
        reporting(first.rows, [refused, refused, refused], {
          header: true,
          columns: first.columns,
          mends: new Map([[1, { name: 'Zoe' }]])
        })
      )
      expect(again.people.map(({ name }) => name)).toEqual(['Zoe', 'Cohen, David', 'Noa'])
      expect(again.people.map(({ email }) => email)).toEqual(['', '', 'c@d.co'])
    }
  )

  it('keeps that a cell was corrected to nothing', () => {
    const first = rereadOf(
      reporting([['Dana', 'on leave']], [refused], {
        columns: ['name', 'status'],
        mends: new Map([[0, { status: '' }]])
      })
    )
    expect(first.people).toMatchObject([{ name: 'Dana', status: '' }])
    const again = rereadOf(
      reporting(first.rows, [refused], {
        ...{ header: true, columns: first.columns },
        mends: new Map([[1, { name: 'Dana Levi' }]])
      })
    )
    expect(again.people).toMatchObject([{ name: 'Dana Levi', status: '' }])
    const filled = rereadOf(
      reporting(again.rows, [refused], {
        ...{ header: true, columns: again.columns },
        mends: new Map([[1, { status: 'inactive' }]])
      })
    )
    expect(filled.people).toMatchObject([{ name: 'Dana Levi', status: 'inactive' }])
  })

  it('tells of people whom the file does not name', () => {
    const missing = [{ name: 'Ann', outcome: { kind: 'changed', operatorId: 4, to: 1 } as const }]
    expect(reportRows(reporting([['Dana', '']], [refused], { missing })).at(-1)).toEqual([
      'Ann',
      '',
      'Set to Inactive',
      '',
      '4'
    ])
  })

  it('knows the words of every outcome', () => {
    const { verdicts } = checkOf({
      rows: [['Dana'], [''], ['John'], ['john']].map((row) => [...row, 'x']),
      columns: ['name', 'skip'],
      operators: [operator(1, 'Dana')]
    })
    const plan = planOf({ first: 0, verdicts, names: [], notes: new Map() }, [])
    const outcomes = rowOutcomes(plan, stepsOf(plan), [])
    expect(outcomes.map(words.outcome)).toEqual(['Skipped', 'Error', 'Not started', 'Not decided'])
    expect(outcomes.map(words.detail)).toEqual([
      'Already there',
      'The name is missing.',
      '',
      'Line 3 has the same name. Is this another person?'
    ])
  })
})

it('tells of two steps of a row the one that matters', () => {
  const plan = planOf(
    checkOf({
      rows: [['Zoe', 'inactive']],
      columns: ['name', 'status'],
      answers: { 'not-there': { kind: 'add' } }
    }),
    []
  )
  const added: RowOutcome = { kind: 'added', operatorId: 9, how: 'confirmed' }
  expect(rowOutcomes(plan, stepsOf(plan), [added, refused])).toEqual([refused])
  expect(rowOutcomes(plan, stepsOf(plan), [added])).toMatchObject([
    { kind: 'pending', accepted: false }
  ])
})

it('counts how far an import has come', () => {
  const waiting: RowOutcome = { kind: 'pending', accepted: true, needsPerson: false }
  expect(
    progressOf([{ kind: 'changed', operatorId: 1, to: 0 }, waiting, refused, { kind: 'cancelled' }])
  ).toEqual({
    total: 4,
    done: 1,
    rejected: 1,
    cancelled: 1,
    needsPerson: 0
  })
})

it('finds a header in its own titles', () => {
  expect(headerRow(tableOf(reportRows(reporting([['a', 'b']], [refused]))))).toBe(0)
})

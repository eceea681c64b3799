// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { checkOf, operator } from './fixture-check.ts'
import type { Verdict } from './verdict.ts'

function kinds(verdicts: readonly Verdict[]): string[] {
  return verdicts.map((verdict) => {
    switch (verdict.kind) {
      case 'ask':
        return `ask ${verdict.question.kind}`
      case 'skip':
        return `skip ${verdict.why}`
      case 'change':
        return `change ${verdict.person.id} to ${verdict.to}`
      case 'error':
        return `error ${verdict.fault}`
      default:
        return verdict.kind
    }
  })
}

describe('checking names', () => {
  it('adds those who are not there, under their cleaned name', () => {
    const { verdicts, names, notes } = checkOf({ rows: [['Dana'], [' \u200fJohn\u00a0 Smith ']] })
    expect(kinds(verdicts)).toEqual(['add', 'add'])
    expect(names).toEqual(['Dana', 'John Smith'])
    expect([...notes]).toEqual([
      [
        1,
        [{ kind: 'cleaned', what: ['hidden-marks', 'blanks'], before: ' \u200fJohn\u00a0 Smith ' }]
      ]
    ])
  })

  it('collects all faults as documented', () => {
    const rows = [['x'.repeat(100)], ['x'.repeat(101)], ['\u200f', 'y']]
    expect(kinds(checkOf({ rows, columns: ['name', 'skip'] }).verdicts)).toEqual([
      'add',
      'error name-too-long',
      'error name-missing'
    ])
    expect(kinds(checkOf({ rows: [['a']], organizationId: null }).verdicts)).toEqual([
      'error organization-missing'
    ])
  })

  it('skips who is active, offers to reactivate who is not', () => {
    const operators = [operator(1, 'Dana'), operator(2, 'John', 1), operator(3, 'Ruth', 2)]
    const { verdicts } = checkOf({ rows: [['dana '], ['JOHN'], ['Ruth']], operators })
    expect(kinds(verdicts)).toEqual(['skip there', 'change 2 to 0', 'change 3 to 0'])
  })

  it('asks about who is probably the same', () => {
    const operators = [operator(1, 'משה כהן', 2)]
    const rows = [['משה כהנ']]
    expect(kinds(checkOf({ rows, operators }).verdicts)).toEqual(['ask probably-there'])
    expect(
      kinds(
        checkOf({ rows, operators, answers: { 'probably-there': { kind: 'use', personId: null } } })
          .verdicts
      )
    ).toEqual(['change 1 to 0'])
    expect(
      kinds(
        checkOf({ rows, operators, answers: { '0/probably-there': { kind: 'use', personId: 1 } } })
          .verdicts
      )
    ).toEqual(['change 1 to 0'])
    expect(
      checkOf({ rows, operators, answers: { 'probably-there': { kind: 'add' } } }).verdicts
    ).toEqual([{ kind: 'add', organizationId: 24, then: 0, anyway: true }])
  })

  it('asks about a second row of a name; a row’s own answer goes before one for all alike', () => {
    const rows = [['Dana'], ['DANA'], ['Dána']]
    const { verdicts } = checkOf({ rows })
    expect(verdicts.slice(1)).toEqual([
      { kind: 'ask', question: { kind: 'same-in-file', row: 0, how: 'same' } },
      { kind: 'ask', question: { kind: 'same-in-file', row: 0, how: 'probably' } }
    ])
    const answers = {
      'same-in-file': { kind: 'add' },
      '2/same-in-file': { kind: 'leave-out' }
    } as const
    expect(kinds(checkOf({ rows, answers }).verdicts)).toEqual(['add', 'add', 'left-out'])
  })

  it('knows what waits in the outbox', () => {
    const queued = {
      adds: [{ organizationId: 24, name: 'Dana' }],
      statuses: [{ operatorId: 2, to: 1 as const }]
    }
    const operators = [operator(2, 'John')]
    expect(kinds(checkOf({ rows: [['Dana'], ['John']], operators, queued }).verdicts)).toEqual([
      'skip queued',
      'change 2 to 0'
    ])
  })

  it('lets a person decide against what is proposed', () => {
    const operators = [operator(1, 'Dana'), operator(2, 'John', 1)]
    const answers = { 'skip:there': { kind: 'add' }, '1/change:0': { kind: 'leave-out' } } as const
    expect(kinds(checkOf({ rows: [['Dana'], ['John']], operators, answers }).verdicts)).toEqual([
      'add',
      'left-out'
    ])
  })

  it('reads mended cells in place of the file’s', () => {
    const mends = new Map([[0, { name: 'Dana' }]])
    expect(checkOf({ rows: [['x'.repeat(200)]], mends }).names).toEqual(['Dana'])
  })

  it('joins first, middle and last names', () => {
    const rows = [
      ['Франко', 'Іван', 'Якович'],
      ['Українка', 'Леся', ' ']
    ]
    expect(checkOf({ rows, columns: ['last', 'first', 'middle'] }).names).toEqual([
      'Іван Якович Франко',
      'Леся Українка'
    ])
  })

  it('notes a malformed address and several lines in a name', () => {
    const rows = [
      ['Dana\nLevi', 'a@b.co'],
      ['John', 'nobody']
    ]
    const { notes, names } = checkOf({ rows, columns: ['name', 'email'] })
    expect(names[0]).toBe('Dana Levi')
    expect(notes.get(0)?.map(({ kind }) => kind)).toEqual(['cleaned', 'lines-in-name'])
    expect(notes.get(1)).toEqual([{ kind: 'email-malformed', email: 'nobody' }])
  })
})

describe('checking organizations', () => {
  const columns = ['name', 'organization'] as const
  it('takes ids and names, and the open one where none is given', () => {
    const rows = [
      ['a', '31'],
      ['b', 'night  SHIFT'],
      ['c', '']
    ]
    const { verdicts } = checkOf({ rows, columns })
    expect(verdicts.map((verdict) => verdict.kind === 'add' && verdict.organizationId)).toEqual([
      31, 31, 24
    ])
  })

  it('asks about unknown ones with a suggestion, once for all alike', () => {
    const rows = [
      ['a', 'Custmer Suport'],
      ['b', 'Atlantis'],
      ['c', 'custmer suport']
    ]
    const { verdicts } = checkOf({ rows, columns })
    expect(verdicts).toMatchObject([
      { kind: 'ask', question: { kind: 'unknown-organization', suggestion: { id: 24 } } },
      { kind: 'ask', question: { kind: 'unknown-organization', suggestion: null } },
      { kind: 'ask' }
    ])
    const answers = {
      'unknown-organization:custmer suport': { kind: 'organization', organizationId: 31 }
    } as const
    expect(kinds(checkOf({ rows, columns, answers }).verdicts)).toEqual([
      'add',
      'ask unknown-organization',
      'add'
    ])
  })

  it('lets one name be in two organizations', () => {
    expect(
      kinds(
        checkOf({
          rows: [
            ['a', '24'],
            ['a', '31']
          ],
          columns
        }).verdicts
      )
    ).toEqual(['add', 'add'])
  })
})

describe('a row that is no person', () => {
  const given = { columns: ['skip', 'name', 'skip'], header: true } as const
  const rows = (...last: readonly (readonly string[])[]) => [
    ['№', 'Name', 'Calls'],
    ['1', 'Dana', '4'],
    ...last
  ]

  it.each([
    [['', 'Total', '4']],
    [['Всього', '2', '']],
    [['', 'סה"כ:', '2']],
    [['', 'סה״כ', '']],
    [['Разом: 2', '', '']],
    [['', 'ИТОГО 12', '']],
    [['Grand total', '', '17']]
  ])('is a total below the list: %j', (total) => {
    expect(kinds(checkOf({ rows: rows(total), ...given }).verdicts)).toEqual([
      ...['add', 'skip no-person']
    ])
  })

  it('is the header once more', () => {
    const again = rows(['№', 'Name', 'Calls'], ['2', 'Noa', '1'])
    expect(kinds(checkOf({ rows: again, ...given }).verdicts)).toEqual([
      ...['add', 'skip no-person', 'add']
    ])
  })

  it('is a person where somebody says so, or where it stands among people', () => {
    const answers = { 'skip:no-person': { kind: 'add' } } as const
    const total = rows(['2', 'Total', ''])
    expect(kinds(checkOf({ rows: total, ...given, answers }).verdicts)).toEqual(['add', 'add'])
    const among = rows(['', 'Total', ''], ...Array.from({ length: 5 }, (_, at) => ['', `P ${at}`]))
    expect(kinds(checkOf({ rows: among, ...given }).verdicts)[1]).toBe('add')
    const named = rows(['2', 'Total Smith', ''])
    expect(kinds(checkOf({ rows: named, ...given }).verdicts)).toEqual(['add', 'add'])
  })
})

describe('a list with marks', () => {
  it.each([
    [['1. דנה כהן', '2. אורי לב', '10. נועה']],
    [['1) דנה כהן', '2) אורי לב', '3) נועה']],
    [['• דנה כהן', '•  אורי לב', '- נועה']],
    [['* דנה כהן', 'אורי לב', '– x', '* נועה', '• y', '• z']]
  ])('is read without them: %j', (marked) => {
    const { names, notes } = checkOf({ rows: marked.map((name) => [name]) })
    expect([names[0], names.find((name) => name.startsWith('נ'))]).toEqual(['דנה כהן', 'נועה'])
    expect(names[1]).toBe('אורי לב')
    expect(notes.get(0)).toEqual([{ kind: 'cleaned', what: ['list-mark'], before: marked[0] }])
  })

  it('is none where one is called so, or a number is a part of the name', () => {
    const rows = (...names: readonly string[]) => names.map((name) => [name])
    expect(checkOf({ rows: rows('1. FC', 'Dana') }).names).toEqual(['1. FC', 'Dana'])
    expect(checkOf({ rows: rows('1 Dana', '2 Noa') }).names).toEqual(['1 Dana', '2 Noa'])
    expect(checkOf({ rows: rows('-Dana', '-Noa') }).names).toEqual(['-Dana', '-Noa'])
  })
})

describe('a roster', () => {
  const columns = ['name', 'status'] as const
  const operators = [operator(1, 'Dana'), operator(2, 'John', 1), operator(3, 'Ruth', 2)]

  it('sets everyone as the file wants', () => {
    const rows = [
      ['Dana', 'inactive'],
      ['John', 'deleted'],
      ['Ruth', 'deleted'],
      ['Nobody', 'deleted'],
      ['New', 'פעיל']
    ]
    expect(kinds(checkOf({ rows, columns, operators }).verdicts)).toEqual([
      'change 1 to 1',
      'change 2 to 2',
      'skip there',
      'skip gone',
      'add'
    ])
  })

  it('asks about who should be inactive and is not there', () => {
    const rows = [['Nobody', 'inactive']]
    expect(kinds(checkOf({ rows, columns }).verdicts)).toEqual(['ask not-there'])
    expect(
      checkOf({ rows, columns, answers: { 'not-there': { kind: 'add' } } }).verdicts
    ).toMatchObject([{ kind: 'add', then: 1 }])
  })

  it('takes yes and no, and the numbers of a column that asks whether somebody is active', () => {
    const rows = [
      ['Name', 'Active'],
      ['Dana', '1'],
      ['Noa', '0'],
      ['Lea', 'לא'],
      ['Tal', '2']
    ]
    const given = { columns, header: true, operators: [operator(1, 'Dana', 1), operator(2, 'Lea')] }
    expect(kinds(checkOf({ rows, ...given }).verdicts)).toEqual([
      ...['change 1 to 0', 'ask not-there', 'change 2 to 1', 'ask unknown-status']
    ])
    const numbered = [['Name', 'Status'], ...rows.slice(1)]
    expect(kinds(checkOf({ rows: numbered, ...given }).verdicts)).toEqual([
      ...['skip there', 'add', 'change 2 to 1', 'skip gone']
    ])
  })

  it('asks about a status that it does not know', () => {
    const rows = [['Dana', 'on leave']]
    expect(kinds(checkOf({ rows, columns, operators }).verdicts)).toEqual(['ask unknown-status'])
    const answers = { 'unknown-status:on leave': { kind: 'status', status: 1 } } as const
    expect(kinds(checkOf({ rows, columns, operators, answers }).verdicts)).toEqual([
      'change 1 to 1'
    ])
  })

  it('asks which of several is meant, unless only one can be', () => {
    const twins = [operator(1, 'Dana'), operator(2, 'Dana'), operator(3, 'Dana', 2)]
    expect(
      kinds(checkOf({ rows: [['Dana', 'inactive']], columns, operators: twins }).verdicts)
    ).toEqual(['ask several-there'])
    expect(
      kinds(checkOf({ rows: [['Dana', 'active']], columns, operators: twins }).verdicts)
    ).toEqual(['skip there'])
    const one = [operator(1, 'Dana'), operator(3, 'Dana', 2)]
    expect(
      kinds(checkOf({ rows: [['Dana', 'inactive']], columns, operators: one }).verdicts)
    ).toEqual(['change 1 to 1'])
    const answers = { '0/several-there': { kind: 'use', personId: 2 } } as const
    expect(
      kinds(checkOf({ rows: [['Dana', 'inactive']], columns, operators: twins, answers }).verdicts)
    ).toEqual(['change 2 to 1'])
  })

  it('does not take an inactive namesake for the one who should become inactive', () => {
    const namesakes = [operator(1, 'Dana'), operator(2, 'Dana', 1)]
    const rows = [['Dana', 'inactive']]
    expect(kinds(checkOf({ rows, columns, operators: namesakes }).verdicts)).toEqual([
      'change 1 to 1'
    ])
  })

  it('changes an operator once, and asks where the file contradicts itself', () => {
    const rows = [
      ['Dana', 'inactive'],
      ['dana', 'inactive'],
      ['DANA', 'deleted']
    ]
    expect(kinds(checkOf({ rows, columns, operators }).verdicts)).toEqual([
      'change 1 to 1',
      'skip repeated',
      'ask same-in-file'
    ])
  })

  it('asks too where one row leaves an operator as they are, and another one does not', () => {
    const rows = (...statuses: readonly string[]) => statuses.map((status) => ['Dana', status])
    const kindsOf = (statuses: readonly string[], answers = {}) =>
      kinds(checkOf({ rows: rows(...statuses), columns, operators, answers }).verdicts)
    expect(kindsOf(['active', 'inactive'])).toEqual(['skip there', 'ask same-in-file'])
    expect(kindsOf(['inactive', 'active'])).toEqual(['change 1 to 1', 'ask same-in-file'])
    expect(kindsOf(['active', 'active'])).toEqual(['skip there', 'skip there'])
    expect(kindsOf(['active', 'inactive'], { 'same-in-file': { kind: 'leave-out' } })[1]).toMatch(
      /^left-out/
    )
    expect(kindsOf(['active', 'inactive'], { 'same-in-file': { kind: 'add' } })[1]).toMatch(/^add/)
    expect(kindsOf(['active', 'deleted'], { 'same-in-file': { kind: 'add' } })[1]).toBe('skip gone')
  })

  it('switches a pasted list of names off', () => {
    const rows = [['Dana'], ['John'], ['Stranger']]
    expect(kinds(checkOf({ rows, operators, wanted: 1 }).verdicts)).toEqual([
      'change 1 to 1',
      'skip there',
      'ask not-there'
    ])
  })
})

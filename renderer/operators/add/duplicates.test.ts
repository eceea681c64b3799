import { describe, expect, it } from 'vitest'
import { pack } from '../../../shared/operator-columns.ts'
import { choicesFor, findDuplicates } from './duplicates.ts'
import { readNames } from './names.ts'
import { plannedEdits } from './planned-edits.ts'

const operators = pack([
  { id: 101, name: 'John Smith', status: 0 },
  { id: 103, name: 'Mike Wilson', status: 1 },
  { id: 104, name: 'Mike Wilson', status: 2 },
  { id: 105, name: 'שָׁלוֹם כהן', status: 0 }
])
const existing = { operators, queued: ['Emma Davis'] }
const find = (text: string) => findDuplicates(readNames(text, 24).names, existing)

describe('duplicates', () => {
  it('are none among new names, and similar ones are no duplicates', () => {
    expect(find('Alex Brown\nJohn Smithe')).toEqual([])
  })

  it('are the same in any case, with any blanks', () => {
    const [duplicate] = find(' JOHN  smith')
    expect(duplicate?.how).toBe('same')
    expect(duplicate?.found).toEqual({
      kind: 'listed',
      operators: [{ id: 101, name: 'John Smith', status: 0 }]
    })
  })

  it('are probably the same without points', () => {
    expect(find('שלום כהן')[0]?.how).toBe('probably')
  })

  it('are found in the outbox and in the list itself', () => {
    expect(find('emma davis')[0]?.found).toEqual({ kind: 'queued' })
    expect(find('New One\n\nnew one')).toEqual([
      { line: 3, name: 'new one', how: 'same', found: { kind: 'typed', line: 1 } }
    ])
  })

  it('offer to bring back whoever is inactive or deleted, first where nobody is active', () => {
    expect(choicesFor(find('Mike Wilson')[0]!)).toEqual(['reactivate', 'skip', 'add'])
    expect(choicesFor(find('John Smith')[0]!)).toEqual(['skip', 'add'])
  })
})

describe('the edits that follow', () => {
  const names = readNames('Alex Brown\nJohn Smith\nMike Wilson\nMike Wilson\nMike Wilson', 24).names
  const duplicates = findDuplicates(names, existing)

  it('skip and reactivate as is usual, nobody twice', () => {
    const edits = plannedEdits({ organizationId: 24, names, duplicates, choices: new Map() })
    expect(edits.map((edit) => (edit.kind === 'add' ? edit.name : edit.operator))).toEqual([
      'Alex Brown',
      { kind: 'known', id: 103 },
      { kind: 'known', id: 104 }
    ])
  })

  it('add another where that is wanted, and say so', () => {
    const edits = plannedEdits({
      organizationId: 24,
      names,
      duplicates,
      choices: new Map([[2, 'add']])
    })
    expect(edits[1]).toEqual({
      kind: 'add',
      organizationId: 24,
      name: 'John Smith',
      addAnyway: true
    })
  })

  it('carry the status that was seen', () => {
    const edits = plannedEdits({ organizationId: 24, names, duplicates, choices: new Map() })
    expect(
      edits.slice(1).map((edit) => edit.kind === 'set-status' && [edit.from, edit.to])
    ).toEqual([
      [1, 0],
      [2, 0]
    ])
  })
})

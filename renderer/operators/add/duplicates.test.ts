import { describe, expect, it } from 'vitest'
import { pack } from '../../../shared/operator-columns.ts'
import { atOnce } from './each-key.ts'
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
const breathe = () => Promise.resolve()
const find = (text: string) => findDuplicates(readNames(text, 24).names, existing, breathe)

describe('duplicates', () => {
  it('are none among new names, and similar ones are no duplicates', async () => {
    expect(await find('Alex Brown\nJohn Smithe')).toEqual([])
  })

  it('are the same in any case, with any blanks', async () => {
    const [duplicate] = await find(' JOHN  smith')
    expect(duplicate?.how).toBe('same')
    expect(duplicate?.found).toEqual({
      kind: 'listed',
      operators: [{ id: 101, name: 'John Smith', status: 0 }]
    })
  })

  it('are probably the same without points', async () => {
    expect((await find('שלום כהן'))[0]?.how).toBe('probably')
  })

  it('are found in the outbox and in the list itself', async () => {
    expect((await find('emma davis'))[0]?.found).toEqual({ kind: 'queued' })
    expect(await find('New One\n\nnew one')).toEqual([
      { line: 3, name: 'new one', how: 'same', found: { kind: 'typed', line: 1 } }
    ])
  })

  it('offer to bring back whoever is inactive or deleted, first where nobody is active', async () => {
    expect(choicesFor((await find('Mike Wilson'))[0]!)).toEqual(['reactivate', 'skip', 'add'])
    expect(choicesFor((await find('John Smith'))[0]!)).toEqual(['skip', 'add'])
  })
})

describe('among many', () => {
  const many = (count: number, prefix: string) =>
    Array.from({ length: count }, (_, at) => `${prefix} ${at}`)

  it('are looked for a few at a time, so that the window can paint', async () => {
    const listed = pack(many(20_000, 'Listed').map((name, at) => ({ id: at + 1, name, status: 0 })))
    const looked: number[] = []
    let since = 0
    const queued = new Proxy(many(20_000, 'Queued'), {
      get(target, key, receiver) {
        if (key !== 'length') since += 1
        return Reflect.get(target, key, receiver) as unknown
      }
    })
    const counted = () => {
      looked.push(since)
      since = 0
      return Promise.resolve()
    }
    const { names } = readNames('Fresh\nListed 19999\nQueued 19999', 24)
    const found = await findDuplicates(names, { operators: listed, queued }, counted)
    expect(found.map(({ line, found: { kind } }) => [line, kind])).toEqual([
      [2, 'listed'],
      [3, 'queued']
    ])
    expect(looked.length).toBe(2 * Math.floor(20_000 / atOnce))
    expect(Math.max(...looked)).toBeLessThanOrEqual(atOnce + 1)
  })

  it('take no longer where all bear one name', async () => {
    const same = Array<string>(20_000).fill('Dana Levi')
    const listed = pack(same.map((name, at) => ({ id: at + 1, name, status: 0 })))
    const { names } = readNames(same.join('\n'), 24)
    expect(await findDuplicates(names, { operators: listed, queued: [] }, breathe)).toHaveLength(
      20_000
    )
    expect(await findDuplicates(names, { operators: null, queued: same }, breathe)).toHaveLength(
      20_000
    )
  })
})

describe('the edits that follow', async () => {
  const names = readNames('Alex Brown\nJohn Smith\nMike Wilson\nMike Wilson\nMike Wilson', 24).names
  const duplicates = await findDuplicates(names, existing, breathe)

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

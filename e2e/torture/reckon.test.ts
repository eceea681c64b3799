import { describe, expect, it } from 'vitest'
import type { LedgerEntry } from '../../electron/sandbox/ledger.ts'
import type { Change, OperatorRow } from '../../electron/sandbox/model.ts'
import { reckon, type Known } from './reckon.ts'
import type { StoredEntry } from './stored-outbox.ts'
import type { AddWish, StatusWish } from './wishes.ts'

const alex: OperatorRow = { id: 104, organizationId: 24, name: 'Alex Brown', status: 0 }

function add(names: readonly string[], shown = true): AddWish {
  return { kind: 'add', code: 'q0001', organizationId: 24, names, at: 0, shown, keptWithin: 1 }
}

const deactivate: StatusWish = {
  kind: 'set-status',
  ...{ organizationId: 24, names: ['Alex Brown'], saw: [0], to: 1, at: 0, shown: true }
}

function request(entry: Partial<LedgerEntry>): LedgerEntry {
  const at = entry.at ?? 1
  return {
    ...{ sequence: at, by: 'client', at, call: 'add', method: 'POST', path: '', body: '[]' },
    ...{ socket: 1, faults: [], applied: [], appliedAt: at, answered: { status: 200 } },
    answeredAt: at,
    ...entry
  }
}

function made(...operators: readonly OperatorRow[]): LedgerEntry {
  const applied = operators.map((operator): Change => ({ kind: 'created', operator }))
  return request({ applied })
}

function list(at: number): LedgerEntry {
  return request({ call: 'list', path: '/api/operator?organizationId=24', at })
}

function status(to: 0 | 1 | 2, about: Partial<LedgerEntry>): LedgerEntry {
  const applied: Change[] = [{ kind: 'status', id: 104, from: 0, to }]
  return request({
    call: 'status',
    body: JSON.stringify({ id: 104, status: to }),
    applied,
    ...about
  })
}

function judge(known: Partial<Known>) {
  const none = { wishes: [], answered: [], ledger: [], operators: [alex], entries: [] }
  return reckon({ ...none, ...known })
}

describe('names', () => {
  it('are right where each was made as often as it was wanted', () => {
    const wishes = [add(['Alex Brown', 'Alex Brown'])]
    expect(judge({ wishes, ledger: [made(alex, { ...alex, id: 105 })] }).violations).toEqual([])
  })

  it('count as doubled, and as lost', () => {
    const ledger = [made(alex, { ...alex, id: 105 })]
    const judged = judge({ wishes: [add(['Alex Brown', 'Emma Davis'])], ledger })
    expect(judged).toMatchObject({ duplicates: 1, losses: 1 })
    expect(judged.violations).toHaveLength(2)
  })

  it('that were not shown as kept may be missing, but only all of them', () => {
    const wishes = [add(['Alex Brown', 'Emma Davis'], false)]
    expect(judge({ wishes }).violations).toEqual([])
    expect(judge({ wishes, ledger: [made(alex)] }).violations).toHaveLength(1)
  })

  it('that a colleague added too may have been taken for ours', () => {
    const wishes = [add(['Alex Brown'])]
    const judged = judge({ wishes, ledger: [{ ...made(alex), by: 'colleague' }] })
    expect(judged).toMatchObject({ losses: 0, undecidable: 1, violations: [] })
  })
})

describe('statuses', () => {
  it('that never came true are lost, unless the person gave them up', () => {
    expect(judge({ wishes: [deactivate] }).losses).toBe(1)
    const gaveUp = { entryId: 'e', name: 'Alex Brown', organizationId: 24, insisted: false }
    const answered = [{ ...gaveUp, gaveUp: true }]
    expect(judge({ wishes: [deactivate], answered }).losses).toBe(0)
  })

  it('overwrite somebody where a list had shown another one before', () => {
    const theirs = status(2, { by: 'colleague', at: 10 })
    const ours = status(1, { at: 5_000 })
    const wishes = [deactivate]
    expect(judge({ wishes, ledger: [theirs, list(20), ours] }).clobbers).toBe(1)
    expect(judge({ wishes, ledger: [theirs, ours] }).clobbers).toBe(0)
    expect(judge({ wishes, ledger: [theirs, list(4_900), ours] }).clobbers).toBe(0)
  })

  it('that nobody wanted are told', () => {
    expect(judge({ ledger: [status(1, {})] }).clobbers).toBe(1)
  })
})

describe('entries', () => {
  const entry: StoredEntry = {
    ...{ id: 'e', organizationId: 24, name: 'Alex Brown', to: null, state: 'confirmed' },
    ...{ operatorId: 104, question: null }
  }

  it('have to end, and belong to one operator each', () => {
    expect(judge({ entries: [{ ...entry, state: 'verifying', operatorId: null }] }).open).toBe(1)
    expect(judge({ entries: [entry, { ...entry, id: 'f' }] }).violations).toHaveLength(1)
  })
})

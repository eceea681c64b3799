import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply, emptyFold, recordsOf, rememberedMs, type Fold } from './journal-fold.ts'
import { openIds } from '../../shared/journal.ts'
import type { StoredRecord } from './journal-record.ts'
import { viewOf } from './journal-view.ts'
import { addOf, answered, anyRecord, attemptOf } from './samples.ts'

const now = 1_700_000_000_000
const header: StoredRecord = { kind: 'header', storeId: 'store', damaged: false }

function foldOf(records: readonly StoredRecord[]): Fold {
  const fold = emptyFold()
  for (const record of [header, ...records]) apply(fold, record)
  return fold
}

describe('what the journal adds up to', () => {
  it('knows open edits in order, ends, and attempts with their outcomes', () => {
    const view = viewOf(
      foldOf([
        { kind: 'queued', accepted: addOf('e2') },
        { kind: 'queued', accepted: addOf('e1') },
        { kind: 'queued', accepted: addOf('e3') },
        { kind: 'intent', attempt: attemptOf('a1', ['e1']) },
        { kind: 'intent', attempt: attemptOf('a2', ['e2']) },
        {
          kind: 'outcome',
          attemptId: 'a2',
          delivery: answered(200, '[{"id":"104","name":"Alex"}]')
        },
        { kind: 'settled', entryId: 'e3', ending: 'cancelled', at: now }
      ]),
      now,
      null
    )
    expect(openIds(view.open)).toEqual(['e1', 'e2'])
    expect(view.ended).toEqual([{ entryId: 'e3', ending: 'cancelled' }])
    expect(view.attempts.map(({ attemptId, outcome }) => [attemptId, outcome])).toEqual([
      ['a1', null],
      [
        'a2',
        { ok: true, value: { kind: 'added', operators: [{ id: 104, name: 'Alex', status: 0 }] } }
      ]
    ])
  })

  it('forgets an attempt once its entries ended or travelled again, and an end after a day', () => {
    const records: StoredRecord[] = [
      { kind: 'queued', accepted: addOf('e1') },
      { kind: 'queued', accepted: addOf('e2') },
      { kind: 'intent', attempt: attemptOf('a1', ['e1', 'e2']) },
      { kind: 'intent', attempt: attemptOf('a2', ['e1']) },
      { kind: 'settled', entryId: 'e2', ending: 'matched', at: now }
    ]
    const fold = foldOf(records)
    expect(viewOf(fold, now, null).attempts.map(({ attemptId }) => attemptId)).toEqual(['a2'])
    expect(viewOf(fold, now + rememberedMs, null).ended).toHaveLength(1)
    expect(viewOf(fold, now + rememberedMs + 1, null)).toMatchObject({
      ended: [],
      open: { accepted: [{ id: 'e1' }] }
    })
  })

  it('tells the store that is its own the ids alone, and another one everything', () => {
    const fold = foldOf([
      { kind: 'queued', accepted: addOf('e1') },
      { kind: 'queued', accepted: addOf('e2') },
      { kind: 'settled', entryId: 'e2', ending: 'cancelled', at: now }
    ])
    const own = viewOf(fold, now, fold.storeId)
    expect([openIds(own.open), own.open.kind, own.ended]).toEqual([['e1'], 'ids', []])
    expect(viewOf(fold, now, 'other')).toMatchObject({
      open: { kind: 'copies', accepted: [addOf('e1')] },
      ended: [{ entryId: 'e2' }]
    })
    expect(openIds(viewOf(emptyFold(), now, null).open)).toEqual([])
  })

  it('keeps an attempt while one of its entries is undecided', () => {
    const fold = foldOf([
      { kind: 'intent', attempt: attemptOf('a1', ['e1', 'e2']) },
      { kind: 'intent', attempt: attemptOf('a2', ['e1']) }
    ])
    expect(viewOf(fold, now, null).attempts).toHaveLength(2)
  })

  it('remembers an end as long as an attempt that carried it is undecided, and then both go', () => {
    const fold = foldOf([
      { kind: 'intent', attempt: attemptOf('a1', ['e1', 'e2']) },
      { kind: 'settled', entryId: 'e1', ending: 'matched', at: now }
    ])
    const later = now + 2 * rememberedMs
    expect(viewOf(fold, later, null)).toMatchObject({
      ended: [{ entryId: 'e1' }],
      attempts: [{ attemptId: 'a1' }]
    })
    apply(fold, { kind: 'settled', entryId: 'e2', ending: 'matched', at: later })
    expect(viewOf(fold, later, null)).toMatchObject({ ended: [{ entryId: 'e2' }], attempts: [] })
  })

  it('is the same after compaction, whatever was recorded', () => {
    fc.assert(
      fc.property(
        fc.array(anyRecord, { maxLength: 60 }),
        fc.nat(40 * 3_600_000),
        (records, later) => {
          const fold = foldOf(records)
          const compacted = emptyFold()
          viewOf(fold, now, null)
          for (const record of recordsOf(fold)) apply(compacted, record)
          expect(viewOf(compacted, now + later, null)).toEqual(
            viewOf(foldOf(records), now + later, null)
          )
        }
      )
    )
  })
})

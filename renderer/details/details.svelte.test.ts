import { flushSync } from 'svelte'
import { afterEach, describe, expect, it } from 'vitest'
import { failed, ok } from '../../shared/result.ts'
import type { ImportRecord } from '../onboarding/import.ts'
import { createIndexer } from '../operators/indexer.ts'
import { Operators } from '../operators/operators.svelte.ts'
import { StandingLists } from '../operators/test-lists.ts'
import { setStatus, StandingOutbox, waiting } from '../operators/test-outbox.ts'
import { Details, type DetailsParts } from './details.svelte.ts'

let open: Details | null = null
afterEach(() => open?.close())

function setUp(over: Partial<DetailsParts> = {}) {
  const lists = new StandingLists()
  const outbox = new StandingOutbox()
  const start = () => {
    throw new Error('short lists need no worker')
  }
  const operators = new Operators({
    ...{ lists, outbox, indexer: createIndexer(start), locale: () => 'en' },
    breathe: () => Promise.resolve()
  })
  void operators.open(24)
  lists.list([
    { id: 101, name: 'John Smith', status: 0 },
    { id: 102, name: 'Sarah Johnson', status: 0 }
  ])
  const asked: unknown[] = []
  const details = new Details({
    operators,
    outbox: {
      view: () => outbox.view(),
      past: async () => [],
      history: async (entryId) => [{ at: 3, entryId, what: 'queued', failure: null }]
    },
    cache: { seen: async () => ok([]) },
    chats: async (...of) => {
      asked.push(of)
      return ok({ total: 2 })
    },
    imports: async (operatorId) =>
      operatorId === 101 ? [{ id: 'import' } as unknown as ImportRecord] : [],
    now: () => 9,
    ...over
  })
  open = details
  const go = async (key: number) => {
    operators.goTo(key)
    await settled()
  }
  return { details, operators, outbox, asked, go }
}

async function settled(): Promise<void> {
  flushSync()
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}

describe('the details of an operator', () => {
  it('follow the row in focus', async () => {
    const { details, go } = setUp()
    await settled()
    expect(details.subject?.row.name).toBe('John Smith')
    expect(details.imports).toHaveLength(1)
    await go(102)
    expect(details.subject?.row.name).toBe('Sarah Johnson')
    expect(details.imports).toEqual([])
  })

  it('show edits with what happened to them, also those that come while they are shown', async () => {
    const { details, outbox } = setUp()
    await settled()
    expect(details.timeline).toEqual([])
    outbox.put('e', setStatus(101, 1), waiting)
    await settled()
    expect(details.timeline).toMatchObject([{ entry: { id: 'e' }, history: [{ what: 'queued' }] }])
    outbox.put('f', setStatus(102, 1), waiting)
    await settled()
    expect(details.timeline).toHaveLength(1)
  })

  it('reach back as far as anything is kept, some at a time', async () => {
    const standing = new StandingOutbox()
    for (let at = 0; at < 25; at += 1) standing.put(`past-${at}`, setStatus(101, 1), waiting)
    const past = async () => [...standing.view().entries.values()].reverse()
    const asked: string[] = []
    const history = async (id: string) => {
      asked.push(id)
      return []
    }
    const seen = { at: 5, before: 3, from: 0, to: 1 } as const
    const { details, go } = setUp({
      outbox: { view: () => new StandingOutbox().view(), past, history },
      cache: { seen: async (...of) => ok(of[1] === 101 ? [seen] : []) }
    })
    await settled()
    expect(details.timeline[0]).toEqual({ kind: 'seen', seen })
    expect([details.timeline.length, details.left]).toEqual([10, 16])
    expect(asked).toHaveLength(9)
    expect(details.timeline[1]).toMatchObject({ listed: false, history: [{ what: 'queued' }] })
    await details.showMore()
    expect([details.timeline.length, details.left]).toEqual([26, 0])
    await go(102)
    expect(details.timeline.length).toBe(10)
  })

  it('count chats only when asked, and forget them with the subject', async () => {
    const { details, asked, go } = setUp()
    await settled()
    expect(asked).toEqual([])
    await details.countChats()
    expect(asked).toEqual([0, 1, 2, 3, 4].map((status) => [24, 101, status]))
    expect(details.chats).toEqual({ kind: 'counted', counts: [2, 2, 2, 2, 2], at: 9 })
    await go(102)
    expect(details.chats).toEqual({ kind: 'unasked' })
  })

  it('drop counts that come after the person went on', async () => {
    let answer: () => void = () => undefined
    const { details, go } = setUp({
      chats: () =>
        new Promise((resolve) => {
          answer = () =>
            resolve(failed({ kind: 'lost', cause: 'timeout', code: 'ETIMEDOUT' } as const))
        })
    })
    await settled()
    const counting = details.countChats()
    await go(102)
    answer()
    await counting
    expect(details.chats).toEqual({ kind: 'unasked' })
  })

  it('are about nobody where no row shows', async () => {
    const { details, operators } = setUp()
    operators.search('nobody of that name')
    await settled()
    expect(details.subject).toBeNull()
    expect(details.timeline).toEqual([])
  })
})

// @vitest-environment node
import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import { deleteImportDatabase, openImportDatabase } from './import-database.ts'

interface Kept {
  readonly id: string
  readonly plannedAt: number
  readonly phase: string
}

const parse = (value: unknown) => (value && typeof value === 'object' ? (value as Kept) : null)
interface Draft {
  readonly id: string
  readonly takenAt: number
  readonly work: string | null
}

const draft = (value: unknown) => (value ? (value as Draft) : null)
const memory = (value: unknown) => (value ? (value as { organizationId: number }) : null)
const opened: { close(): void }[] = []

function open(account: string) {
  const store = openImportDatabase<Kept, unknown, { organizationId: number }, Draft>(account, {
    record: parse,
    memory,
    draft
  })
  opened.push(store)
  return store
}

afterEach(() => {
  for (const store of opened.splice(0)) store.close()
})

const record: Kept = { id: 'a', plannedAt: 1, phase: 'planned' }
const contents = { file: new Blob(['Dana']), plan: new Uint8Array([1, 2]) }

describe('stored imports', () => {
  it('come back whole: file, plan, chunks in order, outcomes in the order in which they came', async () => {
    const store = open('whole')
    expect(await store.create(record, contents, null)).toEqual({ ok: true, value: null })
    await store.addChunk('a', { index: 1, entryIds: ['e3'] }, 'second')
    await store.addChunk('a', { index: 0, entryIds: ['e1', 'e2'] }, 'first')
    await store.keepOutcomes('a', [['e1', 'rejected']])
    await store.keepOutcomes('a', [['e1', 'added']])
    store.close()
    const loaded = await open('whole').load('a')
    expect(loaded).toMatchObject({
      record: { ...record, phase: 'first' },
      plan: contents.plan,
      chunks: [['e1', 'e2'], ['e3']],
      outcomes: [
        ['e1', 'rejected'],
        ['e1', 'added']
      ]
    })
    expect(await loaded?.file.text()).toBe('Dana')
  })

  it('are listed newest first, and keep to their account', async () => {
    const store = open('list')
    await store.create(record, contents, null)
    await store.create({ ...record, id: 'b', plannedAt: 5 }, contents, null)
    await store.setPhase('a', 'applied')
    expect((await store.list()).map(({ id, phase }) => [id, phase])).toEqual([
      ['b', 'planned'],
      ['a', 'applied']
    ])
    expect(await open('another').list()).toEqual([])
  })

  it('leave nothing behind when they are removed', async () => {
    const store = open('remove')
    await store.create(record, contents, null)
    await store.addChunk('a', { index: 0, entryIds: ['e1'] }, 'x')
    await store.keepOutcomes('a', [['e1', 'added']])
    await store.remove('a')
    expect(await store.load('a')).toBeNull()
    await store.create(record, contents, null)
    expect(await store.load('a')).toMatchObject({ chunks: [], outcomes: [] })
  })

  it('are recognized by an edit that they made, or by what came of one', async () => {
    const store = open('trace')
    for (const id of ['a', 'b', 'c']) await store.create({ ...record, id }, contents, null)
    await store.addChunk('a', { index: 0, entryIds: ['e1', 'e2'] }, 'x')
    await store.addChunk('b', { index: 0, entryIds: ['e3'] }, 'x')
    const added = { kind: 'added', operatorId: 101 }
    const outcomes = [['e4', added] as const, ['e5', added] as const, ['e6', 'rejected'] as const]
    await store.keepOutcomes('c', outcomes)
    const entryIds = new Set(['e2', 'e9'])
    expect(await store.trace({ entryIds, operatorId: 101 })).toEqual(new Set(['a', 'c']))
    expect(await store.trace({ entryIds, operatorId: null })).toEqual(new Set(['a']))
    expect(await store.trace({ entryIds: new Set(), operatorId: 102 })).toEqual(new Set())
  })

  it('are recognized also where an earlier version kept them', async () => {
    const old = new Dexie('imports-earlier')
    old.version(1).stores({
      ...{ imports: 'id', contents: 'id', memories: 'organizationId' },
      ...{ chunks: '[importId+index]', outcomes: '++,importId' }
    })
    old.version(2).stores({ drafts: 'id', draftFiles: 'id' })
    await old.table('chunks').put({ importId: 'a', index: 0, entryIds: ['e1'] })
    const outcomes = [['e4', { kind: 'changed', operatorId: 101 }], 'damaged']
    await old.table('outcomes').put({ importId: 'c', outcomes })
    old.close()
    const traced = { entryIds: new Set(['e1']), operatorId: 101 }
    expect(await open('earlier').trace(traced)).toEqual(new Set(['a', 'c']))
  })

  it('remember choices by organization until the account is deleted', async () => {
    const store = open('memory')
    await store.remember({ organizationId: 24 })
    expect(await store.recall(24)).toEqual({ organizationId: 24 })
    expect(await store.recall(25)).toBeNull()
    store.close()
    expect(await deleteImportDatabase('memory')).toEqual({ ok: true, value: null })
    expect(await open('memory').recall(24)).toBeNull()
  })
})

describe('drafts of imports', () => {
  const first: Draft = { id: 'd1', takenAt: 1, work: null }
  const file = new Blob(['Dana'])

  it('come back with what was noted, in the order in which they were taken in', async () => {
    const store = open('drafts')
    await store.keepDraft({ ...first, id: 'd2', takenAt: 2 }, file)
    await store.keepDraft(first, file)
    await store.noteDraft('d1', 'half way')
    store.close()
    const later = open('drafts')
    expect(await later.drafts()).toEqual([
      { ...first, work: 'half way' },
      { ...first, id: 'd2', takenAt: 2 }
    ])
    expect(await (await later.draftFile('d1'))?.text()).toBe('Dana')
  })

  it('are gone with their bytes once they are dropped, and a note brings none of them back', async () => {
    const store = open('dropped')
    await store.keepDraft(first, file)
    await store.dropDrafts(['d1'])
    await store.noteDraft('d1', 'too late')
    expect([await store.drafts(), await store.draftFile('d1')]).toEqual([[], null])
  })

  it('end with the import that is made of them, in one write', async () => {
    const store = open('applied')
    await store.keepDraft(first, file)
    await store.keepDraft({ ...first, id: 'd2' }, file)
    await store.create(record, contents, 'd1')
    expect((await store.drafts()).map(({ id }) => id)).toEqual(['d2'])
    expect(await store.draftFile('d1')).toBeNull()
  })

  it('find their place in a database from before there were any', async () => {
    const { Dexie } = await import('dexie')
    const before = new Dexie('imports-older')
    before.version(1).stores({
      ...{ imports: 'id', contents: 'id', chunks: '[importId+index]' },
      ...{ outcomes: '++,importId', memories: 'organizationId' }
    })
    await before.table('imports').put(record)
    before.close()
    const store = open('older')
    await store.keepDraft(first, file)
    expect([(await store.list()).length, (await store.drafts()).length]).toEqual([1, 1])
  })
})

import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { afterEach, describe, expect, test } from 'vitest'
import { pack } from '../../shared/operator-columns.ts'
import type { Operator } from '../../shared/operator.ts'
import type { KnownOperators, OperatorCache } from './operator-cache.ts'
import { deleteOperatorCache, openOperatorCache } from './operator-database.ts'

const opened: OperatorCache[] = []
let account = 0

function open(name = `account-${(account += 1)}`): OperatorCache {
  const cache = openOperatorCache(name)
  opened.push(cache)
  return cache
}

afterEach(() => {
  for (const cache of opened.splice(0)) cache.close()
})

const known: KnownOperators = {
  organizationId: 24,
  columns: pack([
    { id: 101, name: 'John Smith', status: 0 },
    { id: 102, name: 'דנה', status: 2 }
  ]),
  unlisted: new Set([102]),
  at: 1_700_000_000_000
}

/** Another connection to the same records, to see and damage what rests on the disk. */
async function disk<T>(work: (database: Dexie) => PromiseLike<T>): Promise<T> {
  const database = await new Dexie(`operators-account-${account}`).open()
  try {
    return await work(database)
  } finally {
    database.close()
  }
}

describe('operators', () => {
  test('come back after a restart as they were kept', async () => {
    const cache = open()
    await cache.keepOperators(known, null)
    cache.close()
    expect(await open(`account-${account}`).operators(24)).toEqual({ ok: true, value: known })
  })

  test('are nothing where nothing was kept', async () => {
    expect(await open().operators(24)).toEqual({ ok: true, value: null })
  })

  test('an empty list is kept as one', async () => {
    const cache = open()
    const empty = { ...known, columns: pack([]), unlisted: new Set<number>() }
    await cache.keepOperators(empty, null)
    expect(await cache.operators(24)).toEqual({ ok: true, value: empty })
  })

  test('of different accounts and organizations stay apart', async () => {
    const cache = open()
    await cache.keepOperators(known, null)
    expect(await cache.operators(2)).toEqual({ ok: true, value: null })
    expect(await open().operators(24)).toEqual({ ok: true, value: null })
  })

  test('an unchanged list writes no row, only when it was seen', async () => {
    const cache = open()
    await cache.keepOperators(known, null)
    await disk((database) => database.table('namePacks').clear())
    await cache.keepOperators(
      { ...known, columns: pack([...unpacked()]), at: known.at! + 1 },
      known
    )
    const left = await disk(async (database) => ({
      packs: await database.table('namePacks').count(),
      deltas: await database.table('deltas').count(),
      list: await database.table('lists').get(24)
    }))
    expect(left).toMatchObject({ packs: 0, deltas: 0 })
    expect(left.list).toMatchObject({ at: known.at! + 1, rows: 2 })
  })

  test('that are damaged count as not kept', async () => {
    const cache = open()
    await cache.keepOperators(known, null)
    await disk((database) => database.table('statusPacks').clear())
    expect(await cache.operators(24)).toEqual({ ok: true, value: null })
  })

  test('a damaged record of the list counts as not kept', async () => {
    const cache = open()
    await cache.keepOperators(known, null)
    await disk((database) =>
      database.table('lists').put({ organizationId: 24, at: 'yesterday', count: 2 })
    )
    expect(await cache.operators(24)).toEqual({ ok: true, value: null })
    expect(await cache.counts()).toEqual({ ok: true, value: new Map() })
    await cache.keepOperators(known, null)
    expect(await cache.operators(24)).toEqual({ ok: true, value: known })
  })

  test('are counted by organization, the deleted left out', async () => {
    const cache = open()
    await cache.keepOperators(known, null)
    await cache.keepOperators({ ...known, organizationId: 7, columns: pack([]) }, null)
    expect(await cache.counts()).toEqual({
      ok: true,
      value: new Map([
        [24, 1],
        [7, 0]
      ])
    })
  })
})

function unpacked() {
  return [
    { id: 101, name: 'John Smith', status: 0 },
    { id: 102, name: 'דנה', status: 2 }
  ] as const
}

describe('organizations and drafts', () => {
  test('come back after a restart', async () => {
    const cache = open()
    const seen = { organizations: [{ id: 24, name: 'Customer Support' }], at: 5 }
    await cache.keepOrganizations(seen)
    await cache.keepDraft('add', 'Alex Brown\nEmma')
    cache.close()
    const again = open(`account-${account}`)
    expect(await again.organizations()).toEqual({ ok: true, value: expect.objectContaining(seen) })
    expect(await again.draft('add')).toEqual({ ok: true, value: 'Alex Brown\nEmma' })
  })

  test('an emptied draft is gone', async () => {
    const cache = open()
    await cache.keepDraft('add', 'Alex')
    await cache.keepDraft('add', '')
    expect(await cache.draft('add')).toEqual({ ok: true, value: null })
  })

  test('wiping the lists leaves what a person typed', async () => {
    const cache = open()
    await cache.keepOperators(known, null)
    await cache.keepOrganizations({ organizations: [], at: 5 })
    await cache.keepDraft('add', 'Alex')
    expect(await cache.wipe('lists')).toEqual({ ok: true, value: null })
    expect(await cache.operators(24)).toEqual({ ok: true, value: null })
    expect(await cache.organizations()).toEqual({ ok: true, value: null })
    expect(await cache.draft('add')).toEqual({ ok: true, value: 'Alex' })
    await cache.wipe('everything')
    expect(await cache.draft('add')).toEqual({ ok: true, value: null })
  })
})

/** A list of `rows`, as of `at`; `change` alters some of its operators. */
function team(rows: number, at: number, change: (operator: Operator) => Operator = (same) => same) {
  const operators = Array.from({ length: rows }, (_, row) =>
    change({ id: row + 1, name: `Dana ${row}`, status: 0 })
  )
  return { organizationId: 24, columns: pack(operators), unlisted: new Set<number>(), at }
}

/** A list in which so many have been deactivated, as of `at`. */
function rewritten(at: number, rows = 6000): KnownOperators {
  return team(rows, at, (operator) => (operator.id <= at ? { ...operator, status: 1 } : operator))
}

describe('changes', () => {
  test('rest beside the packs, which are not touched', async () => {
    const cache = open()
    const first = team(6000, 1)
    const second = team(6001, 2, (operator) =>
      operator.id === 5000 ? { id: 5000, name: 'Noa', status: 2 } : operator
    )
    await cache.keepOperators(first, null)
    const packs = () => disk((database) => database.table('namePacks').toArray())
    const before = await packs()
    await cache.keepOperators(second, first)
    expect(await packs()).toEqual(before)
    cache.close()
    const again = open(`account-${account}`)
    expect(await again.operators(24)).toEqual({ ok: true, value: second })
    expect(await again.counts()).toEqual({ ok: true, value: new Map([[24, 6000]]) })
  })

  test('however many come one after another, never pile up', async () => {
    const cache = open()
    let kept = rewritten(0, 300)
    await cache.keepOperators(kept, null)
    let most = 0
    for (let at = 1; at <= 40; at += 1) {
      const next = rewritten(at, 300 + at)
      await cache.keepOperators(next, kept)
      kept = next
      most = Math.max(most, await disk((database) => database.table('deltas').count()))
      expect(await cache.operators(24)).toEqual({ ok: true, value: next })
    }
    expect(most).toBe(16)
  })

  test('that are large are folded into the packs at once', async () => {
    const cache = open()
    const first = rewritten(0)
    await cache.keepOperators(first, null)
    const next = rewritten(5000)
    await cache.keepOperators(next, first)
    expect(await disk((database) => database.table('deltas').count())).toBe(0)
    expect(await cache.operators(24)).toEqual({ ok: true, value: next })
  })

  test('of a list that another connection replaced meanwhile are not laid over it', async () => {
    const cache = open()
    const first = rewritten(0)
    await cache.keepOperators(first, null)
    await open(`account-${account}`).keepOperators(team(3, 7), null)
    await cache.keepOperators(rewritten(8), first)
    expect(await cache.operators(24)).toEqual({ ok: true, value: rewritten(8) })
  })

  test('of a list that was wiped meanwhile are not laid over nothing', async () => {
    const cache = open()
    const first = rewritten(0)
    await cache.keepOperators(first, null)
    await cache.wipe('lists')
    await cache.keepOperators(rewritten(8), first)
    expect(await cache.operators(24)).toEqual({ ok: true, value: rewritten(8) })
  })

  test('that are damaged or missing count as a list that is not kept', async () => {
    const cache = open()
    const first = rewritten(0)
    await cache.keepOperators(first, null)
    await cache.keepOperators(rewritten(8), first)
    await disk((database) => database.table('deltas').toCollection().modify({ rows: 'none' }))
    expect(await cache.operators(24)).toEqual({ ok: true, value: null })
    await disk((database) => database.table('deltas').clear())
    expect(await cache.operators(24)).toEqual({ ok: true, value: null })
  })

  test('that the disk refuses in the middle leave what was kept', async () => {
    const cache = open()
    const first = rewritten(0)
    await cache.keepOperators(first, null)
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
      if (this.name === 'lists') throw new DOMException('full', 'QuotaExceededError')
      return key === undefined ? put.call(this, value) : put.call(this, value, key)
    }
    const answer = await cache.keepOperators(rewritten(5000), first)
    IDBObjectStore.prototype.put = put
    expect(answer).toMatchObject({ ok: false, failure: { cause: 'disk-full' } })
    expect(await cache.operators(24)).toEqual({ ok: true, value: first })
  })
})

describe('a database of another version', () => {
  /** The tables of the first version; records in their shape of then. */
  async function keepInFirstVersion(): Promise<void> {
    const old = new Dexie(`operators-account-${(account += 1)}`)
    old.version(1).stores({
      namePacks: '[organizationId+pack]',
      statusPacks: '[organizationId+pack]',
      lists: 'organizationId',
      organizations: 'key',
      drafts: 'form'
    })
    await old.table('namePacks').put({
      organizationId: 24,
      pack: 0,
      ids: Float64Array.of(101, 102),
      names: 'John Smithדנה',
      ends: Uint32Array.of(10, 13)
    })
    const statuses = Uint8Array.of(0, 2)
    await old.table('statusPacks').put({ organizationId: 24, pack: 0, statuses })
    const unlisted = Float64Array.of(102)
    await old
      .table('lists')
      .put({ organizationId: 24, at: known.at, count: 2, notDeleted: 1, unlisted })
    const organizations = [{ id: 24, name: 'Customer Support' }]
    await old.table('organizations').put({ key: 'seen', organizations, at: 5 })
    await old.table('drafts').put({ form: 'add', text: 'Alex' })
    old.close()
  }

  test('opens with everything that an earlier one kept, and goes on from there', async () => {
    await keepInFirstVersion()
    const cache = open(`account-${account}`)
    expect(await cache.operators(24)).toEqual({ ok: true, value: known })
    expect(await cache.counts()).toEqual({ ok: true, value: new Map([[24, 1]]) })
    const organizations = [{ id: 24, name: 'Customer Support' }]
    expect(await cache.organizations()).toEqual({ ok: true, value: { organizations, at: 5 } })
    expect(await cache.draft('add')).toEqual({ ok: true, value: 'Alex' })
    const alex = { id: 104, name: 'Alex', status: 0 as const }
    const next = { ...known, columns: pack([...unpacked(), alex]), at: 9 }
    expect(await cache.keepOperators(next, known)).toMatchObject({ ok: true })
    expect(await cache.operators(24)).toEqual({ ok: true, value: next })
  })

  test('is refused where a later one wrote it, and left as it is', async () => {
    const later = new Dexie(`operators-account-${(account += 1)}`)
    later.version(9).stores({ lists: 'organizationId', somethingNew: 'id' })
    await later.table('lists').put({ organizationId: 24, other: 'shape' })
    later.close()
    const cache = open(`account-${account}`)
    expect(await cache.operators(24)).toMatchObject({
      ok: false,
      failure: { kind: 'not-stored', cause: 'newer', place: 'cache' }
    })
    expect(await cache.keepOperators(known, null)).toMatchObject({ ok: false })
    const left = await disk(async (database) => ({
      version: database.verno,
      tables: database.tables.map(({ name }) => name),
      lists: await database.table('lists').toArray()
    }))
    expect(left).toEqual({
      version: 9,
      tables: ['lists', 'somethingNew'],
      lists: [{ organizationId: 24, other: 'shape' }]
    })
  })

  test('is removed with its account, whoever wrote it', async () => {
    const later = new Dexie(`operators-account-${(account += 1)}`)
    later.version(9).stores({ lists: 'organizationId' })
    await later.open()
    later.close()
    expect(await deleteOperatorCache(`account-${account}`)).toMatchObject({ ok: true })
    expect(await Dexie.exists(`operators-account-${account}`)).toBe(false)
  })
})

describe('failures', () => {
  test('a database that cannot be opened is told, not thrown', async () => {
    const factory = Dexie.dependencies.indexedDB
    Dexie.dependencies.indexedDB = Object.assign(Object.create(factory), {
      open: () => {
        throw new DOMException('denied', 'SecurityError')
      }
    })
    const answer = await open().operators(24)
    Dexie.dependencies.indexedDB = factory
    expect(answer).toMatchObject({
      ok: false,
      failure: { kind: 'not-stored', place: 'cache', code: 'SecurityError' }
    })
  })

  test('a closed cache says so', async () => {
    const cache = open()
    await cache.counts()
    cache.close()
    expect(await cache.keepDraft('add', 'x')).toMatchObject({
      ok: false,
      failure: { kind: 'not-stored', code: 'DatabaseClosedError' }
    })
  })
})

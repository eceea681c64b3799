import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { afterEach, describe, expect, test } from 'vitest'
import { pack } from '../../shared/operator-columns.ts'
import type { KnownOperators, OperatorCache } from './operator-cache.ts'
import { openOperatorCache } from './operator-database.ts'

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

  test('an unchanged list rewrites no pack, only when it was seen', async () => {
    const cache = open()
    await cache.keepOperators(known, null)
    await disk((database) => database.table('namePacks').clear())
    await cache.keepOperators(
      { ...known, columns: pack([...unpacked()]), at: known.at! + 1 },
      known
    )
    const left = await disk(async (database) => ({
      packs: await database.table('namePacks').count(),
      list: await database.table('lists').get(24)
    }))
    expect(left.packs).toBe(0)
    expect(left.list).toMatchObject({ at: known.at! + 1, count: 2 })
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

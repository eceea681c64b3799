import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import type { OperatorCache } from './operator-cache.ts'
import { deleteOperatorCache, openOperatorCache } from './operator-database.ts'
import { OperatorDatabase } from './operator-tables.ts'
import { keepSeen, seenOf, type SeenStatuses } from './status-records.ts'

const opened: { close(): void }[] = []

function open(): OperatorCache {
  const cache = openOperatorCache('seen')
  opened.push(cache)
  return cache
}

afterEach(async () => {
  for (const one of opened.splice(0)) one.close()
  await deleteOperatorCache('seen')
})

function seen(at: number, ids: readonly number[] = [101], organizationId = 24): SeenStatuses {
  return {
    ...{ organizationId, at, before: at - 1, ids: Float64Array.from(ids) },
    from: Uint8Array.from(ids, () => 0),
    to: Uint8Array.from(ids, () => 1)
  }
}

describe('statuses that lists showed', () => {
  it('are kept through a restart, and told of one operator, the latest first', async () => {
    const cache = open()
    await cache.keepSeen(seen(3, [101, 102]))
    await cache.keepSeen(seen(5))
    await cache.keepSeen(seen(4, [101], 25))
    cache.close()
    expect(await open().seen(24, 101)).toEqual({
      ok: true,
      value: [
        { at: 5, before: 4, from: 0, to: 1 },
        { at: 3, before: 2, from: 0, to: 1 }
      ]
    })
    expect(await open().seen(24, 102)).toMatchObject({ value: [{ at: 3 }] })
    expect(await open().seen(24, 103)).toEqual({ ok: true, value: [] })
  })

  it('go with the lists', async () => {
    const cache = open()
    await cache.keepSeen(seen(3))
    await cache.wipe('lists')
    expect(await cache.seen(24, 101)).toEqual({ ok: true, value: [] })
  })

  it('are told without those that are damaged', async () => {
    const cache = open()
    await cache.keepSeen(seen(3))
    const database = await new Dexie('operators-seen').open()
    const damaged = { organizationId: 24, at: 4, count: 1, ids: Float64Array.of(101), from: 'x' }
    await database.table('seenStatuses').put(damaged)
    database.close()
    expect(await cache.seen(24, 101)).toMatchObject({ value: [{ at: 3 }] })
  })

  it('can be kept in a database of the version before them', async () => {
    const old = new Dexie('operators-seen')
    old.version(1).stores({
      namePacks: '[organizationId+pack]',
      statusPacks: '[organizationId+pack]',
      lists: 'organizationId',
      organizations: 'key',
      drafts: 'form'
    })
    old.version(2).stores({ deltas: '[organizationId+number]' })
    await old.table('drafts').put({ form: 'add', text: 'Alex' })
    old.close()
    const cache = open()
    expect(await cache.keepSeen(seen(3))).toEqual({ ok: true, value: null })
    expect(await cache.draft('add')).toEqual({ ok: true, value: 'Alex' })
    expect(await cache.seen(24, 101)).toMatchObject({ value: [{ at: 3 }] })
  })
})

describe('what is kept of them', () => {
  async function kept(bound: { forMs: number; lists: number; changes: number }) {
    const database = new OperatorDatabase('seen')
    opened.push(database)
    const { seenStatuses } = database
    await keepSeen(seenStatuses, seen(1, [101], 25), bound)
    for (const at of [1, 2, 3, 4]) await keepSeen(seenStatuses, seen(at, [101, 102]), bound)
    expect(await seenOf(seenStatuses, 25, 101)).toHaveLength(1)
    return (await seenOf(seenStatuses, 24, 101)).map(({ at }) => at)
  }

  it.each([
    ['as old as can be', { forMs: 2, lists: 9, changes: 99 }, [4, 3, 2]],
    ['so many lists', { forMs: 9, lists: 2, changes: 99 }, [4, 3]],
    ['so many changes', { forMs: 9, lists: 9, changes: 5 }, [4, 3]],
    ['the latest, however much it tells', { forMs: 9, lists: 9, changes: 1 }, [4]]
  ])('is, for each organization, %s', async (_, bound, left) => {
    expect(await kept(bound)).toEqual(left)
  })
})

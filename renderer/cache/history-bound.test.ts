import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import { keep, type KeptEntry } from '../outbox/kept-entry.ts'
import type { OutboxStore } from '../outbox/ports.ts'
import { deleteOutboxDatabase, openOutboxDatabase } from './outbox-database.ts'

const opened: OutboxStore[] = []

function open(bound: { readonly forMs: number; readonly most: number }, now: () => number) {
  const store = openOutboxDatabase('bounded', undefined, { ...bound, now })
  opened.push(store)
  return store
}

afterEach(async () => {
  for (const store of opened.splice(0)) store.close()
  await deleteOutboxDatabase('bounded')
})

/** An add that ended at its own number. */
function ended(order: number): KeptEntry {
  const edit = { kind: 'add', organizationId: 24, name: 'Alex', addAnyway: false } as const
  const entry = keep({ id: `entry-${order}`, edit, order, queuedAt: 1, actionId: 'a' }, [])
  return { ...entry, state: { kind: 'confirmed', operatorId: order, at: order } }
}

/** An edit ends, and leaves the panel. */
async function live(store: OutboxStore, order: number): Promise<void> {
  const { id } = ended(order)
  const nothing = { storeId: null, attempts: [], goneAttempts: [], created: [], history: [] }
  const event = { at: order, entryId: id, what: 'confirmed', failure: null } as const
  await store.write({
    ...nothing,
    entries: [ended(order)],
    past: [],
    created: [[id, order]],
    history: [event]
  })
  await store.write({ ...nothing, entries: [], past: [id] })
}

async function left(): Promise<Record<string, number>> {
  const database = await new Dexie('outbox-bounded').open()
  const names = ['entries', 'past', 'history', 'created']
  const counts = await Promise.all(names.map((name) => database.table(name).count()))
  database.close()
  return Object.fromEntries(names.map((name, at) => [name, counts[at] ?? 0]))
}

describe('what is kept of edits that have left the panel', () => {
  it('is never more than so many, the latest', async () => {
    const store = open({ forMs: 1_000_000, most: 5 }, () => 0)
    for (let order = 1; order <= 20; order += 1) await live(store, order)
    expect(await left()).toEqual({ entries: 0, past: 5, history: 5, created: 5 })
    expect(await store.history('entry-20')).toMatchObject({ value: [{ at: 20 }] })
    expect(await store.history('entry-15')).toEqual({ ok: true, value: [] })
  })

  it('is never older than so long', async () => {
    let now = 0
    const store = open({ forMs: 10, most: 1_000 }, () => now)
    for (now = 1; now <= 30; now += 1) await live(store, now)
    expect(await left()).toEqual({ entries: 0, past: 11, history: 11, created: 11 })
  })

  it('is there in full where an earlier version kept it', async () => {
    const old = new Dexie('outbox-bounded')
    old.version(1).stores({
      entries: 'id',
      attempts: 'id',
      created: 'entryId',
      past: 'id',
      history: '[entryId+at+n]',
      about: 'key'
    })
    await old.table('entries').bulkPut([ended(1), ended(2)])
    await old.table('past').put(ended(3))
    await old.table('created').put({ entryId: 'entry-3', operatorId: 3 })
    await old.table('about').put({ key: 'storeId', value: 'pair' })
    old.close()
    const store = open({ forMs: 1_000, most: 1_000 }, () => 10)
    expect(await store.load()).toEqual({
      ok: true,
      value: {
        storeId: 'pair',
        entries: [ended(1), ended(2)],
        attempts: [],
        created: new Map([['entry-3', 3]])
      }
    })
    expect(await left()).toEqual({ entries: 2, past: 1, history: 0, created: 1 })
  })
})

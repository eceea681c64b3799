import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import { keep, type KeptEntry } from '../outbox/kept-entry.ts'
import type { StoredChanges } from '../outbox/ports.ts'
import { deleteOutboxDatabase, openOutboxDatabase } from './outbox-database.ts'

const nothing: StoredChanges = {
  storeId: null,
  entries: [],
  past: [],
  attempts: [],
  goneAttempts: [],
  created: [],
  history: []
}

function entry(order: number): KeptEntry {
  const edit = {
    kind: 'add',
    organizationId: 24,
    name: `Operator ${order}`,
    addAnyway: false
  } as const
  return keep({ id: `entry-${order}`, edit, order, queuedAt: 1_000, actionId: 'action' }, [])
}

afterEach(() => deleteOutboxDatabase('account'))

describe('the stored outbox', () => {
  it('gives back what it was given, in queue order', async () => {
    const store = openOutboxDatabase('account')
    const attempt = {
      kind: 'add',
      id: 'attempt',
      organizationId: 24,
      entries: [{ id: 'entry-2', name: 'Operator 2' }],
      known: [1, 2]
    } as const
    const entries = [entry(12), entry(2), entry(1)]
    await store.write({
      ...nothing,
      storeId: 'pair',
      entries,
      attempts: [attempt],
      created: [['entry-1', 105]]
    })
    store.close()
    const again = openOutboxDatabase('account')
    const loaded = await again.load()
    again.close()
    expect(loaded).toEqual({
      ok: true,
      value: {
        storeId: 'pair',
        entries: [entry(1), entry(2), entry(12)],
        attempts: [attempt],
        created: new Map([['entry-1', 105]])
      }
    })
  })

  it('reads what many entries have in common once', async () => {
    const store = openOutboxDatabase('account')
    await store.write({ ...nothing, entries: [entry(1), entry(2)] })
    const loaded = await store.load()
    store.close()
    const [one, other] = loaded.ok ? loaded.value.entries : []
    expect(one?.state).toBe(other?.state)
    expect([one?.baseline, one?.replaces]).toEqual([[], []])
    expect(one?.baseline).toBe(other?.known)
  })

  it('asks for strict durability', async () => {
    const store = openOutboxDatabase('account')
    const seen: (string | undefined)[] = []
    const open = IDBDatabase.prototype.transaction
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      if (mode === 'readwrite') seen.push(options?.durability)
      return open.call(this, stores, mode, options)
    }
    await store.write({ ...nothing, entries: [entry(1)] })
    IDBDatabase.prototype.transaction = open
    store.close()
    expect(seen).toEqual(['strict'])
  })

  it('writes all of a change or nothing', async () => {
    const store = openOutboxDatabase('account')
    const unstorable = { ...entry(2), baseline: [() => 1] } as unknown as KeptEntry
    await expect(store.write({ ...nothing, entries: [entry(1), unstorable] })).rejects.toThrow()
    const loaded = await store.load()
    store.close()
    expect(loaded).toMatchObject({ ok: true, value: { entries: [] } })
  })

  it('says that the disk is full, and has changed nothing', async () => {
    const store = openOutboxDatabase('account')
    await store.write({ ...nothing, entries: [entry(1)] })
    const put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full', 'QuotaExceededError')
    }
    const written = await store.write({ ...nothing, entries: [{ ...entry(1), missed: 2 }] })
    IDBObjectStore.prototype.put = put
    const loaded = await store.load()
    store.close()
    expect(written).toEqual({
      ok: false,
      failure: {
        kind: 'not-stored',
        cause: 'disk-full',
        place: 'outbox',
        code: 'QuotaExceededError'
      }
    })
    expect(loaded).toMatchObject({ ok: true, value: { entries: [{ missed: 0 }] } })
  })

  it('takes ten thousand entries in one transaction', async () => {
    const store = openOutboxDatabase('account')
    const entries = Array.from({ length: 10_000 }, (_, at) => entry(at + 1))
    expect(await store.write({ ...nothing, entries })).toEqual({ ok: true, value: null })
    const loaded = await store.load()
    store.close()
    expect(loaded.ok && loaded.value.entries).toHaveLength(10_000)
  })

  it('moves entries that leave the panel to the history, and keeps what they created', async () => {
    const store = openOutboxDatabase('account')
    await store.write({ ...nothing, entries: [entry(1), entry(2)], created: [['entry-1', 105]] })
    await store.write({ ...nothing, past: ['entry-1'] })
    const loaded = await store.load()
    store.close()
    expect(loaded).toMatchObject({
      ok: true,
      value: { entries: [{ id: 'entry-2' }], created: new Map([['entry-1', 105]]) }
    })
  })

  it('tells what happened to an entry, oldest first', async () => {
    const store = openOutboxDatabase('account')
    const event = (entryId: string, at: number, what: 'sent' | 'reply' | 'confirmed') => ({
      entryId,
      at,
      what,
      failure: null
    })
    await store.write({
      ...nothing,
      history: [event('entry-1', 5, 'sent'), event('entry-2', 5, 'sent')]
    })
    await store.write({
      ...nothing,
      history: [event('entry-1', 9, 'reply'), event('entry-1', 9, 'confirmed')]
    })
    const history = await store.history('entry-1')
    store.close()
    expect(history).toEqual({
      ok: true,
      value: [
        event('entry-1', 5, 'sent'),
        event('entry-1', 9, 'reply'),
        event('entry-1', 9, 'confirmed')
      ]
    })
  })

  it('reads entries of a version that knew less about them', async () => {
    const store = openOutboxDatabase('account')
    const { id, edit, order, queuedAt, actionId, state, everSent, refusedIn } = entry(1)
    const older = { id, edit, order, queuedAt, actionId, state, everSent, refusedIn } as KeptEntry
    await store.write({ ...nothing, entries: [older] })
    const loaded = await store.load()
    store.close()
    expect(loaded).toMatchObject({ ok: true, value: { entries: [entry(1)] } })
  })

  it('refuses to leave out a record that is no entry', async () => {
    const store = openOutboxDatabase('account')
    await store.write({ ...nothing, entries: [{ id: 'entry-1' } as unknown as KeptEntry] })
    const loaded = await store.load()
    store.close()
    expect(loaded).toMatchObject({
      ok: false,
      failure: { kind: 'not-stored', place: 'outbox', code: 'DamagedRecord' }
    })
  })

  it('keeps accounts apart', async () => {
    const store = openOutboxDatabase('account')
    const other = openOutboxDatabase('other')
    await store.write({ ...nothing, entries: [entry(1)] })
    const loaded = await other.load()
    store.close()
    other.close()
    await deleteOutboxDatabase('other')
    expect(loaded).toMatchObject({ ok: true, value: { entries: [] } })
    expect(await Dexie.exists('other')).toBe(false)
  })
})

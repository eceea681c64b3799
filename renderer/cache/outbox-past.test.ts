import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { afterEach, describe, expect, it } from 'vitest'
import type { Edit, OperatorRef } from '../../shared/edit.ts'
import type { EntryState } from '../outbox/entry.ts'
import { keep, type KeptEntry } from '../outbox/kept-entry.ts'
import { deleteOutboxDatabase, openOutboxDatabase } from './outbox-database.ts'

const nothing = {
  ...{ storeId: null, entries: [], past: [], attempts: [], goneAttempts: [] },
  ...{ created: [], history: [] }
}

function ended(order: number, edit: Edit, state: EntryState): KeptEntry {
  const accepted = { id: `e${order}`, edit, order, queuedAt: order, actionId: 'a' }
  return { ...keep(accepted, []), state }
}

function add(organizationId = 24): Edit {
  return { kind: 'add', organizationId, name: 'Alex', addAnyway: false }
}

function setStatus(operator: OperatorRef): Edit {
  const fixed = { kind: 'set-status', organizationId: 24, name: 'Alex', after: null } as const
  return { ...fixed, operator, from: 0, to: 1 }
}

const confirmed: EntryState = { kind: 'confirmed', operatorId: 101, at: 9 }
const cancelled: EntryState = { kind: 'cancelled', at: 9 }
const someoneElse: EntryState = { kind: 'confirmed', operatorId: 7, at: 9 }
const entries = [
  ended(1, add(), confirmed),
  ended(2, setStatus({ kind: 'known', id: 101 }), cancelled),
  ended(3, setStatus({ kind: 'created-by', entryId: 'e1' }), cancelled),
  ended(4, setStatus({ kind: 'known', id: 101 }), confirmed),
  ended(5, add(), someoneElse),
  ended(6, setStatus({ kind: 'known', id: 7 }), cancelled),
  ended(7, add(25), confirmed)
]
const own = ['e1', 'e2', 'e3', 'e4']

async function foundBy(store: ReturnType<typeof openOutboxDatabase>): Promise<string[]> {
  const found = await store.past({ organizationId: 24, operatorId: 101 })
  store.close()
  return found.ok ? found.value.map(({ id }) => id).sort() : ['failed']
}

afterEach(() => deleteOutboxDatabase('past'))

describe('edits that have left the outbox', () => {
  it('are found by their operator: that it was created, named, or named as created', async () => {
    const bound = { forMs: 9, most: 9, now: () => 10 }
    const store = openOutboxDatabase('past', undefined, bound)
    await store.write({ ...nothing, entries })
    await store.write({ ...nothing, past: entries.map(({ id }) => id) })
    expect(await foundBy(store)).toEqual(own)
  })

  it('are found also where an earlier version put them there', async () => {
    const old = new Dexie('outbox-past')
    const tables = {
      ...{ entries: 'id', attempts: 'id', created: 'entryId', about: 'key' },
      history: '[entryId+at+n]'
    }
    old.version(1).stores({ ...tables, past: 'id' })
    old.version(2).stores({ past: 'id,state.at' })
    await old.table('past').bulkPut(entries)
    old.close()
    expect(await foundBy(openOutboxDatabase('past'))).toEqual(own)
  })
})

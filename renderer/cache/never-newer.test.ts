import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { expect, it } from 'vitest'
import { openImportDatabase } from './import-database.ts'
import { openOutboxDatabase } from './outbox-database.ts'

/** Leaves a database as a later version of the program would. */
async function writeLater(name: string): Promise<void> {
  const later = new Dexie(name)
  later.version(9).stores({ entries: 'id', imports: 'id' })
  await later.table('entries').put({ id: 'a', unheardOf: true })
  later.close()
}

const newer = { ok: false, failure: { kind: 'not-stored', cause: 'newer' } }

async function left(name: string) {
  const database = await new Dexie(name).open()
  const entries: unknown[] = await database.table('entries').toArray()
  database.close()
  return { version: database.verno, entries }
}

it('an outbox that a later version wrote is refused, not begun anew, and left as it is', async () => {
  await writeLater('outbox-later')
  let setAside = 0
  const store = openOutboxDatabase('later', () => Promise.resolve((setAside += 1)))
  expect(await store.load()).toMatchObject(newer)
  expect(await store.test()).toMatchObject(newer)
  store.close()
  expect(setAside).toBe(0)
  expect(await left('outbox-later')).toEqual({
    version: 9,
    entries: [{ id: 'a', unheardOf: true }]
  })
})

it('imports that a later version wrote are refused, and left as they are', async () => {
  await writeLater('imports-later')
  const parse = () => null
  const store = openImportDatabase('later', { record: parse, memory: parse, draft: parse })
  expect(await store.remember({ organizationId: 24 })).toMatchObject(newer)
  store.close()
  expect((await left('imports-later')).version).toBe(9)
})

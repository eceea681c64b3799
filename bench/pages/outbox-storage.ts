import { deleteOutboxDatabase, openOutboxDatabase } from '../../renderer/cache/outbox-database.ts'
import type { KeptEntry } from '../../renderer/outbox/kept-entry.ts'
import type { OutboxStore, StoredChanges } from '../../renderer/outbox/ports.ts'
import { sound, timed } from './cache-storage.ts'
import { entries, singles } from './outbox-entries.ts'
import { deleteRaw, openRaw, putRaw } from './raw-idb.ts'

const accountId = 'bench'
const rawName = 'raw-outbox'

/** How long each step took, ms. */
export interface OutboxTimes extends Record<string, number> {
  /** One entry, awaited until it is on the disk. */
  readonly one: number
  /** So many in one transaction. */
  readonly thousand: number
  readonly tenThousand: number
}

type Put = (entries: readonly KeptEntry[]) => Promise<unknown>

async function times(put: Put): Promise<OutboxTimes> {
  await put(entries(1))
  const few = entries(singles)
  const all = await timed(async () => {
    for (const entry of few) await put([entry])
  })
  const some = entries(1_000)
  const thousand = await timed(() => put(some))
  const many = entries(10_000)
  const tenThousand = await timed(() => put(many))
  return { one: all / singles, thousand, tenThousand }
}

const nothing: StoredChanges = {
  storeId: null,
  entries: [],
  past: [],
  attempts: [],
  goneAttempts: [],
  created: [],
  history: []
}

/** The app's own store, in a database that is new each time. */
export async function outboxOfOurs(): Promise<OutboxTimes> {
  const store: OutboxStore = openOutboxDatabase(accountId)
  const measured = await times(async (list) =>
    sound(await store.write({ ...nothing, entries: list }))
  )
  const { entries: kept } = sound(await store.load())
  if (kept.length !== 1 + singles + 11_000) throw new Error(`${kept.length} entries were kept`)
  store.close()
  sound(await deleteOutboxDatabase(accountId))
  return measured
}

/** The same entries by IndexedDB alone, as strictly. */
export async function outboxByHand(): Promise<OutboxTimes> {
  const database = await openRaw(rawName, { entries: 'id' })
  const measured = await times((list) => putRaw(database, { entries: list }, 'strict'))
  database.close()
  await deleteRaw(rawName)
  return measured
}

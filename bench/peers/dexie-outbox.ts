import Dexie, { type Table } from 'dexie'
import { entries, singles } from '../pages/outbox-entries.ts'
import { timed } from '../pages/cache-storage.ts'
import type { KeptEntry } from '../../renderer/outbox/kept-entry.ts'

const name = 'dexie-outbox'

/** Dexie, strict, a transaction an entry. Many are so many times one: on a slow disk they would take minutes. */
export async function outboxOneByOne(): Promise<Record<string, number>> {
  const database = new Dexie(name, { chromeTransactionDurability: 'strict' })
  database.version(1).stores({ entries: 'id' })
  await database.open()
  const table: Table<KeptEntry, string> = database.table('entries')
  const putAll = async (list: readonly KeptEntry[]): Promise<void> => {
    for (const entry of list) await table.put(entry)
  }
  await putAll(entries(1))
  const few = entries(singles)
  const all = await timed(() => putAll(few))
  database.close()
  await Dexie.delete(name)
  const one = all / singles
  return { one, thousand: one * 1_000, tenThousand: one * 10_000 }
}

import type { Page } from 'playwright-core'
import type { Status } from '../../shared/operator.ts'

/** An entry as it rests in the window's database: what a judge has to know of it. */
export interface StoredEntry {
  readonly id: string
  readonly organizationId: number
  readonly name: string
  /** The status that it wants; `null` for an add. */
  readonly to: Status | null
  readonly state: string
  /** The operator that an ended add is. */
  readonly operatorId: number | null
  /** What is asked of a person; `null` where nothing is. */
  readonly question: string | null
}

const ended = new Set(['confirmed', 'matched', 'cancelled', 'superseded'])

/** Whether nothing more happens to an entry. */
export function hasEnded({ state }: Pick<StoredEntry, 'state'>): boolean {
  return ended.has(state)
}

interface RawEntry {
  readonly id: string
  readonly edit: { readonly organizationId: number; readonly name: string; readonly to?: Status }
  readonly state: {
    readonly kind: string
    readonly operatorId?: number
    readonly question?: { readonly kind: string }
  }
}

/**
 * Reads every entry of the open account from the disk's database, by nothing but the platform: it shows
 * what would be there after a crash, whatever the window believes.
 */
export async function storedEntries(page: Page): Promise<StoredEntry[]> {
  const raw = (await page.evaluate(readDatabase, ['entries', 'past'])) as RawEntry[]
  return raw.map(({ id, edit, state }) => ({
    id,
    organizationId: edit.organizationId,
    name: edit.name,
    to: edit.to ?? null,
    state: state.kind,
    operatorId: state.operatorId ?? null,
    question: state.question?.kind ?? null
  }))
}

/** The entries that have a history in that database, by id. */
export async function withHistory(page: Page): Promise<readonly string[]> {
  const events = (await page.evaluate(readDatabase, ['history'])) as { entryId: string }[]
  return [...new Set(events.map(({ entryId }) => entryId))]
}

/** Runs in the window, which has nothing of this file: no function in it has a name that a compiler may note. */
async function readDatabase(wanted: readonly string[]): Promise<unknown[]> {
  const all = await indexedDB.databases()
  const name = all.find((database) => database.name?.startsWith('outbox-'))?.name
  if (name === undefined) return []
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name)
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(new Error(String(opening.error)))
  })
  const stores = wanted.filter((store) => database.objectStoreNames.contains(store))
  if (stores.length === 0) return []
  // One transaction: what goes from one store to the other meanwhile is in one of them, once.
  const transaction = database.transaction(stores)
  const rows = await Promise.all(
    stores.map(
      (store) =>
        new Promise<unknown[]>((resolve, reject) => {
          const asking = transaction.objectStore(store).getAll()
          asking.onsuccess = () => resolve(asking.result as unknown[])
          asking.onerror = () => reject(new Error(String(asking.error)))
        })
    )
  )
  database.close()
  return rows.flat()
}

/** A store of a database: its name, and the path of its key. */
export type Stores = Readonly<Record<string, string | string[]>>

/** Opens a database by IndexedDB alone, and makes its stores where it is new. */
export function openRaw(name: string, stores: Stores): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => {
    for (const [store, keyPath] of Object.entries(stores))
      request.result.createObjectStore(store, { keyPath })
  }
  return answer(request)
}

/** Puts records into their stores, all in one transaction that has ended when this answers. */
export async function putRaw(
  database: IDBDatabase,
  records: Readonly<Record<string, readonly unknown[]>>,
  durability: IDBTransactionDurability
): Promise<void> {
  const transaction = database.transaction(Object.keys(records), 'readwrite', { durability })
  const ended = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'))
  })
  for (const [name, list] of Object.entries(records)) {
    const store = transaction.objectStore(name)
    for (const record of list) store.put(record)
  }
  await ended
}

/** Every record of a store, in the order of their keys. */
export function allRaw(database: IDBDatabase, store: string): Promise<unknown[]> {
  return answer(database.transaction(store).objectStore(store).getAll())
}

/** Removes a database. */
export async function deleteRaw(name: string): Promise<void> {
  await answer(indexedDB.deleteDatabase(name))
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('refused'))
  })
}

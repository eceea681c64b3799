import { readdirSync, statSync } from 'node:fs'
import { serialize, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** What a run that lasts must not let grow; bytes, and counts. */
export interface Sizes {
  readonly heap: number
  readonly handles: number
  readonly database: number
  readonly journal: number
}

/** What is used now, after everything that nobody holds any more was let go. */
export async function measure(journalPath: string): Promise<Sizes> {
  const database = await databaseBytes()
  return {
    heap: heapBytes(),
    handles: handleCount(),
    database,
    journal: statSync(journalPath).size
  }
}

function heapBytes(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  for (let round = 0; round < 4; round += 1) collect()
  return process.memoryUsage().heapUsed
}

/** Open files, sockets and timers. */
function handleCount(): number {
  const files = process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0
  return files + process.getActiveResourcesInfo().filter((kind) => kind !== 'Immediate').length
}

/** What all records of all databases take. */
async function databaseBytes(): Promise<number> {
  let bytes = 0
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(String(name)))
    const stores = [...database.objectStoreNames]
    for (const store of stores) {
      const records = database.transaction(store).objectStore(store).getAll()
      bytes += serialize(await done(records)).length
    }
    database.close()
  }
  return bytes
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('The database refused'))
  })
}

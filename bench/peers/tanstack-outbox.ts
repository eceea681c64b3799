import { createCollection, localOnlyCollectionOptions } from '@tanstack/db'
import { IndexedDBAdapter, startOfflineExecutor } from '@tanstack/offline-transactions'
import { timed } from '../pages/cache-storage.ts'
import { entries, singles } from '../pages/outbox-entries.ts'

interface Queued {
  readonly id: string
  readonly organizationId: number
  readonly name: string
}

/** Its storage never closes its database, which therefore cannot be deleted: each run has another. */
let runs = 0

/** TanStack's outbox on its own IndexedDB storage, offline; done as soon as it says that it has stored. */
export async function outboxOfTanStack(): Promise<Record<string, number>> {
  const rig = await openRig()
  await rig.store(queued(1))
  const few = queued(singles)
  const all = await timed(async () => {
    for (const entry of few) await rig.store([entry])
  })
  const some = queued(1_000)
  const thousand = await timed(() => rig.store(some))
  const many = queued(10_000)
  const tenThousand = await timed(() => rig.store(many))
  rig.dispose()
  return { one: all / singles, thousand, tenThousand }
}

interface Rig {
  /** Stores entries as one transaction of its own. */
  readonly store: (list: readonly Queued[]) => Promise<void>
  readonly dispose: () => void
}

async function openRig(): Promise<Rig> {
  runs += 1
  const name = `tanstack-outbox-${runs}`
  const queue = createCollection(
    localOnlyCollectionOptions<Queued, string>({ id: name, getKey: ({ id }) => id })
  )
  const storage = new TellingStorage(name)
  const executor = startOfflineExecutor({
    collections: { queue },
    mutationFns: { send: () => Promise.reject(new Error('There is no network')) },
    storage,
    onlineDetector: {
      subscribe: () => () => undefined,
      notifyOnline: () => undefined,
      isOnline: () => false,
      dispose: () => undefined
    }
  })
  await executor.waitForInit()
  if (!executor.isOfflineEnabled) throw new Error('TanStack’s outbox is off')
  const store = async (list: readonly Queued[]): Promise<void> => {
    const stored = storage.nextStored()
    const transaction = executor.createOfflineTransaction({
      mutationFnName: 'send',
      autoCommit: false
    })
    transaction.mutate(() => void queue.insert([...list]))
    // It ends once it was sent, which is never: what counts here is that it is stored.
    void transaction.commit().catch(() => undefined)
    await stored
  }
  return { store, dispose: () => executor.dispose() }
}

/** Their own storage, which tells when it has stored a transaction. */
class TellingStorage extends IndexedDBAdapter {
  private told: () => void = () => undefined

  nextStored(): Promise<void> {
    return new Promise((resolve) => (this.told = resolve))
  }

  override async set(key: string, value: string): Promise<void> {
    await super.set(key, value)
    if (key.startsWith('tx:')) this.told()
  }
}

function queued(count: number): Queued[] {
  return entries(count).map(({ id }, order) => ({
    ...{ id, organizationId: 27, name: `Olena Kovalenko ${order}` }
  }))
}

import { createRxDatabase, type RxJsonSchema } from 'rxdb/plugins/core'
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie'
import { timed } from '../pages/cache-storage.ts'
import { entries, singles } from '../pages/outbox-entries.ts'

interface Queued {
  readonly id: string
  readonly organizationId: number
  readonly name: string
  readonly queuedAt: number
}

const schema: RxJsonSchema<Queued> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 100 },
    organizationId: { type: 'integer' },
    name: { type: 'string' },
    queuedAt: { type: 'integer' }
  },
  required: ['id', 'organizationId', 'name', 'queuedAt']
}

/** RxDB on the storage that comes free with it; it commits relaxed. */
export async function outboxOfRxdb(): Promise<Record<string, number>> {
  const database = await createRxDatabase({
    name: 'rxdb-outbox',
    storage: getRxStorageDexie(),
    multiInstance: false,
    closeDuplicates: true
  })
  const { queue } = await database.addCollections({ queue: { schema } })
  if (queue === undefined) throw new Error('RxDB made no collection')
  await queue.insert(queued(1)[0])
  const few = queued(singles)
  const all = await timed(async () => {
    for (const entry of few) await queue.insert(entry)
  })
  const some = queued(1_000)
  const thousand = await timed(() => queue.bulkInsert(some))
  const many = queued(10_000)
  const tenThousand = await timed(() => queue.bulkInsert(many))
  await database.remove()
  return { one: all / singles, thousand, tenThousand }
}

function queued(count: number): Queued[] {
  return entries(count).map(({ id }, order) => ({
    ...{
      id,
      organizationId: 27,
      name: `Olena Kovalenko ${order}`,
      queuedAt: 1_700_000_000_000 + order
    }
  }))
}

import Dexie, { type Table } from 'dexie'
import type { AccountId } from '../../shared/account.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import { statistics } from '../../shared/statistics.ts'
import type { KnownOperators, KnownOrganizations, OperatorCache } from './operator-cache.ts'
import {
  changedPacks,
  joinPacks,
  namePack,
  type NamePack,
  statusPack,
  type StatusPack
} from './operator-packs.ts'
import { type ListRecord, parseList, parseOrganizations } from './operator-records.ts'
import { stored } from './storage-failure.ts'

/** Versions are only ever appended: what people have on disk must stay readable. */
class OperatorDatabase extends Dexie {
  declare readonly namePacks: Table<NamePack, [number, number]>
  declare readonly statusPacks: Table<StatusPack, [number, number]>
  declare readonly lists: Table<ListRecord, number>
  declare readonly organizations: Table<KnownOrganizations & { readonly key: 'seen' }, string>
  declare readonly drafts: Table<{ readonly form: string; readonly text: string }, string>

  constructor(accountId: AccountId) {
    super(`operators-${accountId}`)
    this.version(1).stores({
      namePacks: '[organizationId+pack]',
      statusPacks: '[organizationId+pack]',
      lists: 'organizationId',
      organizations: 'key',
      drafts: 'form'
    })
  }
}

/**
 * The cache of one account's lists, in a database of its own. Durability is relaxed: what is lost is
 * fetched again.
 */
export function openOperatorCache(accountId: AccountId): OperatorCache {
  const database = new OperatorDatabase(accountId)
  const attempt = <T>(work: () => PromiseLike<T>): Promise<Result<T, Failure>> =>
    stored('cache', work)
  return {
    operators: (organizationId) => attempt(() => read(database, organizationId)),
    keepOperators: (next, kept) => attempt(() => write(database, next, kept)),
    counts: () => attempt(() => counts(database)),
    organizations: () =>
      attempt(async () => parseOrganizations(await database.organizations.get('seen'))),
    keepOrganizations: ({ organizations, at }) =>
      attempt(async () => {
        await database.organizations.put({ key: 'seen', organizations: [...organizations], at })
        return null
      }),
    draft: (form) => attempt(async () => (await database.drafts.get(form))?.text ?? null),
    keepDraft: (form, text) =>
      attempt(async () => {
        if (text === '') await database.drafts.delete(form)
        else await database.drafts.put({ form, text })
        return null
      }),
    wipe: (what) => attempt(() => wipe(database, what)),
    close: () => {
      database.close()
    }
  }
}

function packsOf<Pack>(
  table: Table<Pack, [number, number]>,
  organizationId: number
): Promise<Pack[]> {
  const range = [
    [organizationId, 0],
    [organizationId, Infinity]
  ]
  return table.where('[organizationId+pack]').between(range[0], range[1]).toArray()
}

function read(
  database: OperatorDatabase,
  organizationId: number
): PromiseLike<KnownOperators | null> {
  const { namePacks, statusPacks, lists } = database
  return database.transaction('r', [namePacks, statusPacks, lists], async () => {
    const list = parseList(await lists.get(organizationId))
    if (!list) return null
    const [names, statuses] = await Promise.all([
      packsOf(namePacks, organizationId),
      packsOf(statusPacks, organizationId)
    ])
    const columns = joinPacks(names, statuses, list.count)
    return columns && { organizationId, columns, unlisted: new Set(list.unlisted), at: list.at }
  })
}

function write(
  database: OperatorDatabase,
  next: KnownOperators,
  kept: KnownOperators | null
): PromiseLike<null> {
  const { organizationId, columns } = next
  const { namePacks, statusPacks, lists } = database
  const changed = changedPacks(columns, kept?.columns ?? null)
  return database.transaction('rw', [namePacks, statusPacks, lists], async () => {
    await namePacks.bulkPut(changed.names.map((pack) => namePack(organizationId, columns, pack)))
    await statusPacks.bulkPut(
      changed.statuses.map((pack) => statusPack(organizationId, columns, pack))
    )
    const unlisted = Float64Array.from(next.unlisted)
    const { total, deleted } = statistics(columns.statuses)
    await lists.put({
      organizationId,
      at: next.at,
      count: total,
      notDeleted: total - deleted,
      unlisted
    })
    return null
  })
}

async function counts(database: OperatorDatabase): Promise<ReadonlyMap<number, number>> {
  const lists = (await database.lists.toArray()).map(parseList).filter((list) => list !== null)
  return new Map(lists.map((list) => [list.organizationId, list.notDeleted]))
}

function wipe(database: OperatorDatabase, what: 'lists' | 'everything'): PromiseLike<null> {
  const { namePacks, statusPacks, lists, organizations, drafts } = database
  const tables = [
    namePacks,
    statusPacks,
    lists,
    organizations,
    ...(what === 'everything' ? [drafts] : [])
  ]
  return database.transaction('rw', tables, async () => {
    await Promise.all(tables.map((table) => table.clear()))
    return null
  })
}

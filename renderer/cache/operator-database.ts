import type { AccountId } from '../../shared/account.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Result } from '../../shared/result.ts'
import { keepOperators, readOperators } from './keep-operators.ts'
import type { OperatorCache } from './operator-cache.ts'
import { parseList, parseOrganizations } from './operator-records.ts'
import { OperatorDatabase } from './operator-tables.ts'
import { keepSeen, type SeenStatuses, seenOf, usualSeenBound } from './status-records.ts'
import { stored } from './storage-failure.ts'

/** Removes an account's cache, drafts and all, also one that cannot be read. */
export function deleteOperatorCache(accountId: AccountId): Promise<Result<null, Failure>> {
  return stored('cache', async () => {
    await new OperatorDatabase(accountId).delete()
    return null
  })
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
    operators: (organizationId) => attempt(() => readOperators(database, organizationId)),
    keepOperators: (next, kept) => attempt(() => keepOperators(database, next, kept)),
    counts: () => attempt(() => counts(database)),
    keepSeen: (seen) => attempt(() => keep(database, seen)),
    seen: (...of) => attempt(() => seenOf(database.seenStatuses, ...of)),
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

async function counts(database: OperatorDatabase): Promise<ReadonlyMap<number, number>> {
  const lists = (await database.lists.toArray()).map(parseList).filter((list) => list !== null)
  return new Map(lists.map((list) => [list.organizationId, list.notDeleted]))
}

function keep(database: OperatorDatabase, seen: SeenStatuses): PromiseLike<null> {
  const { seenStatuses } = database
  return database.transaction('rw', seenStatuses, async () => {
    await keepSeen(seenStatuses, seen, usualSeenBound)
    return null
  })
}

function wipe(database: OperatorDatabase, what: 'lists' | 'everything'): PromiseLike<null> {
  const { namePacks, statusPacks, deltas, lists, organizations, seenStatuses, drafts } = database
  const said = [namePacks, statusPacks, deltas, lists, organizations, seenStatuses]
  const tables = what === 'everything' ? [...said, drafts] : said
  return database.transaction('rw', tables, async () => {
    await Promise.all(tables.map((table) => table.clear()))
    return null
  })
}

import { openOperatorCache } from '../../renderer/cache/operator-database.ts'
import { namePack, packsFor, statusPack } from '../../renderer/cache/operator-packs.ts'
import type { KnownOperators, OperatorCache } from '../../renderer/cache/operator-cache.ts'
import { unite } from '../../renderer/operators/known.ts'
import type { Failure } from '../../shared/failure.ts'
import type { OperatorColumns } from '../../shared/operator-columns.ts'
import type { Result } from '../../shared/result.ts'
import { people } from './people.ts'
import { allRaw, deleteRaw, openRaw, putRaw } from './raw-idb.ts'

const organizationId = 27
const accountId = 'bench'
const oursName = `operators-${accountId}`
const rawName = 'raw-operators'
const rawStores = {
  names: ['organizationId', 'pack'],
  statuses: ['organizationId', 'pack'],
  lists: 'organizationId'
}

/** How long each step took, ms. */
export interface CacheTimes extends Record<string, number> {
  /** A whole list into an empty cache. */
  readonly write: number
  /** Opening the database and reading the list back. */
  readonly read: number
  /** A list in which every hundredth status differs, compared with the kept one and stored. */
  readonly update: number
}

const list = await people()

/** The same list as it would arrive again: other objects, every hundredth status another one. */
function nextList(): OperatorColumns {
  const next = structuredClone(list)
  return {
    ...next,
    statuses: next.statuses.map((old, row) => (row % 100 === 0 ? 1 - (old & 1) : old))
  }
}

/** The app's own cache, in a database that is new each time. */
export async function cacheOfOurs(): Promise<CacheTimes> {
  const known: KnownOperators = { organizationId, columns: list, unlisted: new Set(), at: 1 }
  const first = openOperatorCache(accountId)
  sound(await first.counts())
  const write = await timed(async () => sound(await first.keepOperators(known, null)))
  first.close()
  let second: OperatorCache = first
  let kept: KnownOperators | null = null
  const read = await timed(async () => {
    second = openOperatorCache(accountId)
    kept = sound(await second.operators(organizationId))
  })
  const update = await updateOfOurs(second, kept)
  second.close()
  await deleteRaw(oursName)
  return { write, read, update }
}

async function updateOfOurs(cache: OperatorCache, kept: KnownOperators | null): Promise<number> {
  if (kept?.columns.ids.length !== list.ids.length) throw new Error('The cache lost rows')
  const next = nextList()
  return timed(async () => sound(await cache.keepOperators(unite(kept, next, 2), kept)))
}

/** The same packs by IndexedDB alone; an update rewrites them all. */
export async function cacheByHand(): Promise<CacheTimes> {
  const first = await openRaw(rawName, rawStores)
  const write = await timed(() => putRaw(first, packsOf(list), 'relaxed'))
  first.close()
  let second = first
  const read = await timed(async () => {
    second = await openRaw(rawName, rawStores)
    await Promise.all([
      allRaw(second, 'names'),
      allRaw(second, 'statuses'),
      allRaw(second, 'lists')
    ])
  })
  const next = nextList()
  const update = await timed(() => putRaw(second, packsOf(next), 'relaxed'))
  second.close()
  await deleteRaw(rawName)
  return { write, read, update }
}

function packsOf(columns: OperatorColumns) {
  const packs = Array.from({ length: packsFor(columns.ids.length) }, (_, pack) => pack)
  return {
    names: packs.map((pack) => namePack(organizationId, columns, pack)),
    statuses: packs.map((pack) => statusPack(organizationId, columns, pack)),
    lists: [{ organizationId, at: 1, count: columns.ids.length }]
  }
}

/** What a result holds; a failure ends the benchmark. */
export function sound<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

/** How long something took, ms. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

import { statistics } from '../../shared/statistics.ts'
import type { OperatorColumns } from '../../shared/operator-columns.ts'
import type { KnownOperators } from './operator-cache.ts'
import { type Delta, deltaOf, deltaRows, withDelta } from './operator-delta.ts'
import {
  everyPack,
  joinPacks,
  namePack,
  packsFor,
  type PacksToWrite,
  statusPack,
  touchedPacks
} from './operator-packs.ts'
import { type ListRecord, parseDelta, parseList } from './operator-records.ts'
import { noDeltas, type OperatorDatabase } from './operator-tables.ts'

/** Deltas beside the packs at most: each costs a little at every start. */
const deltasAtMost = 16

/** How much all deltas of a list hold at most, in rows: beyond that the packs are written anew. */
function mostInDeltas(rows: number): number {
  return Math.max(256, rows >>> 3)
}

/** Reads an organization's list; `null` where none is kept, or what is kept is damaged. */
export function readOperators(
  database: OperatorDatabase,
  organizationId: number
): PromiseLike<KnownOperators | null> {
  const { namePacks, statusPacks, deltas, lists } = database
  return database.transaction('r', [namePacks, statusPacks, deltas, lists], async () => {
    const list = parseList(await lists.get(organizationId))
    if (!list) return null
    const [from, to] = ofOrganization(organizationId, 0)
    const [names, statuses, changes] = await Promise.all([
      namePacks.where('[organizationId+pack]').between(from, to).toArray(),
      statusPacks.where('[organizationId+pack]').between(from, to).toArray(),
      list.deltas === 0 ? [] : readDeltas(database, organizationId)
    ])
    const packed = joinPacks(names, statuses, list.count)
    const columns = packed && changes && withDeltas(packed, changes, list)
    return columns && { organizationId, columns, unlisted: new Set(list.unlisted), at: list.at }
  })
}

/**
 * Keeps a list. What differs from `kept`, which was read or kept last, goes into a small delta; where deltas
 * have grown, or the lists differ in much, packs are written. All of it or nothing.
 */
export function keepOperators(
  database: OperatorDatabase,
  next: KnownOperators,
  kept: KnownOperators | null
): PromiseLike<null> {
  const { namePacks, statusPacks, deltas, lists } = database
  const delta = kept && deltaOf(kept.columns, next.columns, mostInDeltas(next.columns.ids.length))
  return database.transaction('rw', [namePacks, statusPacks, deltas, lists], async () => {
    const list = parseList(await lists.get(next.organizationId))
    const held =
      list && kept && delta && restsAs(list, kept)
        ? await addDelta(database, { next, list, delta })
        : await writePacks(database, next, everyPack(next.columns.ids.length))
    const { total, deleted } = statistics(next.columns.statuses)
    await lists.put({
      ...held,
      organizationId: next.organizationId,
      at: next.at,
      rows: total,
      notDeleted: total - deleted,
      unlisted: Float64Array.from(next.unlisted)
    })
    return null
  })
}

type Held = Pick<ListRecord, 'count' | 'deltas' | 'deltaRows'>

/** Whether the disk holds what the caller believes: otherwise a delta would be one of another list. */
function restsAs(list: ListRecord, kept: KnownOperators): boolean {
  return list.at === kept.at && list.rows === kept.columns.ids.length
}

interface Change {
  readonly next: KnownOperators
  readonly list: ListRecord
  readonly delta: Delta
}

async function addDelta(database: OperatorDatabase, change: Change): Promise<Held> {
  const { next, list, delta } = change
  const { organizationId } = next
  const { count, deltas, deltaRows: before } = list
  const more = deltaRows(delta)
  if (more === 0) return { count, deltas, deltaRows: before }
  if (deltas === deltasAtMost || before + more > mostInDeltas(list.rows)) {
    const earlier = await readDeltas(database, organizationId)
    const rows = next.columns.ids.length
    const packs = earlier ? touchedPacks([...earlier, delta], rows) : everyPack(rows)
    return writePacks(database, next, packs)
  }
  await database.deltas.put({ organizationId, number: deltas, ...delta })
  return { count, deltas: deltas + 1, deltaRows: before + more }
}

/** Writes packs, and removes the deltas and whatever packs are beyond the end. */
async function writePacks(
  database: OperatorDatabase,
  { organizationId, columns }: KnownOperators,
  packs: PacksToWrite
): Promise<Held> {
  const { namePacks, statusPacks, deltas } = database
  const [from, to] = ofOrganization(organizationId, packsFor(columns.ids.length))
  await Promise.all([
    namePacks.bulkPut(packs.names.map((pack) => namePack(organizationId, columns, pack))),
    statusPacks.bulkPut(packs.statuses.map((pack) => statusPack(organizationId, columns, pack))),
    namePacks.where('[organizationId+pack]').between(from, to).delete(),
    statusPacks.where('[organizationId+pack]').between(from, to).delete(),
    deltas
      .where('[organizationId+number]')
      .between(...ofOrganization(organizationId, 0))
      .delete()
  ])
  return { count: columns.ids.length, ...noDeltas }
}

/** The deltas of a list in their order; `null` where one is damaged. */
async function readDeltas(
  { deltas }: OperatorDatabase,
  organizationId: number
): Promise<Delta[] | null> {
  const records: unknown[] = await deltas
    .where('[organizationId+number]')
    .between(...ofOrganization(organizationId, 0))
    .toArray()
  const parsed = records.map(parseDelta)
  return parsed.every((delta) => delta !== null) ? parsed : null
}

function withDeltas(
  packed: OperatorColumns,
  deltas: readonly Delta[],
  list: ListRecord
): OperatorColumns | null {
  let columns: OperatorColumns | null = packed
  for (const delta of deltas) columns &&= withDelta(columns, delta)
  return deltas.length === list.deltas && columns?.ids.length === list.rows ? columns : null
}

function ofOrganization(organizationId: number, from: number): [number[], number[]] {
  return [
    [organizationId, from],
    [organizationId, Infinity]
  ]
}

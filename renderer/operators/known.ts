import type { Operator } from '../../shared/operator.ts'
import {
  nameAt,
  type OperatorColumns,
  operatorAt,
  pack,
  unpack
} from '../../shared/operator-columns.ts'
import type { KnownOperators } from '../cache/operator-cache.ts'
import { sameNumbers } from '../cache/operator-packs.ts'

/** Nothing known yet about an organization. */
export function nobodyKnown(organizationId: number): KnownOperators {
  return { organizationId, columns: pack([]), unlisted: new Set(), at: null }
}

const finders = new WeakMap<OperatorColumns, (id: number) => number>()

/** Finds the row of an id in columns, -1 where it is not there; made once for each columns. */
export function rowFinder(columns: OperatorColumns): (id: number) => number {
  const made = finders.get(columns) ?? makeFinder(columns.ids)
  finders.set(columns, made)
  return made
}

/** In more ascending stretches than this, looking through them takes longer than a table. */
const mostStretches = 1024

function makeFinder(ids: Float64Array): (id: number) => number {
  const ends = stretchesOf(ids)
  if (ends.length === 1) return (id) => searchAscending(ids, id)
  if (ends.length <= mostStretches) return (id) => searchStretches(ids, ends, id)
  const rows = new Map<number, number>()
  for (let row = ids.length - 1; row >= 0; row -= 1) rows.set(ids[row] as number, row)
  return (id) => rows.get(id) ?? -1
}

/** The rows after which ids ascend no further, the last among them; one too many are not counted on. */
function stretchesOf(ids: Float64Array): number[] {
  const ends: number[] = []
  for (let row = 1; row < ids.length && ends.length <= mostStretches; row += 1) {
    if ((ids[row - 1] as number) >= (ids[row] as number)) ends.push(row)
  }
  return [...ends, ids.length]
}

/** Lists of several organizations, one after another, ascend in stretches. */
function searchStretches(ids: Float64Array, ends: readonly number[], id: number): number {
  let from = 0
  for (const to of ends) {
    const holds = (ids[from] as number) <= id && id <= (ids[to - 1] as number)
    const row = holds ? searchAscending(ids, id, { from, to }) : -1
    if (row >= 0) return row
    from = to
  }
  return -1
}

function searchAscending(
  ids: Float64Array,
  id: number,
  { from, to } = { from: 0, to: ids.length }
): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ids[middle] as number) < id) low = middle + 1
    else high = middle
  }
  return low < to && ids[low] === id ? low : -1
}

/**
 * What is known after a list came: the list, united with what was known before. Operators that it lacks stay
 * where they stood, marked unlisted. Equal columns stay the same object, so that nothing is computed again.
 */
export function unite(known: KnownOperators, list: OperatorColumns, at: number): KnownOperators {
  if (sameColumns(known.columns, list)) {
    const unlisted = known.unlisted.size === 0 ? known.unlisted : new Set<number>()
    return { ...known, unlisted, at }
  }
  // The usual case, without looking for each of a hundred thousand.
  if (sameNumbers(known.columns.ids, list.ids))
    return { ...known, columns: list, unlisted: new Set<number>(), at }
  const missing = missingFrom(list, known.columns)
  if (missing.ids.size === 0) return { ...known, columns: list, unlisted: missing.ids, at }
  const columns = interleave(known.columns, list, missing.followers)
  const same = sameColumns(known.columns, columns)
  return { ...known, columns: same ? known.columns : columns, unlisted: missing.ids, at }
}

/** Whether two packed lists hold the same operators in the same order. */
function sameColumns(one: OperatorColumns, other: OperatorColumns): boolean {
  if (one === other) return true
  return (
    sameNumbers(one.ids, other.ids) &&
    sameNumbers(one.statuses, other.statuses) &&
    sameNumbers(one.ends, other.ends) &&
    one.names === other.names
  )
}

/** Known rows that the list lacks, by the row of the list that they follow (-1: before the first). */
function missingFrom(
  list: OperatorColumns,
  known: OperatorColumns
): { readonly ids: ReadonlySet<number>; readonly followers: ReadonlyMap<number, number[]> } {
  const find = rowFinder(list)
  const ids = new Set<number>()
  const followers = new Map<number, number[]>()
  let last = -1
  known.ids.forEach((id, row) => {
    const listed = find(id)
    if (listed >= 0) {
      last = listed
      return
    }
    ids.add(id)
    const rows = followers.get(last) ?? []
    rows.push(row)
    followers.set(last, rows)
  })
  return { ids, followers }
}

/** The list's rows in the list's order, each missing row where it used to stand. */
function interleave(
  known: OperatorColumns,
  list: OperatorColumns,
  followers: ReadonlyMap<number, number[]>
): OperatorColumns {
  const rows: Operator[] = []
  const follow = (row: number): void => {
    for (const follower of followers.get(row) ?? []) rows.push(operatorAt(known, follower))
  }
  follow(-1)
  for (let row = 0; row < list.ids.length; row += 1) {
    rows.push(operatorAt(list, row))
    follow(row)
  }
  return pack(rows)
}

/**
 * Folds operators that a reply showed into what is known: new ones at the end, known ones with their new
 * status and name. They count as listed. Where nothing changes, the same object comes back.
 */
export function withOperators(
  known: KnownOperators,
  operators: readonly Operator[]
): KnownOperators {
  const find = rowFinder(known.columns)
  const changed = operators.filter((operator) => !isAt(known.columns, find(operator.id), operator))
  const unlisted = new Set(known.unlisted)
  for (const { id } of operators) unlisted.delete(id)
  if (changed.length === 0 && unlisted.size === known.unlisted.size) return known
  return {
    ...known,
    columns: changed.length === 0 ? known.columns : replaced(known.columns, changed),
    unlisted
  }
}

function isAt(columns: OperatorColumns, row: number, operator: Operator): boolean {
  return (
    row >= 0 && columns.statuses[row] === operator.status && nameAt(columns, row) === operator.name
  )
}

function replaced(columns: OperatorColumns, operators: readonly Operator[]): OperatorColumns {
  const find = rowFinder(columns)
  const byId = new Map(operators.map((operator) => [operator.id, operator]))
  const fresh = [...byId.values()].filter(({ id }) => find(id) < 0)
  const old = [...byId.values()].filter(({ id }) => find(id) >= 0)
  const renamed = old.some(({ id, name }) => nameAt(columns, find(id)) !== name)
  if (renamed)
    return pack([...unpack(columns).map((operator) => byId.get(operator.id) ?? operator), ...fresh])
  const statuses = columns.statuses.slice()
  for (const { id, status } of old) statuses[find(id)] = status
  return fresh.length === 0
    ? { ...columns, statuses }
    : joined({ ...columns, statuses }, pack(fresh))
}

/** The rows of one list after those of another. */
function joined(one: OperatorColumns, other: OperatorColumns): OperatorColumns {
  const count = one.ids.length + other.ids.length
  const ids = new Float64Array(count)
  const statuses = new Uint8Array(count)
  const ends = new Uint32Array(count)
  ids.set(one.ids)
  ids.set(other.ids, one.ids.length)
  statuses.set(one.statuses)
  statuses.set(other.statuses, one.ids.length)
  ends.set(one.ends)
  ends.set(
    other.ends.map((end) => end + one.names.length),
    one.ids.length
  )
  return { ids, statuses, names: one.names + other.names, ends }
}

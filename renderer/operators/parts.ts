import type { OperatorColumns } from '../../shared/operator-columns.ts'
import type { KnownOperators } from '../cache/operator-cache.ts'
import { sameNumbers } from '../cache/operator-packs.ts'

/** The rows of one organization among those of all. */
export interface Part {
  readonly organizationId: number
  /** Wall clock of its latest list, ms; `null` where there was none yet. */
  readonly at: number | null
  /** Its first row, and the row after its last. */
  readonly from: number
  readonly to: number
  readonly unlisted: ReadonlySet<number>
}

/** What the service has said about the operators of every organization, one organization after another. */
export interface EveryOperators {
  readonly organizationId: 'all'
  readonly columns: OperatorColumns
  readonly unlisted: ReadonlySet<number>
  /** Wall clock of the oldest list, ms; `null` where there is none. */
  readonly at: number | null
  /** An organization without a list has a part without rows. */
  readonly parts: readonly Part[]
}

/** The operators that are shown: of one organization, or of all. */
export type ShownOperators = KnownOperators | EveryOperators

const single = new WeakMap<KnownOperators, readonly Part[]>()

/** The parts that rows come in: one where a single organization is shown. */
export function partsOf(known: ShownOperators): readonly Part[] {
  if (known.organizationId === 'all') return known.parts
  const made = single.get(known) ?? [wholePart(known)]
  single.set(known, made)
  return made
}

function wholePart({ organizationId, at, columns, unlisted }: KnownOperators): Part {
  return { organizationId, at, from: 0, to: columns.ids.length, unlisted }
}

const byOrganization = new WeakMap<readonly Part[], ReadonlyMap<number, Part>>()

/** The part of an organization; `null` where it is not shown. */
export function partOf(known: ShownOperators, organizationId: number): Part | null {
  const parts = partsOf(known)
  const made =
    byOrganization.get(parts) ?? new Map(parts.map((part) => [part.organizationId, part]))
  byOrganization.set(parts, made)
  return made.get(organizationId) ?? null
}

/** The part in which a listed row stands; `null` beyond them. */
export function partAt(known: ShownOperators, row: number): Part | null {
  const parts = partsOf(known)
  let low = 0
  let high = parts.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((parts[middle] as Part).to <= row) low = middle + 1
    else high = middle
  }
  return parts[low] ?? null
}

/** Whether every row stands where it stood, with more of them after those of its organization at most. */
export function growsFrom(before: ShownOperators, now: ShownOperators): boolean {
  const old = partsOf(before)
  if (old.length !== partsOf(now).length) return false
  return old.every((part) => {
    const next = partOf(now, part.organizationId)
    return next !== null && isPrefix(idsOf(before, part), idsOf(now, next)) && isLater(part, next)
  })
}

function isLater({ at: before }: Part, { at: now }: Part): boolean {
  return before === null || (now !== null && now >= before)
}

/** The rows that came at the ends of organizations: the parts that hold any, cut down to those. */
export function cameIn(before: ShownOperators | null, now: ShownOperators): readonly Part[] {
  return partsOf(now).flatMap((part) => {
    const old = before && partOf(before, part.organizationId)
    const from = part.from + (old ? old.to - old.from : 0)
    return from < part.to ? [{ ...part, from }] : []
  })
}

/** Where each listed row stands now, -1 where its organization's rows have changed otherwise than at their end. */
export function movedRows(before: ShownOperators, now: ShownOperators): Int32Array {
  const moved = new Int32Array(before.columns.ids.length).fill(-1)
  for (const part of partsOf(before)) {
    const next = partOf(now, part.organizationId)
    if (!next || !isPrefix(idsOf(before, part), idsOf(now, next))) continue
    for (let row = part.from; row < part.to; row += 1) moved[row] = row - part.from + next.from
  }
  return moved
}

function idsOf({ columns }: ShownOperators, { from, to }: Part): Float64Array {
  return columns.ids.subarray(from, to)
}

/** Whether ids stand among others as they are, at the beginning. */
export function isPrefix(one: Float64Array, other: Float64Array): boolean {
  return sameNumbers(one, other.subarray(0, one.length))
}

import { nameAt } from '../../shared/operator-columns.ts'
import type { KnownOperators } from '../cache/operator-cache.ts'
import { sameNumbers } from '../cache/operator-packs.ts'
import { type Part, partOf, partsOf, type ShownOperators } from './parts.ts'

/** Listed rows that stand next to each other: those that stayed, by where they began before, or those that came. */
export interface Run {
  readonly kept: number | null
  /** Its first row now. */
  readonly from: number
  readonly count: number
}

interface Rows {
  readonly known: ShownOperators
  readonly part: Part
}

/**
 * What became of the rows of one list in the next: runs in the order of the next. Names and ids decide, not
 * statuses. `null` where rows that stayed change their order.
 */
export function runsBetween(before: ShownOperators, now: ShownOperators): readonly Run[] | null {
  if (before.columns === now.columns) return [keptRun(0, 0, now.columns.ids.length)]
  const runs: Run[] = []
  let last = 0
  for (const part of partsOf(now)) {
    const old = partOf(before, part.organizationId)
    if (old && old.from < last) return null
    last = old?.to ?? last
    const came = { kept: null, from: part.from, count: part.to - part.from }
    runs.push(...(old ? runsOfPart({ known: before, part: old }, { known: now, part }) : [came]))
  }
  return joined(runs.filter(({ count }) => count > 0))
}

/** Whether an organization's rows stand in the list of all as they are now, with their ids and names. */
export function keepsRows(before: ShownOperators, known: KnownOperators): boolean {
  const part = partOf(before, known.organizationId)
  const now = partOf(known, known.organizationId)
  if (!part || !now) return true
  const old = { known: before, part }
  const size = sizeOf(old)
  return size === known.columns.ids.length && sameRows(old, { known, part: now }, size)
}

function keptRun(kept: number, from: number, count: number): Run {
  return { kept, from, count }
}

/** The rows that are the same at both ends stayed; what lies between them came. */
function runsOfPart(old: Rows, now: Rows): Run[] {
  const size = Math.min(sizeOf(old), sizeOf(now))
  const { part: before } = old
  const { part } = now
  if (sizeOf(old) === sizeOf(now) && sameRows(old, now, size))
    return [keptRun(before.from, part.from, size)]
  const head = sameFrom(old, now, size)
  const tail = sameUpTo(old, now, size - head)
  return [
    keptRun(before.from, part.from, head),
    { kept: null, from: part.from + head, count: sizeOf(now) - head - tail },
    keptRun(before.to - tail, part.to - tail, tail)
  ]
}

function sizeOf({ part }: Rows): number {
  return part.to - part.from
}

/** Compared as a whole, many times faster than one by one. */
function sameRows(old: Rows, now: Rows, size: number): boolean {
  const from = old.part.from
  const to = now.part.from
  const one = old.known.columns
  const other = now.known.columns
  if (!sameNumbers(one.ids.subarray(from, from + size), other.ids.subarray(to, to + size)))
    return false
  const start = one.ends[from - 1] ?? 0
  const shift = (other.ends[to - 1] ?? 0) - start
  for (let row = 0; row < size; row += 1)
    if ((one.ends[from + row] as number) + shift !== other.ends[to + row]) return false
  const end = one.ends[from + size - 1] ?? 0
  return one.names.slice(start, end) === other.names.slice(start + shift, end + shift)
}

function sameFrom(old: Rows, now: Rows, most: number): number {
  let same = 0
  while (same < most && sameRow(old, now, [old.part.from + same, now.part.from + same])) same += 1
  return same
}

function sameUpTo(old: Rows, now: Rows, most: number): number {
  let same = 0
  while (same < most && sameRow(old, now, [old.part.to - same - 1, now.part.to - same - 1]))
    same += 1
  return same
}

function sameRow(old: Rows, now: Rows, [row, other]: readonly [number, number]): boolean {
  const one = old.known.columns
  const next = now.known.columns
  return one.ids[row] === next.ids[other] && nameAt(one, row) === nameAt(next, other)
}

/** Runs that go on from one another are one. */
function joined(runs: readonly Run[]): Run[] {
  const longer: Run[] = []
  for (const run of runs) {
    const last = longer.at(-1)
    const goesOn =
      last &&
      (run.kept === null
        ? last.kept === null
        : last.kept !== null && last.kept + last.count === run.kept)
    if (last && goesOn) longer[longer.length - 1] = { ...last, count: last.count + run.count }
    else longer.push(run)
  }
  return longer
}

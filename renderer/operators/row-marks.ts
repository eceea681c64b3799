import type { EntryId } from '../../shared/edit.ts'
import { type RowFilter, rowFilters } from '../../shared/grid-settings.ts'
import { type Part, partsOf, type ShownOperators } from './parts.ts'
import { type RowBadge, rowBadges } from './row-change.ts'
import { type OperatorRows, rowCount } from './rows.ts'

/** What rows are marked by, beside what is in them. */
export interface MarkSources {
  /** Whom the last import added or changed. */
  readonly imported: Imported
  /** By organization, where anything is known: operators with a higher id are new since then. */
  readonly since: ReadonlyMap<number, HighestIds>
  /** The first day about which anybody can tell, its first moment; `null` before any list was seen. */
  readonly firstDay: number | null
}

/** Whom an import added or changed: operators, and adds that the service has not shown. */
export interface Imported {
  readonly operatorIds: ReadonlySet<number>
  readonly entryIds: ReadonlySet<EntryId>
}

/** Since when an operator is new. */
export type Since = 'new-visit' | 'new-today' | 'new-week' | 'new-date'

/** The highest id that was known at some time; `null` where nobody can tell. */
export type HighestIds = Readonly<Record<Since, number | null>>

/** Nothing is known that would mark a row. */
export const noMarks: MarkSources = {
  imported: { operatorIds: new Set(), entryIds: new Set() },
  since: new Map(),
  firstDay: null
}

const all = 2 ** rowFilters.length

function bitOf(filter: RowFilter): number {
  return 1 << rowFilters.indexOf(filter)
}

const ofBadges: Readonly<Record<RowBadge, number>> = {
  waiting: bitOf('waiting'),
  sending: bitOf('waiting'),
  verifying: bitOf('waiting'),
  rejected: bitOf('needs-you'),
  'needs-person': bitOf('needs-you')
}

/** The bits of each badge by its code; the first are those of rows without an edit. */
const ofCodes = Uint8Array.of(0, ...rowBadges.map((badge) => ofBadges[badge]))

interface Made {
  readonly of: MarkSources
  readonly marks: Uint8Array
}

const made = new WeakMap<Uint8Array, Made>()
/** What ids alone tell: it holds for as long as only waiting edits change. */
const madeOfIds = new WeakMap<Float64Array, Made>()

/** For each row the filters that it passes, a bit for each. Asked for at every key; worked out once. */
export function rowMarks(rows: OperatorRows, sources: MarkSources): Uint8Array {
  const known = made.get(rows.statuses)
  if (known?.of === sources) return known.marks
  const marks = marked(rows, sources)
  made.set(rows.statuses, { of: sources, marks })
  return marks
}

function marked(rows: OperatorRows, sources: MarkSources): Uint8Array {
  const marks = new Uint8Array(rowCount(rows))
  const { ids } = rows.known.columns
  marks.set(marksOfIds(rows.known, sources))
  // The service counts ids upwards; who waits to be added is new in any case.
  marks.fill(newBits, ids.length)
  rows.badges.forEach((code, row) => ((marks[row] as number) |= ofCodes[code] as number))
  const { entryIds } = sources.imported
  if (entryIds.size === 0) return marks
  const bit = bitOf('last-import')
  rows.pending.forEach(
    ({ entryId }, at) => entryIds.has(entryId) && ((marks[ids.length + at] as number) |= bit)
  )
  return marks
}

const newBits = bitOf('new-visit') | bitOf('new-today') | bitOf('new-week') | bitOf('new-date')

function marksOfIds(shown: ShownOperators, sources: MarkSources): Uint8Array {
  const { ids } = shown.columns
  const known = madeOfIds.get(ids)
  if (known?.of === sources) return known.marks
  const marks = new Uint8Array(ids.length)
  for (const part of partsOf(shown)) {
    const highest = Object.entries(sources.since.get(part.organizationId) ?? {})
    for (const [filter, id] of highest) markAbove(marks, ids, { ...part, filter, id })
  }
  const { operatorIds } = sources.imported
  const bit = bitOf('last-import')
  if (operatorIds.size > 0)
    ids.forEach((id, row) => operatorIds.has(id) && ((marks[row] as number) |= bit))
  madeOfIds.set(ids, { of: sources, marks })
  return marks
}

interface Above extends Part {
  readonly filter: string
  readonly id: number | null
}

function markAbove(
  marks: Uint8Array,
  ids: Float64Array,
  { from, to, filter, id: highest }: Above
): void {
  const bit = bitOf(filter as Since)
  const known = highest ?? Infinity
  for (let row = from; row < to; row += 1)
    if ((ids[row] as number) > known) (marks[row] as number) |= bit
}

/** Filters of which one is enough; the groups must all be met. */
const groups: readonly (readonly RowFilter[])[] = [
  ['waiting', 'needs-you'],
  ['last-import'],
  ['new-visit', 'new-today', 'new-week', 'new-date']
]

/** For each value that a row's marks can have, whether it passes the chosen filters. */
export function passing(chosen: readonly RowFilter[]): readonly boolean[] {
  const masks = groups
    .map((group) => group.filter((filter) => chosen.includes(filter)))
    .filter((group) => group.length > 0)
    .map((group) => group.reduce((mask, filter) => mask | bitOf(filter), 0))
  return Array.from({ length: all }, (_, marks) => masks.every((mask) => (marks & mask) !== 0))
}

/** How many rows pass each filter, from how often each value of marks was met. */
export function countMarks(met: Uint32Array): Readonly<Record<RowFilter, number>> {
  const count = (filter: RowFilter): number =>
    met.reduce((sum, times, marks) => (marks & bitOf(filter) ? sum + times : sum), 0)
  return Object.fromEntries(rowFilters.map((filter) => [filter, count(filter)])) as Record<
    RowFilter,
    number
  >
}

/** A tally of marks, to be filled in. */
export function noneMet(): Uint32Array {
  return new Uint32Array(all)
}

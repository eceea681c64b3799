import type { EntryId } from '../../shared/edit.ts'
import { type RowFilter, rowFilters } from '../../shared/grid-settings.ts'
import { type RowBadge, rowBadges } from './row-change.ts'
import { type OperatorRows, rowCount } from './rows.ts'

/** What rows are marked by, beside what is in them. */
export interface MarkSources {
  /** Whom the last import added or changed. */
  readonly imported: Imported
  /** Operators with a higher id are new since then; `null` where nobody can tell. */
  readonly since: Readonly<Record<Since, number | null>>
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

/** Nothing is known that would mark a row. */
export const noMarks: MarkSources = {
  imported: { operatorIds: new Set(), entryIds: new Set() },
  since: { 'new-visit': null, 'new-today': null, 'new-week': null, 'new-date': null },
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

const made = new WeakMap<OperatorRows, Made>()
/** What ids alone tell: it holds for as long as only waiting edits change. */
const madeOfIds = new WeakMap<Float64Array, Made>()

/** For each row the filters that it passes, a bit for each. Asked for at every key; worked out once. */
export function rowMarks(rows: OperatorRows, sources: MarkSources): Uint8Array {
  const known = made.get(rows)
  if (known?.of === sources) return known.marks
  const marks = marked(rows, sources)
  made.set(rows, { of: sources, marks })
  return marks
}

function marked(rows: OperatorRows, sources: MarkSources): Uint8Array {
  const marks = new Uint8Array(rowCount(rows))
  const { ids } = rows.known.columns
  marks.set(marksOfIds(ids, sources))
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

const newBits = bitOf('new-visit') | bitOf('new-today') | bitOf('new-week')

function marksOfIds(ids: Float64Array, sources: MarkSources): Uint8Array {
  const known = madeOfIds.get(ids)
  if (known?.of === sources) return known.marks
  const marks = new Uint8Array(ids.length)
  for (const [filter, highest] of Object.entries(sources.since) as [Since, number | null][])
    markAbove(marks, ids, { bit: bitOf(filter), highest: highest ?? Infinity })
  const { operatorIds } = sources.imported
  const bit = bitOf('last-import')
  if (operatorIds.size > 0)
    ids.forEach((id, row) => operatorIds.has(id) && ((marks[row] as number) |= bit))
  madeOfIds.set(ids, { of: sources, marks })
  return marks
}

function markAbove(
  marks: Uint8Array,
  ids: Float64Array,
  { bit, highest }: { readonly bit: number; readonly highest: number }
): void {
  for (let row = 0; row < ids.length; row += 1)
    if ((ids[row] as number) > highest) (marks[row] as number) |= bit
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

import type { EntryId } from '../../shared/edit.ts'
import type { Status } from '../../shared/operator.ts'
import type { Entry } from '../outbox/entry.ts'
import { partOf } from '../operators/parts.ts'
import { type OperatorRow, type OperatorRows, rowAt, rowOfKey } from '../operators/rows.ts'

/** Whom the details are about. */
export interface Subject {
  readonly row: OperatorRow
  /** The status that the service told; `null` for somebody it has not shown yet. */
  readonly told: Status | null
  /** When the service's list was fetched, wall clock, ms; `null` where none ever was. */
  readonly at: number | null
}

/** The subject at a row that shows; `null` where none does. `order`: row numbers in the order that shows. */
export function subjectAt(rows: OperatorRows, order: Uint32Array, place: number): Subject | null {
  const number = order[place]
  if (number === undefined) return null
  const row = rowAt(rows, number)
  const listed = rowOfKey(rows, row.key)
  const told = typeof row.key === 'number' ? rows.known.columns.statuses[listed] : undefined
  const { organizationId } = row
  const at = partOf(rows.known, organizationId)?.at ?? null
  return { row, told: (told as Status | undefined) ?? null, at }
}

/** The edits about somebody that are still in the outbox, the latest first. */
export function editsOf({ row }: Pick<Subject, 'row'>, entries: Iterable<Entry>): Entry[] {
  const own: Entry[] = []
  const creators = new Set<EntryId>()
  for (const entry of entries) {
    if (entry.edit.organizationId !== row.organizationId) continue
    if (entry.edit.kind === 'add' && creates(entry, row)) {
      creators.add(entry.id)
      own.push(entry)
    } else if (entry.edit.kind === 'set-status' && isAbout(entry.edit.operator, row, creators))
      own.push(entry)
  }
  return own.reverse()
}

function creates({ id, state }: Entry, row: OperatorRow): boolean {
  if (id === row.key) return true
  const created = state.kind === 'confirmed' || state.kind === 'matched' ? state.operatorId : null
  return created !== null && created === row.id
}

function isAbout(
  operator: OperatorRow['operator'],
  row: OperatorRow,
  creators: ReadonlySet<EntryId>
): boolean {
  return operator.kind === 'known' ? operator.id === row.id : creators.has(operator.entryId)
}

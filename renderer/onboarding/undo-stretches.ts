import type { Edit, EntryId, OperatorRef } from '../../shared/edit.ts'
import type { OperatorColumns } from '../../shared/operator-columns.ts'
import { nameAt } from '../../shared/operator-columns.ts'
import type { Operator, Status } from '../../shared/operator.ts'
import type { Entry } from '../outbox/entry.ts'
import type { Entries } from './outcome.ts'
import type { Step } from './plan.ts'
import { undoOf, type ImportUndo, type Undoing } from './undo-import.ts'

/** Steps that are looked at in one go. */
const stretch = 1000

/** An import whose undo is worked out without holding the window up. */
export interface UndoingInStretches {
  readonly total: number
  readonly steps: (from: number, to: number) => Promise<readonly Step[]>
  readonly entries: Entries
  readonly operator: Undoing['operator']
  /** Lets everything else have a turn. */
  readonly breathe: () => Promise<void>
}

/** Works out the undo of an import, some steps at a time. */
export async function undoInStretches(undoing: UndoingInStretches): Promise<ImportUndo> {
  const parts: ImportUndo[] = []
  for (let from = 0; from < undoing.total; from += stretch) {
    const steps = await undoing.steps(from, Math.min(from + stretch, undoing.total))
    const entryOf = (step: number): EntryId | null => undoing.entries.entryOf(from + step)
    parts.push(
      undoOf({ steps, entries: { ...undoing.entries, entryOf }, operator: undoing.operator })
    )
    await undoing.breathe()
  }
  return united(parts)
}

/** Two rows in different stretches may have ended with the same operator: it is set once. */
function united(parts: readonly ImportUndo[]): ImportUndo {
  const edits = new Map<string, Edit>()
  for (const edit of parts.flatMap((part) => part.edits)) edits.set(operatorKey(edit), edit)
  const all = [...edits.values()]
  const deletes = all.filter((edit) => edit.kind === 'set-status' && edit.to === 2).length
  return {
    edits: all,
    deletes,
    restores: all.length - deletes,
    discards: parts.flatMap((part) => part.discards),
    awaited: parts.reduce((sum, part) => sum + part.awaited, 0),
    leftAlone: parts.flatMap((part) => part.leftAlone)
  }
}

function operatorKey(edit: Edit): string {
  if (edit.kind === 'add') return JSON.stringify(edit)
  const { operator } = edit
  return operator.kind === 'known'
    ? `${edit.organizationId}/${operator.id}`
    : `entry ${operator.entryId}`
}

/** The organizations in which an undo changes anything. */
export function organizationsIn({ edits }: ImportUndo): number[] {
  return [...new Set(edits.map(({ organizationId }) => organizationId))]
}

/** Everyone whom lists show, as they will be once the outbox has done what it still has to do. */
export function operatorsAsWished(
  lists: ReadonlyMap<number, OperatorColumns>,
  entries: ReadonlyMap<EntryId, Entry>
): Undoing['operator'] {
  const find = new Map([...lists].map(([id, { ids }]) => [id, rowFinder(ids)]))
  const wanted = wishedStatuses(entries)
  return (organizationId, id): Operator | null => {
    const columns = lists.get(organizationId)
    const row = find.get(organizationId)?.(id) ?? -1
    if (columns === undefined || row < 0) return null
    const status = wanted.get(id) ?? (columns.statuses[row] as Status)
    return { id, name: nameAt(columns, row), status }
  }
}

/** What the outbox still wants operators to be, also those that it has only just created. */
function wishedStatuses(entries: ReadonlyMap<EntryId, Entry>): ReadonlyMap<number, Status> {
  const wanted = new Map<number, Status>()
  for (const { edit, state } of entries.values()) {
    const open = state.kind === 'waiting' || state.kind === 'sending' || state.kind === 'verifying'
    if (!open || edit.kind === 'add') continue
    const id = operatorIdOf(edit.operator, entries)
    if (id !== null) wanted.set(id, edit.to)
  }
  return wanted
}

function operatorIdOf(operator: OperatorRef, entries: ReadonlyMap<EntryId, Entry>): number | null {
  if (operator.kind === 'known') return operator.id
  const state = entries.get(operator.entryId)?.state
  return state?.kind === 'confirmed' || state?.kind === 'matched' ? state.operatorId : null
}

/** Finds an id's row, -1 where it is not there. Lists come in the order of their ids: then nothing is indexed. */
function rowFinder(ids: Float64Array): (id: number) => number {
  const isAscending = ids.every((id, row) => row === 0 || (ids[row - 1] ?? 0) < id)
  if (isAscending) return (id) => searched(ids, id)
  const rows = new Map(Array.from(ids, (id, row) => [id, row]))
  return (id) => rows.get(id) ?? -1
}

function searched(ids: Float64Array, id: number): number {
  let low = 0
  let high = ids.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ids[middle] ?? 0) < id) low = middle + 1
    else high = middle
  }
  return ids[low] === id ? low : -1
}

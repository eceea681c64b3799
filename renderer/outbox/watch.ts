import type { EntryId } from '../../shared/edit.ts'
import type { Operator } from '../../shared/operator.ts'
import type { Draft } from './draft.ts'
import {
  hasEnded,
  isAdd,
  isUnresolved,
  keyOf,
  type AddEntry,
  type KeptEntry
} from './kept-entry.ts'
import type { OutboxView } from './outbox.ts'
import type { Reading } from './state.ts'

/** How long an ended entry stays in the panel, and its name under watch, ms of the wall clock. */
const watchFor = 86_400_000

/**
 * Names of which an attempt was lost, and of which a list shows more rows than all who asked for them can
 * account for: one of ours may have been done twice. Deleted rows do no harm.
 */
export function duplicatesIn(
  draft: Draft,
  organizationId: number,
  reading: Reading
): OutboxView['possibleDuplicates'] {
  const ended = watchedIn(draft, organizationId).filter(({ state }) => hasEnded(state))
  const byKey = new Map(ended.toReversed().map((entry) => [keyOf(entry), entry]))
  return [...byKey].flatMap(([key, watched]) => {
    const operators = operatorsOf(draft, watched, reading.rows.get(key) ?? [])
    return operators.length > 0 ? [{ organizationId, name: watched.edit.name, operators }] : []
  })
}

/** Adds of an organization of which an attempt was lost, in queue order: few, however many there are in all. */
export function watchedIn(draft: Draft, organizationId: number): AddEntry[] {
  const ids = new Set([...draft.state.watched, ...draft.entries.keys()])
  return entriesNamed(draft, ids)
    .filter(({ edit, watch }) => watch !== null && edit.organizationId === organizationId)
    .sort((one, other) => one.order - other.order)
}

/** The operators of a name where there is one more than we can account for; else none. */
function operatorsOf(draft: Draft, watched: AddEntry, rows: readonly Operator[]): Operator[] {
  const { organizationId } = watched.edit
  const named = draft.state.lines.named(organizationId, keyOf(watched))
  const entries = entriesNamed(draft, named)
  if (entries.some((entry) => isUnresolved(entry.state))) return []
  const extra = extraRows(draft, entries, rows)
  if (extra.length === 0) return []
  const ours = rows.filter((row) => draft.claimantOf(row.id) !== undefined)
  return [...ours, ...extra].sort((one, other) => one.id - other.id)
}

function entriesNamed(draft: Draft, ids: Iterable<EntryId>): AddEntry[] {
  const entries: (KeptEntry | undefined)[] = [...ids].map((id) => draft.entry(id))
  return entries.filter((entry) => entry !== undefined).filter(isAdd)
}

/**
 * Rows that nobody of ours has, and that were not there before one of the lost attempts. Each attempt is asked
 * by itself: the stray row of an earlier one stands there before a later one.
 */
function extraRows(
  draft: Draft,
  entries: readonly KeptEntry[],
  rows: readonly Operator[]
): Operator[] {
  const before = entries.flatMap(({ watch, baseline }) =>
    watch ? [new Set([...watch, ...baseline])] : []
  )
  return rows.filter(
    (row) =>
      row.status !== 2 &&
      draft.claimantOf(row.id) === undefined &&
      before.some((ids) => !ids.has(row.id))
  )
}

/** So many leave at a time: some ms of work. */
const mostLeaving = 500

/**
 * Some of the ended entries whose watch is over: they leave the panel for the history. A wall clock that was set
 * forward ends no watch before its time.
 */
export function leaving(draft: Draft): EntryId[] {
  const ids: EntryId[] = []
  const { began } = draft.queue
  const now = Math.min(draft.now.wall, began.wall + draft.now.monotonic - began.monotonic)
  for (const { id, state } of draft.state.entries.values()) {
    if (hasEnded(state) && 'at' in state && now - state.at >= watchFor) ids.push(id)
    if (ids.length === mostLeaving) break
  }
  return ids
}

import type { EntryId } from '../../shared/edit.ts'
import type { Operator } from '../../shared/operator.ts'
import type { Draft } from './draft.ts'
import { hasEnded, isAdd, isUnresolved, type AddEntry, type KeptEntry } from './kept-entry.ts'
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
  const found: OutboxView['possibleDuplicates'][number][] = []
  for (const [key, rows] of reading.rows) {
    const entries = entriesNamed(draft, draft.state.lines.named(organizationId, key))
    const watched = entries.find((entry) => entry.watch !== null && hasEnded(entry.state))
    if (!watched || entries.some((entry) => isUnresolved(entry.state))) continue
    const extra = extraRows(draft, entries, rows)
    if (extra.length === 0) continue
    const ours = rows.filter((row) => draft.claimantOf(row.id) !== undefined)
    const operators = [...ours, ...extra].sort((one, other) => one.id - other.id)
    found.push({ organizationId, name: watched.edit.name, operators })
  }
  return found
}

function entriesNamed(draft: Draft, ids: ReadonlySet<EntryId>): AddEntry[] {
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

/**
 * Ended entries whose watch is over: they leave the panel for the history. A wall clock that was set
 * forward ends no watch before its time.
 */
export function leaving(draft: Draft): EntryId[] {
  const ids: EntryId[] = []
  const { began } = draft.queue
  const now = Math.min(draft.now.wall, began.wall + draft.now.monotonic - began.monotonic)
  for (const { id, state } of draft.state.entries.values()) {
    if (hasEnded(state) && 'at' in state && now - state.at >= watchFor) ids.push(id)
  }
  return ids
}

import type { SeenStatus } from '../cache/status-records.ts'
import type { Entry } from '../outbox/entry.ts'
import type { HistoryEvent } from '../outbox/outbox.ts'

/** An edit of one's own, with what happened to it. */
export interface DatedEdit {
  readonly kind: 'edit'
  readonly entry: Entry
  /** It is still in the outbox. */
  readonly listed: boolean
  readonly history: readonly HistoryEvent[]
}

/** One thing that is known to have happened to an operator. */
export type Happening =
  | DatedEdit
  /** A list showed another status than the one before, and this app had not set it. */
  | { readonly kind: 'seen'; readonly seen: SeenStatus }

/** What is kept of an operator beside the edits that are still in the outbox. */
export interface Kept {
  /** Edits that have left the outbox. */
  readonly past: readonly Entry[]
  readonly seen: readonly SeenStatus[]
}

/** Everything that is known to have happened, the latest first. `own`: edits still in the outbox. */
export function timelineOf(own: readonly Entry[], { past, seen }: Kept): Happening[] {
  const listed = new Set(own.map(({ id }) => id))
  const gone = past.filter(({ id }) => !listed.has(id))
  const edits = [...own, ...gone].map((entry): Happening => {
    return { kind: 'edit', entry, listed: listed.has(entry.id), history: [] }
  })
  const statuses = seen.map((one): Happening => ({ kind: 'seen', seen: one }))
  return [...edits, ...statuses].sort((one, other) => momentOf(other) - momentOf(one))
}

/** Names it apart from all others of the same operator. */
export function keyOf(happening: Happening): string {
  return happening.kind === 'edit' ? happening.entry.id : `seen-${happening.seen.at}`
}

/** The history of an edit that has left the outbox begins with it, too. */
export function fromItsStart(
  { id, queuedAt }: Entry,
  history: readonly HistoryEvent[]
): readonly HistoryEvent[] {
  if (history[0]?.what === 'queued') return history
  return [{ at: queuedAt, entryId: id, what: 'queued', failure: null }, ...history]
}

function momentOf(happening: Happening): number {
  return happening.kind === 'edit' ? happening.entry.queuedAt : happening.seen.at
}

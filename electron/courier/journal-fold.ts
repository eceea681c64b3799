import type { Attempt, AttemptId } from '../../shared/attempt.ts'
import type { AcceptedEdit, EntryId } from '../../shared/edit.ts'
import type { Ending } from '../../shared/journal.ts'
import { never } from '../../shared/never.ts'
import type { Delivery } from '../chathub/answer.ts'
import { decodeLines } from './journal-line.ts'
import { recordOf, type StoredRecord } from './journal-record.ts'

/** How long the end of an entry is remembered: as long as later lists are watched for its duplicates, ms. */
export const rememberedMs = 24 * 3_600_000

/** What the journal's records add up to. Changed only by `apply`. */
export interface Fold {
  storeId: string | null
  damaged: boolean
  readonly accepted: Map<EntryId, AcceptedEdit>
  readonly ended: Map<EntryId, { readonly ending: Ending; readonly at: number }>
  readonly attempts: Map<
    AttemptId,
    { readonly attempt: Attempt; readonly delivery: Delivery | null }
  >
}

/** The fold of no records. */
export function emptyFold(): Fold {
  return {
    storeId: null,
    damaged: false,
    accepted: new Map(),
    ended: new Map(),
    attempts: new Map()
  }
}

/** Adds a record to the fold, in place. Records may repeat: the first end and the first outcome count. */
export function apply(fold: Fold, record: StoredRecord): void {
  switch (record.kind) {
    case 'header':
      fold.storeId = record.storeId
      fold.damaged ||= record.damaged
      return
    case 'queued':
      if (!fold.accepted.has(record.accepted.id))
        fold.accepted.set(record.accepted.id, record.accepted)
      return
    case 'intent':
      if (!fold.attempts.has(record.attempt.id)) {
        fold.attempts.set(record.attempt.id, { attempt: record.attempt, delivery: null })
      }
      return
    case 'outcome': {
      const known = fold.attempts.get(record.attemptId)
      if (known?.delivery === null)
        fold.attempts.set(record.attemptId, { ...known, delivery: record.delivery })
      return
    }
    case 'settled':
      if (!fold.ended.has(record.entryId)) {
        fold.ended.set(record.entryId, { ending: record.ending, at: record.at })
      }
      return
    default:
      never(record)
  }
}

/** The fold of a journal's bytes, and how to go on writing after them. Never throws. */
export function foldBytes(bytes: Uint8Array): {
  readonly fold: Fold
  readonly keep: number
  readonly openEnd: boolean
} {
  const { values, damaged, keep, openEnd } = decodeLines(bytes)
  const fold = emptyFold()
  fold.damaged = damaged
  for (const value of values) {
    const record = recordOf(value)
    if (record === null) fold.damaged = true
    else apply(fold, record)
  }
  // Without its first line the journal belongs to nobody.
  if (fold.storeId === null && keep > 0) fold.damaged = true
  return { fold, keep, openEnd }
}

/**
 * Drops what nobody asks for any more: attempts whose every entry ended or was carried again later (the
 * window had settled the earlier one before), and ends older than a day.
 */
export function forgetOld(fold: Fold, now: number): void {
  const later = new Set<EntryId>()
  for (const [id, { attempt }] of [...fold.attempts].reverse()) {
    const over = attempt.entries.every((entry) => fold.ended.has(entry.id) || later.has(entry.id))
    const keeping = over ? [] : attempt.entries
    if (over) fold.attempts.delete(id)
    for (const entry of keeping) later.add(entry.id)
  }
  for (const [id, { at }] of fold.ended) {
    if (now - at <= rememberedMs || later.has(id)) continue
    fold.ended.delete(id)
    fold.accepted.delete(id)
  }
}

/** The fewest records with the same fold: what compaction writes. Empty without a header. */
export function recordsOf(fold: Fold): StoredRecord[] {
  if (fold.storeId === null) return []
  const attempts = [...fold.attempts.values()]
  return [
    { kind: 'header', storeId: fold.storeId, damaged: fold.damaged },
    ...[...fold.accepted.values()]
      .filter(({ id }) => !fold.ended.has(id))
      .map((accepted) => ({ kind: 'queued' as const, accepted })),
    ...attempts.map(({ attempt }) => ({ kind: 'intent' as const, attempt })),
    ...attempts.flatMap(({ attempt, delivery }) =>
      delivery === null ? [] : [{ kind: 'outcome' as const, attemptId: attempt.id, delivery }]
    ),
    ...[...fold.ended].map(([entryId, { ending, at }]) => ({
      kind: 'settled' as const,
      entryId,
      ending,
      at
    }))
  ]
}

import type { Attempt } from '../../shared/attempt.ts'
import { complete, type KeptEntry } from '../outbox/kept-entry.ts'

/**
 * An entry as it was stored, perhaps by an earlier version that knew less about entries: what it did not
 * know is as for a new one. Throws where the record is no entry, since to leave one out would lose an edit.
 * `shared`: of the records that are read together.
 */
export function parseEntry(record: unknown, shared: SharedTexts = new Map()): KeptEntry {
  if (
    !isRecord(record) ||
    typeof record['id'] !== 'string' ||
    !isRecord(record['edit']) ||
    !isRecord(record['state'])
  ) {
    throw new DamagedRecord('entry')
  }
  const { edit, actionId, lastAttempt, refusedWith, ...rest } = record as unknown as KeptEntry
  return complete({
    ...rest,
    edit: edit.kind === 'add' ? { ...edit, kind: 'add' } : edit,
    actionId: sharedText(actionId, shared),
    lastAttempt: lastAttempt && sharedText(lastAttempt, shared),
    refusedWith: refusedWith && sharedText(refusedWith, shared)
  })
}

/** Texts that many records have in common: each of them was read as a text of its own. */
export type SharedTexts = Map<string, string>

function sharedText(text: string, shared: SharedTexts): string {
  const known = shared.get(text)
  if (known !== undefined) return known
  shared.set(text, text)
  return text
}

/** An attempt as it was stored. Throws where the record is none. */
export function parseAttempt(record: unknown): Attempt {
  if (!isRecord(record) || typeof record['id'] !== 'string' || !Array.isArray(record['entries']))
    throw new DamagedRecord('attempt')
  return record as unknown as Attempt
}

/** A record of the outbox that is not what this program writes: the queue says so and stops. */
class DamagedRecord extends Error {
  override readonly name = 'DamagedRecord'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

import type { Attempt } from '../../shared/attempt.ts'
import { keep, type KeptEntry } from '../outbox/kept-entry.ts'

/**
 * An entry as it was stored, perhaps by an earlier version that knew less about entries: what it did not
 * know is as for a new one. Throws where the record is no entry, since to leave one out would lose an edit.
 */
export function parseEntry(record: unknown): KeptEntry {
  if (
    !isRecord(record) ||
    typeof record['id'] !== 'string' ||
    !isRecord(record['edit']) ||
    !isRecord(record['state'])
  ) {
    throw new DamagedRecord('entry')
  }
  const entry = record as unknown as KeptEntry
  return { ...keep(entry, []), ...entry }
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

import fc from 'fast-check'
import type { Attempt } from '../../shared/attempt.ts'
import type { AcceptedEdit } from '../../shared/edit.ts'
import type { Answer, Delivery } from '../chathub/answer.ts'
import type { StoredRecord } from './journal-record.ts'

/** Records, attempts and answers for the tests of this folder. */

/** An accepted add. */
export function addOf(id: string, name = `Name of ${id}`): AcceptedEdit {
  return {
    id,
    edit: { kind: 'add', organizationId: 24, name, addAnyway: false },
    order: Number(id.replace(/\D/g, '')) || 0,
    queuedAt: 1_700_000_000_000,
    actionId: `action ${id}`
  }
}

/** An attempt that adds these entries. */
export function attemptOf(
  id: string,
  entryIds: readonly string[],
  known: readonly number[] = [101, 102]
): Attempt {
  return {
    kind: 'add',
    id,
    organizationId: 24,
    entries: entryIds.map((entry) => ({ id: entry, name: `Name of ${entry}` })),
    known
  }
}

/** A plain answer. */
export function answered(status: number, body = ''): Answer {
  return {
    kind: 'answered',
    status,
    body,
    contentType: 'application/json',
    retryAfterMs: null,
    portal: false
  }
}

const entryId = fc.integer({ min: 1, max: 12 }).map((n) => `e${n}`)
const attemptId = fc.integer({ min: 1, max: 12 }).map((n) => `a${n}`)
const delivery: fc.Arbitrary<Delivery> = fc.oneof(
  fc
    .record({ status: fc.constantFrom(200, 400, 401, 500), body: fc.string() })
    .map(({ status, body }) => answered(status, body)),
  fc.constant<Delivery>({
    kind: 'failed',
    failure: { kind: 'lost', cause: 'reset', code: 'ECONNRESET' }
  })
)

/** Any record but a header. */
export const anyRecord: fc.Arbitrary<StoredRecord> = fc.oneof(
  fc
    .tuple(entryId, fc.string({ unit: 'binary' }))
    .map(([id, name]) => ({ kind: 'queued' as const, accepted: addOf(id, name) })),
  fc
    .tuple(
      attemptId,
      fc.uniqueArray(entryId, { minLength: 1, maxLength: 4 }),
      fc.uniqueArray(fc.nat(300))
    )
    .map(([id, entries, known]) => ({
      kind: 'intent' as const,
      attempt: attemptOf(
        id,
        entries,
        known.sort((a, b) => a - b)
      )
    })),
  fc
    .tuple(attemptId, delivery)
    .map(([id, of]) => ({ kind: 'outcome' as const, attemptId: id, delivery: of })),
  fc.tuple(entryId, fc.nat(48 * 3_600_000)).map(([id, ago]) => ({
    kind: 'settled' as const,
    entryId: id,
    ending: 'confirmed' as const,
    at: 1_700_000_000_000 - ago
  }))
)

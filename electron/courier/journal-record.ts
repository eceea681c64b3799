import * as v from 'valibot'
import type { Attempt } from '../../shared/attempt.ts'
import type { AcceptedEdit, EntryId } from '../../shared/edit.ts'
import type { Ending } from '../../shared/journal.ts'
import type { Delivery, Unanswered } from '../chathub/answer.ts'
import { decodeIds, encodeIds } from './id-set.ts'

/** What a line of the journal says. Times: wall clock, ms. */
export type StoredRecord =
  /** The first line. `damaged`: something was unreadable before the file was last rewritten. */
  | { readonly kind: 'header'; readonly storeId: string; readonly damaged: boolean }
  | { readonly kind: 'queued'; readonly accepted: AcceptedEdit }
  | { readonly kind: 'intent'; readonly attempt: Attempt }
  | { readonly kind: 'outcome'; readonly attemptId: string; readonly delivery: Delivery }
  | {
      readonly kind: 'settled'
      readonly entryId: EntryId
      readonly ending: Ending
      readonly at: number
    }

const version = 1
const whole = v.pipe(v.number(), v.safeInteger())
const status = v.picklist([0, 1, 2])

const edit = v.variant('kind', [
  v.object({
    kind: v.literal('add'),
    organizationId: whole,
    name: v.string(),
    addAnyway: v.boolean()
  }),
  v.object({
    kind: v.literal('set-status'),
    organizationId: whole,
    operator: v.variant('kind', [
      v.object({ kind: v.literal('known'), id: whole }),
      v.object({ kind: v.literal('created-by'), entryId: v.string() })
    ]),
    name: v.string(),
    from: status,
    to: status,
    after: v.nullable(v.string())
  })
])

const accepted = v.object({
  id: v.string(),
  edit,
  order: v.number(),
  queuedAt: v.number(),
  actionId: v.string()
})

const carried = v.object({ id: v.string(), name: v.string() })
const ids = v.pipe(
  v.string(),
  v.regex(/^((-?[0-9a-z]+|=-?\d+)(~[0-9a-z]+)?(,|$))*$/),
  v.transform(decodeIds)
)

const attempt = v.variant('kind', [
  v.object({
    kind: v.literal('add'),
    id: v.string(),
    organizationId: whole,
    entries: v.array(carried),
    known: ids
  }),
  v.object({
    kind: v.literal('set-status'),
    id: v.string(),
    organizationId: whole,
    entries: v.tuple([carried]),
    operatorId: whole,
    status
  })
])

const failure: v.GenericSchema<unknown, Unanswered> = v.variant('kind', [
  v.object({
    kind: v.literal('unreachable'),
    cause: v.picklist(['refused', 'dns', 'tls', 'proxy', 'timeout', 'network']),
    code: v.string()
  }),
  v.object({ kind: v.literal('recalled') }),
  v.object({ kind: v.literal('lost'), cause: v.picklist(['timeout', 'reset']), code: v.string() }),
  v.object({ kind: v.literal('unreadable'), status: whole, words: v.string() }),
  v.object({ kind: v.literal('signed-out') }),
  v.object({ kind: v.literal('credentials-missing') }),
  v.object({ kind: v.literal('address'), fault: v.picklist(['missing', 'malformed', 'insecure']) })
])

const delivery = v.variant('kind', [
  v.object({
    kind: v.literal('answered'),
    status: whole,
    body: v.string(),
    contentType: v.string(),
    retryAfterMs: v.nullable(v.number()),
    portal: v.boolean()
  }),
  v.object({ kind: v.literal('failed'), failure })
])

const record = v.variant('kind', [
  v.object({
    kind: v.literal('header'),
    version: v.literal(version),
    storeId: v.string(),
    damaged: v.boolean()
  }),
  v.object({ kind: v.literal('queued'), accepted }),
  v.object({ kind: v.literal('intent'), attempt }),
  v.object({ kind: v.literal('outcome'), attemptId: v.string(), delivery }),
  v.object({
    kind: v.literal('settled'),
    entryId: v.string(),
    ending: v.picklist(['confirmed', 'matched', 'cancelled', 'superseded']),
    at: v.number()
  })
])

/** The JSON value of a record. */
export function storedForm(stored: StoredRecord): unknown {
  if (stored.kind === 'header') return { ...stored, version }
  if (stored.kind !== 'intent' || stored.attempt.kind !== 'add') return stored
  return { ...stored, attempt: { ...stored.attempt, known: encodeIds(stored.attempt.known) } }
}

/** The record in a line's JSON value; `null` where it is none that this version knows. */
export function recordOf(value: unknown): StoredRecord | null {
  const result = v.safeParse(record, value)
  return result.success ? result.output : null
}

import * as v from 'valibot'

/** An id that the window or main made: random, printable, safe in a file name. */
export const ownId = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/u))
/** An id that the service gave. */
export const serviceId = v.pipe(v.number(), v.safeInteger())
/** A wall-clock time in ms since 1970, or any other whole number that only grows. */
export const instant = v.pipe(v.number(), v.finite())
/** A status as the service numbers it. */
const status = v.picklist([0, 1, 2])

const name = v.pipe(v.string(), v.maxLength(4_096))

const operatorRef = v.variant('kind', [
  v.strictObject({ kind: v.literal('known'), id: serviceId }),
  v.strictObject({ kind: v.literal('created-by'), entryId: ownId })
])

const edit = v.variant('kind', [
  v.strictObject({
    kind: v.literal('add'),
    organizationId: serviceId,
    name,
    addAnyway: v.boolean()
  }),
  v.strictObject({
    kind: v.literal('set-status'),
    organizationId: serviceId,
    operator: operatorRef,
    name,
    from: status,
    to: status,
    after: v.nullable(ownId)
  })
])

const accepted = v.strictObject({
  id: ownId,
  edit,
  order: instant,
  queuedAt: instant,
  actionId: ownId
})

/** What the window has written into the journal. */
export const journalRecord = v.variant('kind', [
  v.strictObject({ kind: v.literal('queued'), accepted }),
  v.strictObject({
    kind: v.literal('settled'),
    entryId: ownId,
    ending: v.picklist(['confirmed', 'matched', 'cancelled', 'superseded'])
  })
])

const carried = v.strictObject({ id: ownId, name })

/** Attempts by their ids: of those under way, which are few. */
export const attemptIds = v.pipe(v.array(ownId), v.maxLength(1_000))

/** One request that carries entries. */
export const attempt = v.variant('kind', [
  v.strictObject({
    kind: v.literal('add'),
    id: ownId,
    organizationId: serviceId,
    entries: v.pipe(v.array(carried), v.minLength(1), v.maxLength(100)),
    known: v.array(serviceId)
  }),
  v.strictObject({
    kind: v.literal('set-status'),
    id: ownId,
    organizationId: serviceId,
    entries: v.strictTuple([carried]),
    operatorId: serviceId,
    status
  })
])

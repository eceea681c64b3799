import * as v from 'valibot'
import type { KnownOrganizations } from './operator-cache.ts'

const id = v.pipe(v.number(), v.safeInteger())
const wallClock = v.pipe(v.number(), v.finite())

const list = v.object({
  organizationId: id,
  at: v.nullable(wallClock),
  count: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  unlisted: v.instance(Float64Array)
})

const organizations = v.object({
  organizations: v.array(v.object({ id, name: v.string() })),
  at: wallClock
})

/** What is kept about an organization's list beside its packs. */
export type ListRecord = v.InferOutput<typeof list>

/** Reads a stored list record; `null` where there is none or it is damaged. */
export function parseList(stored: unknown): ListRecord | null {
  const parsed = v.safeParse(list, stored)
  return parsed.success ? parsed.output : null
}

/** Reads the stored organizations; `null` where there are none or they are damaged. */
export function parseOrganizations(stored: unknown): KnownOrganizations | null {
  const parsed = v.safeParse(organizations, stored)
  return parsed.success ? parsed.output : null
}

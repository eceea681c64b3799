import { looseKey } from '../../shared/match-key.ts'
import type { Organization } from '../../shared/operator.ts'

/** Up to so many organizations are seen at a glance; beyond that they can be searched. */
const atAGlance = 12

/** Whether a list is long enough that a person wants to search it. */
export function isLong(organizations: readonly Organization[]): boolean {
  return organizations.length > atAGlance
}

/** The organizations of which the name holds a text, however it is written, or of which the id begins with it. */
export function organizationsNamed(
  organizations: readonly Organization[],
  text: string
): readonly Organization[] {
  const wanted = looseKey(text)
  if (wanted === '') return organizations
  const typed = text.trim()
  return organizations.filter(
    ({ id, name }) => looseKey(name).includes(wanted) || String(id).startsWith(typed)
  )
}

const names = new WeakMap<readonly Organization[], ReadonlyMap<number, string>>()
const nobody: ReadonlyMap<number, string> = new Map()

/** The names of organizations by their ids, made once for each list of them. */
export function namesOf(
  organizations: readonly Organization[] | null
): ReadonlyMap<number, string> {
  if (!organizations) return nobody
  const made = names.get(organizations) ?? new Map(organizations.map(({ id, name }) => [id, name]))
  names.set(organizations, made)
  return made
}

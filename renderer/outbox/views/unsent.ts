import type { Entry } from '../entry.ts'
import { hasEnded } from './arrange.ts'

/** Edits that have not ended: how many, and of which organizations. */
export interface Unsent {
  readonly organizations: readonly number[]
  readonly count: number
}

/** What of these entries has not ended. */
export function unsentOf(entries: Iterable<Pick<Entry, 'edit' | 'state'>>): Unsent {
  const organizations = new Set<number>()
  let count = 0
  for (const { edit, state } of entries) {
    if (hasEnded(state.kind)) continue
    organizations.add(edit.organizationId)
    count += 1
  }
  return { organizations: [...organizations], count }
}

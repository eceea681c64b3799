import type { Organization } from '../../shared/operator.ts'
import type { ListState } from './list-state.ts'

/** The organizations that the token sees; `null` before any were ever seen. */
export interface OrganizationsView {
  readonly organizations: readonly Organization[] | null
  /** Operators that are not deleted, by organization, where a list was ever seen. */
  readonly counts: ReadonlyMap<number, number>
  readonly state: ListState
}

/** Before anything was read. */
export const noOrganizationsYet: OrganizationsView = {
  organizations: null,
  counts: new Map(),
  state: { kind: 'stale', at: null }
}

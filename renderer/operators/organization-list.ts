import type { AccountId } from '../../shared/account.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Bridge, Urgency } from '../../shared/ipc.ts'
import type { Organization } from '../../shared/operator.ts'
import { ok, type Result } from '../../shared/result.ts'
import { statistics } from '../../shared/statistics.ts'
import type { KnownOperators, KnownOrganizations, OperatorCache } from '../cache/operator-cache.ts'

/** What an account's organizations are built from. `typed`: ids that the person typed where the service lists none. */
export interface OrganizationParts {
  readonly bridge: Pick<Bridge['operators'], 'organizations'>
  readonly cache: OperatorCache
  readonly account: {
    readonly id: AccountId
    readonly typedOrganizations: readonly number[] | null
  }
  readonly now: () => number
  readonly changed: () => void
}

/** The organizations of one account. */
export interface OrganizationList {
  known(): KnownOrganizations | null
  /** Operators that are not deleted, by organization, where a list was ever seen. */
  counts(): ReadonlyMap<number, number>
  /** Reads what the cache keeps. */
  load(): Promise<void>
  fetch(urgency: Urgency): Promise<Result<readonly Organization[], Failure>>
  /** Notes how many operators an organization has. */
  count(known: KnownOperators): void
  forget(): void
}

/** Keeps the organizations: those of the cache first, then those of the service, or the typed ones. */
export function keepOrganizations(parts: OrganizationParts): OrganizationList {
  const { bridge, cache, account, changed } = parts
  let known: KnownOrganizations | null = null
  let counts: ReadonlyMap<number, number> = new Map()

  async function take(organizations: readonly Organization[]): Promise<void> {
    known = { organizations: sameOrganizations(known, organizations), at: parts.now() }
    changed()
    await cache.keepOrganizations(known)
  }

  return {
    known: () => known,
    counts: () => counts,
    load: async () => {
      const [cached, counted] = await Promise.all([cache.organizations(), cache.counts()])
      if (cached.ok) known ??= cached.value
      if (counted.ok) counts = new Map([...counted.value, ...counts])
      changed()
    },
    fetch: async (urgency) => {
      const answer = await bridge.organizations(account.id, urgency)
      const organizations = answer.ok
        ? answer.value
        : typedInstead(answer.failure, account.typedOrganizations)
      if (!organizations) return answer
      await take(organizations)
      return ok(organizations)
    },
    count: ({ organizationId, columns, at }) => {
      if (at === null) return
      const { total, deleted } = statistics(columns.statuses)
      if (counts.get(organizationId) === total - deleted) return
      counts = new Map([...counts, [organizationId, total - deleted]])
    },
    forget: () => {
      known = null
      counts = new Map()
    }
  }
}

/** Typed organizations have no name of their own; the views name them by their id. */
function typedInstead(failure: Failure, typed: readonly number[] | null): Organization[] | null {
  if (failure.kind !== 'organizations-not-offered' || !typed) return null
  return typed.map((id) => ({ id, name: '' }))
}

/** The same array where nothing changed, so that what is derived from it need not be. */
function sameOrganizations(
  known: KnownOrganizations | null,
  organizations: readonly Organization[]
): readonly Organization[] {
  const same =
    known?.organizations.length === organizations.length &&
    known.organizations.every(
      ({ id, name }, at) => organizations[at]?.id === id && organizations[at].name === name
    )
  return same ? known.organizations : organizations
}

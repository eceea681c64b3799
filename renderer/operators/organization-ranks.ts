import type { Organization } from '../../shared/operator.ts'

/** The place of each organization among the others by their names; without a name, by its id. */
export type OrganizationRanks = ReadonlyMap<number, number>

interface Made {
  readonly locale: string
  readonly ranks: OrganizationRanks
}

const made = new WeakMap<readonly Organization[], Made>()

/** Ranks organizations as `locale` sorts their names; worked out once for as long as they are the same. */
export function organizationRanks(
  organizations: readonly Organization[],
  locale: string
): OrganizationRanks {
  const known = made.get(organizations)
  if (known?.locale === locale) return known.ranks
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const sorted = organizations
    .map(({ id, name }) => ({ id, name: name || String(id) }))
    .sort((one, other) => compare(one.name, other.name) || one.id - other.id)
  const ranks = new Map(sorted.map(({ id }, rank) => [id, rank]))
  made.set(organizations, { locale, ranks })
  return ranks
}

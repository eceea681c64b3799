import { distance } from 'fastest-levenshtein'
import type { Organization } from '../../shared/operator.ts'
import { keysOf } from './name-keys.ts'

/** What a cell of an organization column means. */
export type ResolvedOrganization =
  | { readonly kind: 'known'; readonly organizationId: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unknown'; readonly text: string; readonly suggestion: Organization | null }

/**
 * Makes a function that resolves organization cells: an id, else a name; an empty cell means the preset
 * one. Each different text is resolved once.
 */
export function organizationResolver(
  organizations: readonly Organization[],
  preset: number | null
): (text: string) => ResolvedOrganization {
  const resolved = new Map<string, ResolvedOrganization>()
  return (text) => {
    const known = resolved.get(text)
    if (known !== undefined) return known
    const result = resolve(text, organizations, preset)
    resolved.set(text, result)
    return result
  }
}

function resolve(
  text: string,
  organizations: readonly Organization[],
  preset: number | null
): ResolvedOrganization {
  const { name, loose } = keysOf(text)
  if (name === '')
    return preset === null ? { kind: 'missing' } : { kind: 'known', organizationId: preset }
  const match =
    organizations.find(({ id }) => String(id) === name.replace(/^#/u, '')) ??
    organizations.find((each) => keysOf(each.name).loose === loose)
  if (match !== undefined) return { kind: 'known', organizationId: match.id }
  return { kind: 'unknown', text: name, suggestion: nearest(loose, organizations) }
}

/** The organization whose name is at most 40 % away, or contains the text or is contained in it. */
function nearest(loose: string, organizations: readonly Organization[]): Organization | null {
  const measured = organizations
    .map((organization) => ({ organization, far: farness(loose, keysOf(organization.name).loose) }))
    .filter(({ far }) => far <= 0.4)
    .sort((one, other) => one.far - other.far)
  return measured[0]?.organization ?? null
}

function farness(one: string, other: string): number {
  if (one.length >= 3 && (other.includes(one) || one.includes(other))) return 0.3
  return distance(one, other) / Math.max(one.length, other.length, 1)
}

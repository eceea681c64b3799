import type { OperatorColumns } from '../../shared/operator-columns.ts'
import type { OrganizationList } from './people.ts'
import { queuedOf } from './people.ts'
import type { ImportPorts } from './ports.ts'
import type { Present } from './reader-calls.ts'

/** What a plan was compared with. */
export interface Compared {
  /** The oldest of the lists, wall clock, ms; `null` where there is none. */
  readonly at: number | null
  /** Organizations of which no list could be had: who is there already cannot be told. */
  readonly unlisted: readonly number[]
}

type Ports = Pick<ImportPorts, 'lists' | 'outbox'>

/** The lists of these organizations as the cache has them, and what the outbox still does. */
export async function presentOf(
  ids: readonly number[],
  { lists, outbox }: Ports
): Promise<{ readonly present: Present; readonly compared: Compared }> {
  await outbox.opened
  const found: OrganizationList[] = []
  for (const organizationId of ids) {
    const columns = await lists.known(organizationId)
    if (columns !== null) found.push({ organizationId, columns })
  }
  const times = found.map(({ organizationId }) => lists.at(organizationId) ?? 0)
  const listed = new Set(found.map(({ organizationId }) => organizationId))
  return {
    present: { lists: found, queued: queuedOf(outbox.view().bare.values()) },
    compared: {
      at: times.length === 0 ? null : Math.min(...times),
      unlisted: ids.filter((id) => !listed.has(id))
    }
  }
}

/** The lists of every organization of which the cache has one. */
export async function knownLists(
  lists: ImportPorts['lists']
): Promise<ReadonlyMap<number, OperatorColumns>> {
  const known = new Map<number, OperatorColumns>()
  for (const { id } of lists.organizations()) {
    const columns = await lists.known(id)
    if (columns !== null) known.set(id, columns)
  }
  return known
}

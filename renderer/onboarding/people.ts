import { nameAt, type OperatorColumns } from '../../shared/operator-columns.ts'
import type { Status } from '../../shared/operator.ts'
import type { Entry } from '../outbox/entry.ts'
import { keysOf, type NameKeys } from './name-keys.ts'

/** Someone who is in an organization already, or will be once the outbox is empty. */
export interface Person {
  /** The service's id; `null` for one who waits in the outbox. */
  readonly id: number | null
  readonly organizationId: number
  readonly name: string
  /** What the outbox wants it to be, where it wants something. */
  readonly status: Status
}

/** The list of one organization, freshly fetched or from the cache. */
export interface OrganizationList {
  readonly organizationId: number
  readonly columns: OperatorColumns
}

/** What the outbox still has to do. */
export interface Queued {
  readonly adds: readonly { readonly organizationId: number; readonly name: string }[]
  readonly statuses: readonly { readonly operatorId: number; readonly to: Status }[]
}

/** People by organization and the hash of their name's loose key; those of one hash may differ in the key. */
export type People = ReadonlyMap<number, ReadonlyMap<number, readonly Person[]>>

/** Nobody: always this one array. */
export const nobody: readonly Person[] = []

/** Everyone in the organization whose name has the same loose key. */
export function namesakesOf(
  people: People,
  organizationId: number,
  keys: NameKeys
): readonly Person[] {
  const found = people.get(organizationId)?.get(keys.hash)
  if (found === undefined) return nobody
  const namesakes = found.filter((person) => keysOf(person.name).loose === keys.loose)
  return namesakes.length === 0 ? nobody : namesakes
}

/** Indexes everyone who is or will be in the organizations. */
export function indexPeople(lists: readonly OrganizationList[], queued: Queued): People {
  const wanted = new Map(queued.statuses.map(({ operatorId, to }) => [operatorId, to]))
  const people = new Map<number, Map<number, Person[]>>()
  for (const { organizationId, columns } of lists) {
    columns.ids.forEach((id, row) => {
      const status = wanted.get(id) ?? (columns.statuses[row] as Status)
      put(people, { id, organizationId, name: nameAt(columns, row), status })
    })
  }
  for (const { organizationId, name } of queued.adds)
    put(people, { id: null, organizationId, name, status: 0 })
  return people
}

function put(people: Map<number, Map<number, Person[]>>, person: Person): void {
  let inside = people.get(person.organizationId)
  if (inside === undefined)
    people.set(person.organizationId, (inside = new Map<number, Person[]>()))
  const { hash } = keysOf(person.name)
  const namesakes = inside.get(hash)
  if (namesakes === undefined) inside.set(hash, [person])
  else namesakes.push(person)
}

/** What entries of the outbox will still bring about, in queue order: adds and statuses that have not ended. */
export function queuedOf(entries: Iterable<Entry>): Queued {
  const adds: Queued['adds'][number][] = []
  const statuses: Queued['statuses'][number][] = []
  for (const { edit, state } of entries) {
    if (!['waiting', 'sending', 'verifying', 'needs-person'].includes(state.kind)) continue
    if (edit.kind === 'add') adds.push({ organizationId: edit.organizationId, name: edit.name })
    else if (edit.operator.kind === 'known')
      statuses.push({ operatorId: edit.operator.id, to: edit.to })
  }
  return { adds, statuses }
}

import { beginning, firstFreeId, laterTeams, type Basis } from './data.ts'
import type { Change, Organization, OperatorRow } from './model.ts'

/** All that the server knows. Read it freely; only `commit` changes it. */
export type State = {
  readonly organizations: ReadonlyMap<number, Organization>
  readonly byId: ReadonlyMap<number, OperatorRow>
  /** The ids of each organization in the order of the list. */
  readonly idsOf: ReadonlyMap<number, readonly number[]>
  readonly nextId: number
}

type Open = {
  organizations: Map<number, Organization>
  byId: Map<number, OperatorRow>
  idsOf: Map<number, number[]>
  nextId: number
}

/** The state before anybody called. */
export function initialState(basis: Basis): State {
  const { organizations, operators } = beginning(basis)
  const later = laterTeams(basis)
  const waiting = new Set(organizations.map(({ id }) => id))
  const come = (organizationId: number | null): void => {
    if (organizationId === null || !waiting.delete(organizationId)) return
    for (const operator of later.of(organizationId)) insert(state, operator)
  }
  const state: Open = {
    organizations: new Map(organizations.map((organization) => [organization.id, organization])),
    byId: new ComingMap([], (id) => come(later.organizationOf(id))),
    idsOf: new ComingMap(
      organizations.map((organization) => [organization.id, []] as const),
      come
    ),
    nextId: firstFreeId
  }
  for (const operator of operators) insert(state, operator)
  return state
}

/** A map whose values come when they are first asked for. */
class ComingMap<Value> extends Map<number, Value> {
  readonly #come: (key: number) => void

  constructor(entries: readonly (readonly [number, Value])[], come: (key: number) => void) {
    super()
    this.#come = come
    for (const [key, value] of entries) this.set(key, value)
  }

  override get(key: number): Value | undefined {
    this.#come(key)
    return super.get(key)
  }

  override has(key: number): boolean {
    this.#come(key)
    return super.has(key)
  }
}

/** The operators of one organization in the order of the list; none for an unknown organization. */
export function operatorsOf(state: State, organizationId: number): OperatorRow[] {
  return (state.idsOf.get(organizationId) ?? []).map((id) => existing(state, id))
}

/** An operator that must be there; throws where it is not. */
export function existing(state: State, id: number): OperatorRow {
  const operator = state.byId.get(id)
  if (operator === undefined) throw new Error(`No operator ${id}`)
  return operator
}

/** The next `count` ids that no operator has. */
export function freeIds(state: State, count: number): number[] {
  const ids: number[] = []
  for (let id = state.nextId; ids.length < count; id += 1) if (!state.byId.has(id)) ids.push(id)
  return ids
}

/**
 * Makes changes true, in their order. Changes that say nothing about this state (an organization or
 * an operator that another seed had; a row that exists) are passed over, so that a journal can be
 * replayed onto any state, and twice.
 */
export function commit(state: State, changes: readonly Change[]): void {
  const open = state as Open
  for (const change of changes) {
    if (change.kind === 'created') create(open, change.operator)
    else setStatus(open, change)
  }
}

function create(state: Open, operator: OperatorRow): void {
  state.nextId = Math.max(state.nextId, operator.id + 1)
  if (state.byId.has(operator.id) || !state.organizations.has(operator.organizationId)) return
  insert(state, operator)
}

function insert(state: Open, operator: OperatorRow): void {
  state.byId.set(operator.id, operator)
  state.idsOf.get(operator.organizationId)?.push(operator.id)
}

function setStatus(state: Open, change: Extract<Change, { kind: 'status' }>): void {
  const operator = state.byId.get(change.id)
  if (operator !== undefined) state.byId.set(change.id, { ...operator, status: change.to })
}

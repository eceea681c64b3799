import { operatorsOf, type State } from './state.ts'
import type { Change, Organization, OperatorRow } from './model.ts'

/** The body of a list: a JSON array of operators, each with its organization. */
export function listBody(organization: Organization, operators: readonly OperatorRow[]): string {
  return JSON.stringify(
    operators.map(({ id, name, status }) => ({ id, name, status, organization }))
  )
}

/** Bodies that are kept: those asked for last. */
const keptAtMost = 16

/** Bodies that were made, each until its organization changes: a large one takes 0.1 s to make. */
export type ListBodies = {
  readonly of: (state: State, organization: Organization) => string
  /** Forgets the bodies that some changes, already made, concern. */
  readonly forget: (state: State, changes: readonly Change[]) => void
  readonly clear: () => void
}

/** No bodies yet. */
export function createListBodies(): ListBodies {
  const made = new Map<number, string>()
  return {
    of(state, organization) {
      const known = made.get(organization.id)
      if (known !== undefined) return known
      const body = listBody(organization, operatorsOf(state, organization.id))
      made.set(organization.id, body)
      for (const id of [...made.keys()].slice(0, -keptAtMost)) made.delete(id)
      return body
    },
    forget(state, changes) {
      for (const change of changes) {
        const id = change.kind === 'created' ? change.operator.id : change.id
        made.delete(state.byId.get(id)?.organizationId ?? 0)
      }
    },
    clear: () => made.clear()
  }
}

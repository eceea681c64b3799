import type { Edit } from '../../../shared/edit.ts'
import type { Entry, EntryState } from '../entry.ts'

/** An entry that adds an operator to organization 24, for tests. */
export function addEntry(id: string, name: string, state: EntryState): Entry {
  return entry(id, { kind: 'add', organizationId: 24, name, addAnyway: false }, state)
}

/** An entry that sets an operator of organization 24 from Active to Inactive, for tests. */
export function statusEntry(id: string, operatorId: number, state: EntryState): Entry {
  const operator = { kind: 'known', id: operatorId } as const
  const edit = {
    kind: 'set-status',
    organizationId: 24,
    operator,
    name: `Operator ${operatorId}`,
    from: 0,
    to: 1,
    after: null
  } as const
  return entry(id, edit, state)
}

function entry(id: string, edit: Edit, state: EntryState): Entry {
  return {
    id,
    edit,
    order: 1,
    queuedAt: 1_700_000_000_000,
    actionId: 'action',
    state,
    everSent: false,
    refusedIn: null
  }
}

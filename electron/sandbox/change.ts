import { sees } from './access.ts'
import { empty, error, json, problem } from './replies.ts'
import { freeIds, operatorsOf, type State } from './state.ts'
import type { Account, Change, NewRow, OperatorRow, Reply, Status } from './model.ts'

/**
 * How a server may bend what it is asked to add. `rename` is applied to each name before it is
 * stored. `reuse` answers with a row that exists instead of creating one: for `same-name` where the
 * name is there already, for `first-row` always for the first row of the request.
 */
export type AddRules = {
  readonly rename: (name: string) => string
  readonly reuse: 'none' | 'same-name' | 'first-row'
}

/** Adding as documented: names are kept as sent, and duplicates are accepted. */
export const documentedRules: AddRules = { rename: (name) => name, reuse: 'none' }

type Planned = { readonly changes: readonly Change[]; readonly reply: Reply }

/** Plans an add. Where one row is refused, none is added. */
export function planAdd(
  state: State,
  { account, rows }: { account: Account; rows: readonly NewRow[] },
  rules: AddRules
): Planned {
  const refusal = refusalOf(state, account, rows)
  if (refusal !== null) return { changes: [], reply: refusal }
  const ids = freeIds(state, rows.length)
  const created: OperatorRow[] = []
  const answered = rows.map((row, index) => {
    const name = rules.rename(row.name)
    const found = reusable(state, { ...row, name, index }, rules)
    if (found !== undefined) return found
    const id = ids[created.length]
    if (id === undefined) throw new Error('Fewer ids than rows')
    const operator: OperatorRow = { id, organizationId: row.organizationId, name, status: 0 }
    created.push(operator)
    return operator
  })
  const changes = created.map((operator): Change => ({ kind: 'created', operator }))
  return { changes, reply: json(200, answered.map(answeredRow)) }
}

/** Plans a change of status; asking for the status that is there is a success too. */
export function planStatus(
  state: State,
  { account, id, status }: { account: Account; id: number; status: Status }
): Planned {
  const operator = state.byId.get(id)
  if (operator === undefined)
    return { changes: [], reply: error(404, `There is no operator ${id}`) }
  if (!sees(account, operator.organizationId)) {
    return { changes: [], reply: error(403, 'No right to this organization') }
  }
  return { changes: [{ kind: 'status', id, from: operator.status, to: status }], reply: empty(200) }
}

function answeredRow({ id, name, status }: OperatorRow) {
  return { id, name, status }
}

function reusable(
  state: State,
  asked: NewRow & { index: number },
  { reuse }: AddRules
): OperatorRow | undefined {
  if (reuse === 'none') return undefined
  const present = operatorsOf(state, asked.organizationId)
  if (reuse === 'first-row') return asked.index === 0 ? present[0] : undefined
  return present.find(({ name }) => name === asked.name)
}

const longestName = 100

function refusalOf(state: State, account: Account, rows: readonly NewRow[]): Reply | null {
  const errors: Record<string, string[]> = {}
  for (const [index, { organizationId, name }] of rows.entries()) {
    if (!sees(account, organizationId)) return error(403, 'No right to this organization')
    if (!state.organizations.has(organizationId)) {
      return error(404, `There is no organization ${organizationId}`)
    }
    if (name.trim() === '') errors[`[${index}].name`] = ['Name is required']
    if (name.length > longestName) errors[`[${index}].name`] = ['Name too long (max 100 chars)']
  }
  if (Object.keys(errors).length === 0) return null
  return problem(422, 'One or more validation errors occurred.', errors)
}

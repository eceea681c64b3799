import type { Edit } from '../../../shared/edit.ts'
import { choicesFor, toReactivate, type Choice, type Duplicate } from './duplicates.ts'
import type { TypedName } from './names.ts'

/** Names, what is known about them, and what a person chose about those that are there already, by line. */
export interface Decided {
  readonly organizationId: number
  readonly names: readonly TypedName[]
  readonly duplicates: readonly Duplicate[]
  readonly choices: ReadonlyMap<number, Choice>
}

/** The edits that carry out what was decided, in the order of the lines. Nobody is reactivated twice. */
export function plannedEdits({ organizationId, names, duplicates, choices }: Decided): Edit[] {
  const byLine = new Map(duplicates.map((duplicate) => [duplicate.line, duplicate]))
  const back = new Set<number>()
  return names.flatMap(({ line, name }): Edit[] => {
    const duplicate = byLine.get(line)
    if (!duplicate) return [{ kind: 'add', organizationId, name, addAnyway: false }]
    const choice = choices.get(line) ?? choicesFor(duplicate)[0]
    if (choice === 'add') return [{ kind: 'add', organizationId, name, addAnyway: true }]
    return choice === 'reactivate' ? reactivation(organizationId, duplicate, back) : []
  })
}

function reactivation(organizationId: number, { found }: Duplicate, back: Set<number>): Edit[] {
  const operator =
    found.kind === 'listed' ? toReactivate(found.operators.filter(({ id }) => !back.has(id))) : null
  if (!operator) return []
  back.add(operator.id)
  const { id, name, status } = operator
  return [
    {
      kind: 'set-status',
      organizationId,
      operator: { kind: 'known', id },
      name,
      from: status,
      to: 0,
      after: null
    }
  ]
}

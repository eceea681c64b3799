import type { Edit } from '../../../shared/edit.ts'
import type { Status } from '../../../shared/operator.ts'
import type { OperatorRow } from '../rows.ts'

/** What an edit needs to know of a row. */
export type Target = Pick<OperatorRow, 'operator' | 'name' | 'status'>

/** Edits that give these operators a status, over the one that is shown; those who have it already are left out. */
export function statusEdits(
  organizationId: number,
  targets: readonly Target[],
  to: Status
): Edit[] {
  return targets
    .filter(({ status }) => status !== to)
    .map(({ operator, name, status }) => ({
      kind: 'set-status',
      organizationId,
      operator,
      name,
      from: status,
      to,
      after: null
    }))
}

/** Edits that give status edits back what they took. */
export function reversed(edits: readonly Edit[]): Edit[] {
  return edits.flatMap((edit) =>
    edit.kind === 'set-status' ? [{ ...edit, from: edit.to, to: edit.from }] : []
  )
}

import type { Edit } from '../../../shared/edit.ts'
import type { Status } from '../../../shared/operator.ts'
import type { OperatorRow } from '../rows.ts'

/** The edits that give rows a status, over the one that is shown; rows that show it already need none. */
export function statusEdits(
  organizationId: number,
  rows: readonly OperatorRow[],
  to: Status
): Edit[] {
  return rows
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

/** Edits that give operators back the status that these take; adds have no such edit. */
export function reversed(edits: readonly Edit[]): Edit[] {
  return edits.flatMap((edit) =>
    edit.kind === 'set-status' ? [{ ...edit, from: edit.to, to: edit.from }] : []
  )
}

import type { Edit, EntryId } from '../../../shared/edit.ts'
import type { Status } from '../../../shared/operator.ts'
import type { OperatorRow } from '../rows.ts'

/** The edits that give rows a status, over the one that is shown; rows that show it already need none. */
export function statusEdits(rows: readonly OperatorRow[], to: Status): Edit[] {
  return rows
    .filter(({ status }) => status !== to)
    .map(({ organizationId, operator, name, status }) => ({
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

/**
 * What follows once an operator was added under a corrected name: the old one goes when the new one exists,
 * and the new one is paused where the old one was.
 */
export function replacementEdits(
  { organizationId, operator, name, status }: OperatorRow,
  added: { readonly entryId: EntryId; readonly name: string }
): Edit[] {
  const kind = 'set-status'
  const newOne = { kind: 'created-by', entryId: added.entryId } as const
  const pause = {
    kind,
    organizationId,
    operator: newOne,
    name: added.name,
    from: 0,
    to: 1,
    after: null
  } as const
  const remove = {
    kind,
    organizationId,
    operator,
    name,
    from: status,
    to: 2,
    after: added.entryId
  } as const
  return [...(status === 1 ? [pause] : []), ...(status === 2 ? [] : [remove])]
}

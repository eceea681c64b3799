import type { Edit } from '../../../shared/edit.ts'

/** Edits that give operators back the status that these take; adds have no such edit. */
export function reversed(edits: readonly Edit[]): Edit[] {
  return edits.flatMap((edit) =>
    edit.kind === 'set-status' ? [{ ...edit, from: edit.to, to: edit.from }] : []
  )
}

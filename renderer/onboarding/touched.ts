import type { EntryId } from '../../shared/edit.ts'
import { type Entries, outcomeOfEntry } from './outcome.ts'

/** Whom an import added or changed: operators, and adds that the service has not shown. */
export interface Touched {
  readonly operatorIds: ReadonlySet<number>
  readonly entryIds: ReadonlySet<EntryId>
}

/** Nobody yet: always the same, so that nothing is marked anew for it. */
export const nobodyTouched: Touched = { operatorIds: new Set(), entryIds: new Set() }

/** Whom the entries of an import added or changed, or will. */
export function touchedBy(
  ids: readonly EntryId[],
  { entry: entryOf, kept }: Pick<Entries, 'entry' | 'kept'>
): Touched {
  const operatorIds = new Set<number>()
  const entryIds = new Set<EntryId>()
  for (const id of ids) {
    const entry = entryOf(id)
    const outcome = entry ? outcomeOfEntry(entry, entryOf) : kept(id)
    if (outcome && 'operatorId' in outcome && outcome.operatorId !== null)
      operatorIds.add(outcome.operatorId)
    else if (entry?.edit.kind === 'set-status' && entry.edit.operator.kind === 'known')
      operatorIds.add(entry.edit.operator.id)
    else if (entry?.edit.kind === 'add') entryIds.add(id)
  }
  return { operatorIds, entryIds }
}

import type { Edit, EntryId } from '../../shared/edit.ts'
import type { Operator } from '../../shared/operator.ts'
import type { Wish } from './event.ts'
import { keyOf } from './kept-entry.ts'
import type { OutboxPorts } from './ports.ts'
import { rowsNamed } from './read-list.ts'

/** Edits with what the cache knows of their names now: what somebody adds later is told apart by it. */
export async function wishesOf(
  edits: readonly Edit[],
  { lists, timers }: Pick<OutboxPorts, 'lists' | 'timers'>
): Promise<Wish[]> {
  const adds = edits.filter((edit) => edit.kind === 'add')
  const known = new Map<number, ReadonlyMap<string, readonly Operator[]>>()
  for (const organizationId of new Set(adds.map((edit) => edit.organizationId))) {
    const columns = await lists.known(organizationId)
    const keys = new Set(
      adds.filter((edit) => edit.organizationId === organizationId).map((edit) => keyOf({ edit }))
    )
    if (columns)
      known.set(organizationId, await rowsNamed(columns, (key) => keys.has(key), timers.breathe))
  }
  return edits.map((edit) => ({
    edit,
    known: edit.kind === 'add' ? (known.get(edit.organizationId)?.get(keyOf({ edit })) ?? []) : []
  }))
}

/** The same wishes, the first under an id that others of them refer to. */
export function numbered([first, ...rest]: readonly Wish[], firstId: EntryId): Wish[] {
  return first ? [{ ...first, id: firstId }, ...rest] : []
}

import { keep, type KeptEntry } from '../../renderer/outbox/kept-entry.ts'

/** Single entries are timed in a row, since one alone says little. */
export const singles = 40

/** So many people to be added, each an entry of its own. */
export function entries(count: number): KeptEntry[] {
  return Array.from({ length: count }, (_, order) =>
    keep(
      {
        id: crypto.randomUUID(),
        edit: {
          kind: 'add',
          organizationId: 27,
          name: `Olena Kovalenko ${order}`,
          addAnyway: false
        },
        order,
        queuedAt: 1_700_000_000_000 + order,
        actionId: 'action'
      },
      []
    )
  )
}

import type { Edit } from '../../shared/edit.ts'
import { ChangeLog } from '../outbox/change-log.ts'
import type { Entry, EntryState } from '../outbox/entry.ts'
import type { Outbox, OutboxView } from '../outbox/outbox.ts'

/** An outbox for tests whose entries stand as the test says. */
export class StandingOutbox implements Pick<Outbox, 'view' | 'subscribe'> {
  readonly #entries = new Map<string, Entry>()
  readonly #changes = new ChangeLog()
  readonly #listeners = new Set<() => void>()

  view(): OutboxView {
    return {
      revision: 0,
      entries: this.#entries,
      bare: this.#entries,
      changes: this.#changes,
      counts: {} as OutboxView['counts'],
      queue: { kind: 'idle' },
      paused: false,
      possibleDuplicates: []
    }
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Puts an edit into a state. */
  put(id: string, edit: Edit, state: EntryState): void {
    const order = this.#entries.get(id)?.order ?? this.#entries.size
    this.#entries.set(id, {
      id,
      edit,
      state,
      order,
      queuedAt: 0,
      actionId: id,
      everSent: false,
      refusedIn: null
    })
    this.#changes.note([id])
    for (const listener of this.#listeners) listener()
  }
}

/** States of entries. */
export const waiting: EntryState = { kind: 'waiting', reason: null }

/** An add in organization 24. */
export function add(name: string): Edit {
  return { kind: 'add', organizationId: 24, name, addAnyway: false }
}

/** A new status for an operator of organization 24. */
export function setStatus(id: number, to: 0 | 1 | 2): Edit {
  return {
    kind: 'set-status',
    organizationId: 24,
    operator: { kind: 'known', id },
    name: '',
    from: 0,
    to,
    after: null
  }
}

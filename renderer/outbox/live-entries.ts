import type { EntryId } from '../../shared/edit.ts'
import type { Entry } from './entry.ts'
import type { KeptEntry } from './kept-entry.ts'
import type { State } from './state.ts'
import { reasonOf } from './view.ts'

/**
 * The entries of a state as the views see them: in queue order, each waiting one with its reason, which is
 * worked out when it is looked at, since one pause can give a reason to thousands.
 */
export class LiveEntries implements ReadonlyMap<EntryId, Entry> {
  readonly #state: State

  constructor(state: State) {
    this.#state = state
  }

  get size(): number {
    return this.#state.entries.size
  }

  get(id: EntryId): Entry | undefined {
    const entry = this.#state.entries.get(id)
    return entry && this.#shown(entry)
  }

  has(id: EntryId): boolean {
    return this.#state.entries.has(id)
  }

  forEach(visit: (entry: Entry, id: EntryId, map: ReadonlyMap<EntryId, Entry>) => void): void {
    for (const [id, entry] of this) visit(entry, id, this)
  }

  keys(): MapIterator<EntryId> {
    return this.#state.entries.keys()
  }

  *values(): MapIterator<Entry> {
    for (const entry of this.#state.entries.values()) yield this.#shown(entry)
  }

  *entries(): MapIterator<[EntryId, Entry]> {
    for (const [id, entry] of this.#state.entries) yield [id, this.#shown(entry)]
  }

  [Symbol.iterator](): MapIterator<[EntryId, Entry]> {
    return this.entries()
  }

  #shown(entry: KeptEntry): Entry {
    if (entry.state.kind !== 'waiting') return entry
    const reason = reasonOf(this.#state, entry)
    return reason ? { ...entry, state: { kind: 'waiting', reason } } : entry
  }
}

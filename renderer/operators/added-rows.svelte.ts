import { SvelteSet } from 'svelte/reactivity'
import type { EntryId } from '../../shared/edit.ts'
import type { Entry } from '../outbox/entry.ts'
import type { RowKey } from './rows.ts'

/** Rows that were just added: the grid goes to the first of them, and marks them for a moment. */
export class AddedRows {
  readonly #marked = new SvelteSet<RowKey>()
  /** The add whose row is to be shown; a new object each time, so that it is shown each time. */
  first: { readonly entryId: EntryId } | null = $state.raw(null)

  /** Edits have been accepted, in this order; those that add operators are shown. */
  show(entries: readonly Pick<Entry, 'id' | 'edit'>[]): void {
    const ids = entries.filter(({ edit }) => edit.kind === 'add').map(({ id }) => id)
    const [entryId] = ids
    if (entryId === undefined) return
    this.unmark()
    for (const id of ids) this.#marked.add(id)
    this.first = { entryId }
  }

  /** Whether a row is marked, by the key that lasts as long as it shows. */
  isMarked(key: RowKey): boolean {
    return this.#marked.has(key)
  }

  /** The moment is over. */
  unmark(): void {
    this.#marked.clear()
  }
}

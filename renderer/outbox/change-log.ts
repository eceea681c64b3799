import type { EntryId } from '../../shared/edit.ts'

/** Whoever was told of fewer changes than this ago learns which entries they were. */
const most = 20_000

/** Which entries have changed, so that whoever follows 100,000 of them looks at those alone. */
export class ChangeLog {
  #ids: EntryId[] = []
  #forgotten = 0

  /** The present moment: what `since` is asked with later. */
  get mark(): number {
    return this.#forgotten + this.#ids.length
  }

  /** These entries have come, changed or left. */
  note(ids: Iterable<EntryId>): void {
    for (const id of ids) this.#ids.push(id)
    if (this.#ids.length <= 2 * most) return
    this.#forgotten += this.#ids.length - most
    this.#ids = this.#ids.slice(-most)
  }

  /** The entries that have come, changed or left since a moment; `null` where that is too long ago to tell. */
  since(mark: number): ReadonlySet<EntryId> | null {
    return mark < this.#forgotten ? null : new Set(this.#ids.slice(mark - this.#forgotten))
  }
}

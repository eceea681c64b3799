import type { EntryId } from '../../shared/edit.ts'
import type { Entry } from '../outbox/entry.ts'
import { handedOver } from './apply-import.ts'
import type { StoredImport } from './import.ts'
import type { Entries, ImportProgress } from './outcome.ts'
import type { ImportPorts } from './ports.ts'
import { Tally, unsentIn } from './tally.ts'

/** Chunks that are looked at before everything else has a turn. */
const atOnce = 4

/** Entries that an import, or its undo, has handed to the outbox, and what has come of them. */
export class Following {
  readonly #tally: Tally
  readonly #chunks: (readonly EntryId[])[]
  /** The moment of the outbox of which everything before was looked at. */
  #mark = -1
  /** Entries that were discarded while they were being sent: the outbox remembers that. */
  readonly #recalled = new Set<EntryId>()

  constructor(chunks: readonly (readonly EntryId[])[], outcomes: StoredImport['outcomes']) {
    this.#chunks = [...chunks]
    this.#tally = new Tally(outcomes)
  }

  get chunks(): readonly (readonly EntryId[])[] {
    return this.#chunks
  }

  /** How many entries there are. */
  get count(): number {
    return handedOver(this.#chunks)
  }

  /** A chunk is in the outbox. */
  put(index: number, entryIds: readonly EntryId[]): void {
    this.#chunks[index] = entryIds
  }

  /** Looks at what has changed since; outcomes that have become final and are not kept yet. */
  async look({
    outbox,
    breathe
  }: Pick<ImportPorts, 'outbox' | 'breathe'>): Promise<StoredImport['outcomes']> {
    const news: StoredImport['outcomes'][number][] = []
    const { bare, changes } = outbox.view()
    const due = this.#tally.due(this.#chunks, changes.since(this.#mark))
    this.#mark = changes.mark
    for (const [looked, index] of due.entries()) {
      if (looked > 0 && looked % atOnce === 0) await breathe()
      news.push(...this.#tally.look(index, this.#chunks[index] ?? [], bare))
    }
    return news
  }

  /** How far it has come of so many steps. */
  progress(total: number): ImportProgress {
    return this.#tally.progress(total)
  }

  /** All that is known of the entries, also of those that the outbox has let go. */
  entriesIn(bare: ReadonlyMap<EntryId, Entry>): Entries {
    return this.#tally.entriesOf(this.#chunks, bare)
  }

  /** Takes back what is not sent yet, and what is being sent where it has not left. */
  discardUnsent({ outbox }: Pick<ImportPorts, 'outbox'>): ReturnType<typeof outbox.discard> | null {
    const { bare } = outbox.view()
    const isSending = (id: EntryId): boolean => bare.get(id)?.state.kind === 'sending'
    const unsent = unsentIn(this.#chunks, bare).filter(
      (id) => !(isSending(id) && this.#recalled.has(id))
    )
    for (const id of unsent) if (isSending(id)) this.#recalled.add(id)
    return unsent.length === 0 ? null : outbox.discard(unsent)
  }
}

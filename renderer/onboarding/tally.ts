import type { EntryId } from '../../shared/edit.ts'
import type { Entry } from '../outbox/entry.ts'
import { entryAt } from './apply-import.ts'
import type { StoredImport } from './import.ts'
import { endedSince } from './keep-outcomes.ts'
import {
  outcomeOfEntry,
  progressOf,
  type Entries,
  type ImportProgress,
  type RowOutcome
} from './outcome.ts'

/** What a chunk has come to, and whether nothing about it can change any more. */
interface ChunkTally {
  readonly progress: ImportProgress
  readonly settled: boolean
}

/** Nothing has come of nothing: before anything is known. */
export const noProgress: ImportProgress = {
  total: 0,
  done: 0,
  rejected: 0,
  cancelled: 0,
  needsPerson: 0
}

/** How far an import has come, chunk by chunk, so that no look at it takes long. */
export class Tally {
  private readonly kept: Map<EntryId, RowOutcome>
  private readonly chunks: (ChunkTally | undefined)[] = []
  /** In which chunk an entry is, and whoever took its place. */
  private readonly chunkOf = new Map<EntryId, number>()
  private placed = 0

  constructor(outcomes: StoredImport['outcomes']) {
    this.kept = new Map(outcomes)
  }

  /** The chunks to look at, now that these entries have changed; `null`: any of them may have. */
  due(
    chunks: readonly (readonly EntryId[])[],
    changed: ReadonlySet<EntryId> | null
  ): readonly number[] {
    const due = new Set(changed === null ? chunks.keys() : this.place(chunks))
    if (changed === null) this.place(chunks)
    for (const id of changed ?? []) {
      const index = this.chunkOf.get(id)
      if (index !== undefined) due.add(index)
    }
    return [...due].filter((index) => !this.isSettled(index))
  }

  /** Whether looking at that chunk again can tell anything new. */
  isSettled(index: number): boolean {
    return this.chunks[index]?.settled ?? false
  }

  /** Looks at one chunk; outcomes that have become final since and are not kept yet. */
  look(
    index: number,
    chunk: readonly EntryId[],
    entries: ReadonlyMap<EntryId, Entry>
  ): StoredImport['outcomes'] {
    for (const id of chunk) this.placeSuccessors(id, index, entries)
    const news = endedSince({ chunks: [chunk], outcomes: this.keptOf(chunk) }, entries)
    for (const [id, outcome] of news) this.kept.set(id, outcome)
    const progress = progressOf(chunk.map((id) => this.outcome(id, entries)))
    this.chunks[index] = {
      progress,
      settled: progress.done + progress.cancelled === progress.total
    }
    return news
  }

  /** All that is known of the entries of these chunks: what is in the outbox, and what it has let go. */
  entriesOf(
    chunks: readonly (readonly EntryId[])[],
    entries: ReadonlyMap<EntryId, Entry>
  ): Entries {
    return {
      entryOf: (step) => entryAt(chunks, step),
      entry: (id) => entries.get(id) ?? null,
      kept: (id) => this.kept.get(id) ?? null
    }
  }

  /** How far an import of so many steps has come. */
  progress(total: number): ImportProgress {
    const sum = { ...noProgress, total }
    for (const chunk of this.chunks) {
      if (chunk === undefined) continue
      sum.done += chunk.progress.done
      sum.rejected += chunk.progress.rejected
      sum.cancelled += chunk.progress.cancelled
      sum.needsPerson += chunk.progress.needsPerson
    }
    return sum
  }

  /** Learns which entries the chunks have that came since. */
  private place(chunks: readonly (readonly EntryId[])[]): number[] {
    const fresh: number[] = []
    for (; this.placed < chunks.length; this.placed += 1) {
      for (const id of chunks[this.placed] ?? []) this.chunkOf.set(id, this.placed)
      fresh.push(this.placed)
    }
    return fresh
  }

  private placeSuccessors(id: EntryId, index: number, entries: ReadonlyMap<EntryId, Entry>): void {
    let state = entries.get(id)?.state
    while (state?.kind === 'superseded' && state.by !== null) {
      this.chunkOf.set(state.by, index)
      state = entries.get(state.by)?.state
    }
  }

  private keptOf(chunk: readonly EntryId[]): [EntryId, RowOutcome][] {
    return chunk.flatMap((id): [EntryId, RowOutcome][] => {
      const outcome = this.kept.get(id)
      return outcome === undefined ? [] : [[id, outcome]]
    })
  }

  private outcome(id: EntryId, entries: ReadonlyMap<EntryId, Entry>): RowOutcome {
    const entry = entries.get(id)
    if (entry !== undefined) return outcomeOfEntry(entry, (other) => entries.get(other) ?? null)
    return this.kept.get(id) ?? { kind: 'pending', accepted: true, needsPerson: false }
  }
}

/** Steps of which nothing has come yet. */
export function pendingIn({ total, done, rejected, cancelled }: ImportProgress): number {
  return total - done - rejected - cancelled
}

/** Entries of these chunks that can still be taken back. */
export function unsentIn(
  chunks: readonly (readonly EntryId[])[],
  entries: ReadonlyMap<EntryId, Entry>
): EntryId[] {
  return chunks.flat().filter((id) => {
    const kind = entries.get(id)?.state.kind
    return kind === 'waiting' || kind === 'needs-person' || kind === 'sending'
  })
}

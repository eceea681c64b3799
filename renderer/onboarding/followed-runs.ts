import type { ImportId } from './import.ts'
import type { ImportProgress } from './outcome.ts'
import type { ImportRun } from './run.svelte.ts'

/** The imports of which it is followed what becomes of them. */
export class FollowedRuns {
  #all: readonly ImportRun[] = []

  add(run: ImportRun): void {
    this.#all = [...this.#all, run]
  }

  find(id: ImportId): ImportRun | null {
    return this.#all.find(({ record }) => record.id === id) ?? null
  }

  /** The one that was planned last; `null` where there is none. */
  get latest(): ImportRun | null {
    return this.#all.reduce<ImportRun | null>(
      (last, run) => (last && last.record.plannedAt > run.record.plannedAt ? last : run),
      null
    )
  }

  /** How far an import has come; `null` where it is not followed. */
  progressOf(id: ImportId): ImportProgress | null {
    return this.find(id)?.progress ?? null
  }

  /** How far its undo has come; `null` where it is not followed. */
  undoOf(id: ImportId): ImportProgress | null {
    return this.find(id)?.undo.progress ?? null
  }

  /** Stops following. */
  close(): void {
    for (const run of this.#all) run.close()
  }
}

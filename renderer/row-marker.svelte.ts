import { untrack } from 'svelte'
import type { OperatorCache } from './cache/operator-cache.ts'
import type { ImportDesk } from './onboarding/desk.svelte.ts'
import type { Operators } from './operators/operators.svelte.ts'
import type { ShownOperators } from './operators/parts.ts'
import { type MarkSources, noMarks } from './operators/row-marks.ts'
import { SeenLists } from './operators/seen-lists.ts'

/** What rows are marked from. */
export interface MarkerParts {
  readonly operators: Operators
  readonly cache: Pick<OperatorCache, 'draft' | 'keepDraft'>
  readonly imports: Pick<ImportDesk, 'latest'>
  /** Wall clock, ms. */
  readonly now: () => number
}

/** Tells the grid who is new, and whom the last import touched. Returns how to stop. */
export function markRows(parts: MarkerParts): () => void {
  const { operators, imports } = parts
  const marker = new Marker(parts)
  return $effect.root(() => {
    $effect(() => {
      const { known } = operators.rows
      untrack(() => void marker.see(known))
    })
    $effect(() => {
      if (operators.query.since !== undefined) untrack(() => marker.tellNew())
    })
    $effect(() => {
      const { latest } = imports
      // Whatever moves an import on changes its progress, or the rows that wait.
      const moved = [latest?.progress, operators.rows.pending]
      if (moved.length > 0)
        untrack(() => marker.tell({ imported: latest?.touched() ?? noMarks.imported }))
    })
  })
}

/** What is known of the ids of each organization, and what of it the grid was told. */
class Marker {
  readonly #parts: MarkerParts
  readonly #seen: SeenLists
  #last: ShownOperators | null = null
  #told: MarkSources = noMarks

  constructor(parts: MarkerParts) {
    this.#parts = parts
    this.#seen = new SeenLists(parts.cache, parts.now)
  }

  tell(next: Partial<MarkSources>): void {
    const told = this.#told
    const { since, firstDay, imported } = { ...told, ...next }
    const same = textOf(since, firstDay) === textOf(told.since, told.firstDay)
    if (same && imported === told.imported) return
    this.#told = { since, firstDay, imported }
    this.#parts.operators.mark(this.#told)
  }

  /** Takes what is known of whoever is shown now; those of all organizations are told of together. */
  async see(known: ShownOperators): Promise<void> {
    if (known === this.#last) return
    this.#last = known
    const changed = await this.#seen.look(known)
    if (this.#last === known) this.tellNew()
    await this.#seen.keep(changed)
  }

  /** Who is new since when, as far as the lists can tell. */
  tellNew(): void {
    if (this.#last) this.tell(this.#seen.since(this.#last, this.#parts.operators.query.since))
  }
}

function textOf(since: MarkSources['since'], firstDay: number | null): string {
  return JSON.stringify([...since, firstDay])
}

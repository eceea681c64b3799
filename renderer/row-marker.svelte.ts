import { untrack } from 'svelte'
import type { KnownOperators, OperatorCache } from './cache/operator-cache.ts'
import type { ImportDesk } from './onboarding/desk.svelte.ts'
import {
  type DayMark,
  firstDayOf,
  highestId,
  highestSince,
  noted,
  parseMarks
} from './operators/first-seen.ts'
import type { Operators } from './operators/operators.svelte.ts'
import { type MarkSources, noMarks } from './operators/row-marks.ts'

/** What rows are marked from. */
export interface MarkerParts {
  readonly operators: Operators
  readonly cache: Pick<OperatorCache, 'draft' | 'keepDraft'>
  readonly imports: Pick<ImportDesk, 'latest'>
  /** Wall clock, ms. */
  readonly now: () => number
}

/** What is known of an organization's ids. `visit`: the highest when it was first shown in this run of the app. */
interface Seen {
  readonly marks: readonly DayMark[]
  readonly visit: number
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
  readonly #seen = new Map<number, Seen>()
  #last: KnownOperators | null = null
  #told: MarkSources = noMarks

  constructor(parts: MarkerParts) {
    this.#parts = parts
  }

  tell(next: Partial<MarkSources>): void {
    const told = this.#told
    const { since, firstDay, imported } = { ...told, ...next }
    const same = JSON.stringify([since, firstDay]) === JSON.stringify([told.since, told.firstDay])
    if (same && imported === told.imported) return
    this.#told = { since, firstDay, imported }
    this.#parts.operators.mark(this.#told)
  }

  /** Takes what is known of the open organization now. */
  async see(known: KnownOperators): Promise<void> {
    const { organizationId, columns, at } = known
    const { cache } = this.#parts
    if (known === this.#last) return
    this.#last = known
    if (at === null) {
      this.tell({ since: noMarks.since, firstDay: null })
      return
    }
    const list = { at, highest: highestId(columns.ids) }
    const form = `days-seen-${organizationId}`
    const before = this.#seen.get(organizationId)
    const kept = before?.marks ?? parseMarks(await stored(cache, form))
    const marks = noted(kept, list)
    const visit = before?.visit ?? list.highest
    this.#seen.set(organizationId, { marks, visit })
    if (this.#last === known) this.tellNew()
    if (marks !== kept) await cache.keepDraft(form, JSON.stringify(marks))
  }

  /** Who is new since when, as far as the open organization's lists can tell. */
  tellNew(): void {
    const known = this.#last && this.#seen.get(this.#last.organizationId)
    if (!known) return
    const { marks, visit } = known
    const { operators, now } = this.#parts
    const { since } = operators.query
    this.tell({
      since: highestSince(marks, { now: now(), visit, since }),
      firstDay: firstDayOf(marks)
    })
  }
}

async function stored(cache: MarkerParts['cache'], form: string): Promise<string> {
  const text = await cache.draft(form)
  return (text.ok && text.value) || ''
}

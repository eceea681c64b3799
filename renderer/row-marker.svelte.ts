import { untrack } from 'svelte'
import type { KnownOperators, OperatorCache } from './cache/operator-cache.ts'
import type { ImportDesk } from './onboarding/desk.svelte.ts'
import { type DayMark, highestId, highestSince, noted, parseMarks } from './operators/first-seen.ts'
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
export function markRows({ operators, cache, imports, now }: MarkerParts): () => void {
  const seen: Partial<Record<number, Seen>> = {}
  let last: KnownOperators | null = null
  let told: MarkSources = noMarks

  function tell(next: Partial<MarkSources>): void {
    const { since, imported } = { ...told, ...next }
    const same = JSON.stringify(since) === JSON.stringify(told.since)
    if (same && imported === told.imported) return
    told = { since, imported }
    operators.mark(told)
  }

  async function see(known: KnownOperators): Promise<void> {
    const { organizationId, columns, at } = known
    if (known === last) return
    last = known
    if (at === null) {
      tell({ since: noMarks.since })
      return
    }
    const list = { at, highest: highestId(columns.ids) }
    const form = `days-seen-${organizationId}`
    const before = seen[organizationId]
    const kept = before?.marks ?? parseMarks(await stored(cache, form))
    const marks = noted(kept, list)
    const visit = before?.visit ?? list.highest
    seen[organizationId] = { marks, visit }
    if (last === known) tell({ since: highestSince(marks, now(), visit) })
    if (marks !== kept) await cache.keepDraft(form, JSON.stringify(marks))
  }

  const follow = (known: KnownOperators) => untrack(() => see(known))
  return $effect.root(() => {
    $effect(() => void follow(operators.rows.known))
    $effect(() => {
      const { latest } = imports
      // Whatever moves an import on changes its progress, or the rows that wait.
      const moved = [latest?.progress, operators.rows.pending]
      if (moved.length > 0) untrack(() => tell({ imported: latest?.touched() ?? noMarks.imported }))
    })
  })
}

async function stored(cache: MarkerParts['cache'], form: string): Promise<string> {
  const text = await cache.draft(form)
  return (text.ok && text.value) || ''
}

import type { OperatorCache } from '../cache/operator-cache.ts'
import {
  type DayMark,
  firstDayOf,
  highestId,
  highestSince,
  noted,
  parseMarks
} from './first-seen.ts'
import { type Part, partsOf, type ShownOperators } from './parts.ts'
import type { MarkSources } from './row-marks.ts'

/** What is known of an organization's ids. `visit`: the highest when it was first shown in this run of the app. */
interface Seen {
  readonly marks: readonly DayMark[]
  readonly visit: number
  /** When its latest list came, wall clock, ms. */
  readonly at: number
}

/** Remembers of each organization how high its ids had risen by when: the service gives no dates of its own. */
export class SeenLists {
  readonly #cache: Pick<OperatorCache, 'draft' | 'keepDraft'>
  readonly #now: () => number
  readonly #seen = new Map<number, Seen>()

  /** `now`: wall clock, ms. */
  constructor(cache: Pick<OperatorCache, 'draft' | 'keepDraft'>, now: () => number) {
    this.#cache = cache
    this.#now = now
  }

  /** Looks at the lists that came since the last look. Of which organizations there is more to keep. */
  async look(known: ShownOperators): Promise<readonly number[]> {
    const changed: number[] = []
    for (const part of partsOf(known)) {
      const { organizationId } = part
      const isNew = part.at !== (this.#seen.get(organizationId)?.at ?? null)
      if (isNew && (await this.#note(known.columns.ids, part))) changed.push(organizationId)
    }
    return changed
  }

  /** Keeps what was seen of these organizations. */
  async keep(organizationIds: readonly number[]): Promise<void> {
    for (const id of organizationIds)
      await this.#cache.keepDraft(formOf(id), JSON.stringify(this.#seen.get(id)?.marks ?? []))
  }

  /** Above which ids who is new, in each organization that was listed; and since when anybody can tell. */
  since(known: ShownOperators, since: string | undefined): Pick<MarkSources, 'since' | 'firstDay'> {
    const listed = partsOf(known).flatMap(({ organizationId, at }) => {
      const seen = at === null ? null : this.#seen.get(organizationId)
      return seen ? [{ organizationId, seen }] : []
    })
    const days = listed.flatMap(({ seen }) => firstDayOf(seen.marks) ?? [])
    return {
      since: new Map(
        listed.map(({ organizationId, seen: { marks, visit } }) => [
          organizationId,
          highestSince(marks, { now: this.#now(), visit, since })
        ])
      ),
      firstDay: days.length === 0 ? null : Math.min(...days)
    }
  }

  async #note(ids: Float64Array, { organizationId, at, from, to }: Part): Promise<boolean> {
    if (at === null) return false
    const highest = highestId(ids.subarray(from, to))
    const before = this.#seen.get(organizationId)
    const kept = before?.marks ?? parseMarks(await this.#stored(formOf(organizationId)))
    const marks = noted(kept, { at, highest })
    this.#seen.set(organizationId, { marks, at, visit: before?.visit ?? highest })
    return marks !== kept
  }

  async #stored(form: string): Promise<string> {
    const text = await this.#cache.draft(form)
    return (text.ok && text.value) || ''
  }
}

function formOf(organizationId: number): string {
  return `days-seen-${organizationId}`
}

import type { HighestIds } from './row-marks.ts'

/** The highest id that was known at the end of a day; the service gives no dates of its own. */
export interface DayMark {
  /** When the last list of that day was made, wall clock, ms. */
  readonly at: number
  readonly highest: number
}

const week = 7
/** Days that are kept: about as many as the history of edits reaches back. */
const most = 92

/** The marks with one more list; the last list of a day is the one that counts. */
export function noted(marks: readonly DayMark[], list: DayMark): readonly DayMark[] {
  const last = marks.at(-1)
  if (!last) return [list]
  if (list.at < last.at) return marks
  const sameDay = startOfDay(last.at) === startOfDay(list.at)
  if (sameDay && last.highest === list.highest) return marks
  return [...(sameDay ? marks.slice(0, -1) : marks), list].slice(-most)
}

/**
 * Above which id operators are new, by since when; `null` where no list is old enough to tell. `visit`: the
 * highest id when the organization was last looked at before this start of the app; `since`: the day asked for.
 */
export function highestSince(
  marks: readonly DayMark[],
  {
    now,
    visit,
    since
  }: { readonly now: number; readonly visit: number | null; readonly since: string | undefined }
): HighestIds {
  const asked = since === undefined ? null : startOfNamed(since)
  const before = (day: number): number | null =>
    marks.findLast(({ at }) => at < day)?.highest ?? null
  return {
    'new-visit': visit,
    'new-today': before(startOfDay(now)),
    'new-week': before(startOfDay(now, week - 1)),
    'new-date': asked === null ? null : before(asked)
  }
}

/** The first moment of the day in which `at` lies, or of one some days before. */
function startOfDay(at: number, daysBefore = 0): number {
  const day = new Date(at)
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - daysBefore).getTime()
}

/** The first day since which it can be told who is new; `null` where no list was seen yet. */
export function firstDayOf(marks: readonly DayMark[]): number | null {
  const [first] = marks
  return first ? startOfDay(first.at, -1) : null
}

/** The first moment of a day, here; `null` where it is none. `day`: `2026-11-01`. */
export function startOfNamed(day: string): number | null {
  const at = new Date(`${day}T00:00`).getTime()
  return Number.isNaN(at) ? null : at
}

/** The day in which a moment lies, here: `2026-11-01`. */
export function nameOfDay(at: number): string {
  const day = new Date(at)
  const [month, date] = [day.getMonth() + 1, day.getDate()].map((part) =>
    String(part).padStart(2, '0')
  )
  return `${String(day.getFullYear()).padStart(4, '0')}-${month}-${date}`
}

/** The highest id of a list; 0 for an empty one. */
export function highestId(ids: Float64Array): number {
  let highest = 0
  for (const id of ids) highest = Math.max(highest, id)
  return highest
}

/** Reads stored marks; none where there are none or they are damaged. */
export function parseMarks(text: string): readonly DayMark[] {
  try {
    const stored: unknown = JSON.parse(text)
    return Array.isArray(stored) && stored.every(isMark) ? stored : []
  } catch {
    return []
  }
}

function isMark(stored: unknown): stored is DayMark {
  if (typeof stored !== 'object' || stored === null) return false
  const { at, highest } = stored as Partial<Record<keyof DayMark, unknown>>
  return Number.isFinite(at) && Number.isFinite(highest)
}

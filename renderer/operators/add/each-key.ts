import { looseKeys } from '../fold.ts'

/** So many names are folded before the window may paint: a few ms of work. */
export const atOnce = 1_024

/** Names by their places, from 0, and how to let the window paint. */
export interface Names {
  readonly count: number
  readonly nameAt: (place: number) => string
  readonly breathe: () => Promise<void>
}

/** Calls `look` with the loose key of each name, in order, without holding up the window. */
export async function eachKey(
  { count, nameAt, breathe }: Names,
  look: (key: string, place: number) => void
): Promise<void> {
  for (let from = 0; from < count; from += atOnce) {
    if (from > 0) await breathe()
    const names = Array.from({ length: Math.min(atOnce, count - from) }, (_, place) =>
      nameAt(from + place)
    )
    looseKeys(names).forEach((key, place) => look(key, from + place))
  }
}

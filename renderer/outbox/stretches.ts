import type { Stored } from './ports.ts'

/** So many entries are taken in at a time: a few ms of work. */
const stretch = 1_000

/** What the store holds, in stretches of which none takes long: first which operators adds created, then entries. */
export function* stretchesOf(
  stored: Stored
): Generator<Pick<Stored, 'entries' | 'attempts' | 'created'>> {
  const { attempts, entries } = stored
  const nobody: ReadonlyMap<string, number> = new Map()
  const created = [...stored.created]
  for (let from = 0; from < created.length; from += stretch)
    yield { entries: [], attempts: [], created: new Map(created.slice(from, from + stretch)) }
  if (attempts.length > 0) yield { entries: [], attempts, created: nobody }
  for (let from = 0; from < entries.length; from += stretch)
    yield { entries: entries.slice(from, from + stretch), attempts: [], created: nobody }
}

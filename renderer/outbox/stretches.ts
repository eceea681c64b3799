import type { EntryId } from '../../shared/edit.ts'
import { openIds, type OpenEdits } from '../../shared/journal.ts'
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

/** So many ids are looked up at a time. */
const manyIds = 5_000

/**
 * The ids of the journal's open edits, without holding up the window: where an entry is known, as its own id,
 * which is found again in a tenth of the time that a fresh copy of it takes.
 */
export async function idsOf(
  open: OpenEdits,
  known: (id: EntryId) => { readonly id: EntryId } | undefined,
  breathe: () => Promise<void>
): Promise<readonly EntryId[]> {
  if (open.kind === 'copies') return openIds(open)
  const ids: EntryId[] = []
  for (let from = 0; from < open.ids.length;) {
    const end = open.ids.indexOf('\n', from)
    const id = open.ids.slice(from, end < 0 ? undefined : end)
    ids.push(known(id)?.id ?? id)
    if (end < 0) break
    from = end + 1
    if (ids.length % manyIds === 0) await breathe()
  }
  return ids
}

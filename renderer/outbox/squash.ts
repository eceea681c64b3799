import type { Draft } from './draft.ts'
import { baseOf, isStatus, type KeptEntry } from './kept-entry.ts'

/**
 * Lets a new status take the place of the operator's last one, if that is still unsent: what was seen first,
 * and what is wanted last. Where these are equal nothing is left to do, and both end.
 */
export function squash(draft: Draft, entry: KeptEntry, last: KeptEntry | undefined): KeptEntry {
  if (!last || !isStatus(entry) || !isStatus(last) || !maySquash(last) || entry.edit.after !== null)
    return entry
  const at = draft.now.wall
  const from = baseOf(last)
  draft.move(last, { kind: 'superseded', by: entry.id, at })
  const edit = { ...entry.edit, from }
  const merged = { ...entry, edit, replaces: [last.id, ...last.replaces] }
  return edit.to === from ? { ...merged, state: { kind: 'superseded', by: null, at } } : merged
}

function maySquash(last: KeptEntry): boolean {
  return (
    last.state.kind === 'waiting' && !last.everSent && isStatus(last) && last.edit.after === null
  )
}

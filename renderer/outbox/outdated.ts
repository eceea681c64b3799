import type { Attempt } from '../../shared/attempt.ts'
import { carried } from './carried.ts'
import type { Draft } from './draft.ts'
import { baseOf, isAdd, isStatus, type KeptEntry } from './kept-entry.ts'
import { appeared } from './pick-adds.ts'
import type { Reading } from './state.ts'
import { comeSince } from './verify.ts'

/**
 * Takes back what a list would not have let go: a name that somebody added, a status that somebody changed since
 * the attempt was decided upon. What has left by then has left; the rest is considered anew.
 */
export function recallOutdated(draft: Draft, organizationId: number, reading: Reading): void {
  const outdated = [...draft.state.sending].filter((id) => {
    const attempt = draft.attempt(id)
    return attempt?.organizationId === organizationId && isOutdated(draft, attempt, reading)
  })
  if (outdated.length > 0) draft.effects.push({ kind: 'recall', attemptIds: outdated })
}

function isOutdated(draft: Draft, attempt: Attempt, reading: Reading): boolean {
  return carried(draft, attempt).some((entry) =>
    attempt.kind === 'add'
      ? isTaken(draft, entry, reading)
      : isChanged(draft, entry, { reading, operatorId: attempt.operatorId })
  )
}

function isTaken(draft: Draft, entry: KeptEntry, reading: Reading): boolean {
  if (!isAdd(entry)) return false
  // An earlier attempt, lost and found missing, was done after all: whatever the person said, that is it.
  if (entry.watch && comeSince(draft, entry, reading)) return true
  if (entry.insist || entry.edit.addAnyway) return false
  return appeared(draft, entry, reading).length > 0
}

function isChanged(
  draft: Draft,
  entry: KeptEntry,
  { reading, operatorId }: { readonly reading: Reading; readonly operatorId: number }
): boolean {
  if (!isStatus(entry)) return false
  const told = draft.organization(entry.edit.organizationId).answered.get(operatorId)
  if (told && told.at >= reading.askedAt) return false
  const row = reading.columns.ids.indexOf(operatorId)
  return row >= 0 && reading.columns.statuses[row] !== baseOf(entry)
}

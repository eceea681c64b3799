import type { Attempt } from '../../shared/attempt.ts'
import type { Failure } from '../../shared/failure.ts'
import { looseKey, sameKey } from '../../shared/match-key.ts'
import type { Operator } from '../../shared/operator.ts'
import { carried } from './carried.ts'
import type { Draft } from './draft.ts'
import { keyOf, type KeptEntry } from './kept-entry.ts'
import { pair } from './pair.ts'
import { beginCheck } from './verify.ts'

type AddAttempt = Extract<Attempt, { kind: 'add' }>

/** The service said that it did the whole request; which row became of which entry it did not say. */
const unclear: Failure = { kind: 'unreadable', status: 200, words: '' }

/**
 * Takes the reply to an add: whoever finds a row in it has ended. The others were done as well, so they are
 * looked for in lists, and are never sent again. Those that ended before count as sent too: a row of theirs is
 * nobody else's, even where the store that knew so is gone.
 */
export function confirmAdds(draft: Draft, attempt: AddAttempt, rows: readonly Operator[]): void {
  const sent = new Set(attempt.entries.map(({ id }) => id))
  const isFree = ({ id }: Operator): boolean => draft.claimantOf(id) === undefined
  const { pairs, leftover: strays } = pair(attempt.entries, rows, (id) => {
    const claimant = draft.claimantOf(id)
    return claimant !== undefined && !sent.has(claimant)
  })
  const leftover = strays.filter(isFree)
  const doubled = new Set(leftover.map(({ name }) => sameKey(name)))
  const open = new Map(carried(draft, attempt).map((entry) => [entry.id, entry]))
  for (const { entryId, row } of pairs) {
    const entry = open.get(entryId)
    if (entry && row && isFree(row))
      take(draft, entry, { attempt, row, doubled: doubled.has(keyOf(entry)) })
  }
  remember(draft, attempt.organizationId, rows)
  if (carried(draft, attempt).length === 0) draft.dropAttempt(attempt.id)
  else beginCheck(draft, attempt, { failure: unclear, settleMs: draft.queue.settleMs, leftover })
}

interface Taken {
  readonly attempt: AddAttempt
  readonly row: Operator
  /** The reply has another row of the name: later lists are watched for it. */
  readonly doubled: boolean
}

function take(draft: Draft, entry: KeptEntry, { attempt, row, doubled }: Taken): void {
  const at = draft.now.wall
  const { id } = row
  const before = draft.state.before.get(attempt.id)
  const present = attempt.known.includes(id) || before?.has(id) === true
  // Somebody else who was there before is no answer to what was asked for.
  if (present && looseKey(row.name) !== looseKey(entry.edit.name)) return
  draft.claim(entry, id)
  const watch = doubled ? (entry.watch ?? entry.known) : entry.watch
  const patch = present ? { listed: true } : { watch }
  if (present)
    draft.move(entry, { kind: 'matched', operatorId: id, how: 'already-there', at }, patch)
  else draft.move(entry, { kind: 'confirmed', operatorId: id, at }, patch)
}

/** The service's own words about operators: they count until a list that was asked for later. */
export function remember(
  draft: Draft,
  organizationId: number,
  operators: readonly Operator[]
): void {
  if (operators.length === 0) return
  const told = new Map(draft.organization(organizationId).answered)
  for (const { id, status } of operators) told.set(id, { status, at: draft.now.monotonic })
  draft.changeOrganization(organizationId, { answered: told })
  draft.effects.push({ kind: 'applied', organizationId, operators })
}

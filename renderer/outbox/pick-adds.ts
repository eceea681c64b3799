import type { Operator } from '../../shared/operator.ts'
import { largestBatch, roomWith } from './bisect.ts'
import type { Draft } from './draft.ts'
import { isAdd, keyOf, type AddEntry } from './kept-entry.ts'
import type { Ordered } from './ordered.ts'
import type { Reading } from './state.ts'
import { neverShown } from './trust.ts'
import { adopt, unclaimed } from './verify.ts'

/** Up to so many known ids all of them are written down before an attempt; above, those of its names. */
const mostKnown = 2_000

/**
 * Sends the next adds of an organization in one request, or, where the list says that some of them must
 * not just be sent, asks about these. `ready`: companions, each of another name, in order.
 */
export function pickAdds(draft: Draft, organizationId: number, ready: Ordered): boolean {
  const reading = draft.organization(organizationId).list
  if (!reading) return false
  const unreliable = neverShown(draft, organizationId)
  const batch: AddEntry[] = []
  let room = largestBatch
  for (const id of ready.take(largestBatch)) {
    const entry = draft.entry(id)
    if (!entry || !isAdd(entry) || batch.length >= room) continue
    if (screened(draft, entry, { reading, unreliable })) continue
    room = Math.min(room, roomWith(entry))
    if (batch.length < room) batch.push(entry)
  }
  if (batch.length > 0) send(draft, { organizationId, batch, reading })
  return batch.length > 0 || draft.entries.size > 0
}

/** Whether the entry is dealt with without a request: found after all, or a question to the person. */
function screened(
  draft: Draft,
  entry: AddEntry,
  { reading, unreliable }: { reading: Reading; unreliable: number | null }
): boolean {
  if (entry.watch && adopt(draft, entry, reading)) return true
  const at = draft.now.wall
  if (unreliable !== null && !entry.insist) {
    draft.move(entry, {
      kind: 'needs-person',
      question: { kind: 'list-unreliable', operatorId: unreliable },
      at
    })
    return true
  }
  if (entry.insist || entry.edit.addAnyway) return false
  const operators = appeared(draft, entry, reading)
  if (operators.length > 0)
    draft.move(entry, { kind: 'needs-person', question: { kind: 'name-appeared', operators }, at })
  return operators.length > 0
}

/** Rows of the name that were not there when the person queued it, and that are not ours. */
export function appeared(draft: Draft, entry: AddEntry, reading: Reading): readonly Operator[] {
  const before = new Set([...entry.baseline, ...(entry.watch ?? [])])
  return unclaimed(draft, entry, reading).filter(({ id }) => !before.has(id))
}

function send(
  draft: Draft,
  {
    organizationId,
    batch,
    reading
  }: { organizationId: number; batch: readonly AddEntry[]; reading: Reading }
): void {
  const attemptId = draft.now.random.id()
  const named = new Set<number>()
  for (const entry of batch) {
    const known = knownOf(draft, entry, reading)
    for (const id of known) named.add(id)
    draft.move(
      entry,
      { kind: 'sending', attemptId },
      { everSent: true, lastAttempt: attemptId, known }
    )
  }
  const all = reading.ids()
  const known = all.size <= mostKnown ? new Set([...named, ...all]) : named
  const entries = batch.map(({ id, edit }) => ({ id, name: edit.name }))
  const attempt = {
    kind: 'add',
    id: attemptId,
    organizationId,
    entries,
    known: [...known]
  } as const
  draft.attempts.set(attemptId, attempt)
  draft.before.set(attemptId, all)
  draft.sending.set(attemptId, true)
  draft.effects.push({ kind: 'send', attempt })
}

/** Every id that bore the name before: in the list, in the cache when it was queued, or given to us since. */
function knownOf(draft: Draft, entry: AddEntry, reading: Reading): number[] {
  const listed = (reading.rows.get(keyOf(entry)) ?? []).map(({ id }) => id)
  const named = draft.state.lines.named(entry.edit.organizationId, keyOf(entry))
  const ours = named.map((id) => draft.createdBy(id))
  const all = [
    ...listed,
    ...entry.baseline,
    ...(entry.watch ?? []),
    ...ours.filter((id) => id !== undefined)
  ]
  return [...new Set(all)]
}

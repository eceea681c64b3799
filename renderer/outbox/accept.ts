import type { EntryId, OperatorRef } from '../../shared/edit.ts'
import type { Operator } from '../../shared/operator.ts'
import type { Draft } from './draft.ts'
import type { Request, Wish } from './event.ts'
import { hasEnded, keep, keyOf, type KeptEntry, type StatusEdit } from './kept-entry.ts'
import { squash } from './squash.ts'

type Accepting = Pick<Extract<Request, { kind: 'accept' }>, 'wishes' | 'readAt' | 'actionId'>

/** Accepts edits of one action, in order. */
export function accept(draft: Draft, { wishes, readAt, actionId }: Accepting): void {
  const { counts } = draft.state
  if (counts.waiting + counts.sending + counts.verifying === 0) draft.changeQueue({ done: 0 })
  cover(draft, wishes, readAt)
  const latest = new Map<string, KeptEntry>()
  for (const wish of wishes) acceptOne(draft, { wish, actionId, latest })
}

/** Takes one edit into the draft. `latest`: the newest status of each operator within this step. */
export function acceptOne(
  draft: Draft,
  { wish, actionId, latest }: { wish: Wish; actionId: string; latest: Map<string, KeptEntry> }
): KeptEntry {
  const order = draft.queue.nextOrder
  draft.changeQueue({ nextOrder: order + 1 })
  const accepted = {
    id: wish.id ?? draft.now.random.id(),
    order,
    queuedAt: draft.now.wall,
    actionId
  }
  const { edit, known } = wish
  if (edit.kind === 'add')
    return put(
      draft,
      keep(
        { ...accepted, edit },
        known.map(({ id }) => id)
      )
    )
  const key = refKey(edit.operator)
  const entry = squash(
    draft,
    keep({ ...accepted, edit }, []),
    latest.get(key) ?? lastStatusOf(draft, edit)
  )
  latest.set(key, entry)
  return put(
    draft,
    isFutile(draft, edit) ? { ...entry, state: { kind: 'cancelled', at: draft.now.wall } } : entry
  )
}

function put(draft: Draft, entry: KeptEntry): KeptEntry {
  draft.entries.set(entry.id, entry)
  return entry
}

/** The operator of the edit will never exist: who should have created it has ended otherwise. */
function isFutile(draft: Draft, { operator, after }: StatusEdit): boolean {
  const creators = [operator.kind === 'created-by' ? operator.entryId : null, after]
  return creators.some((id) => id !== null && neverCreates(draft, id))
}

function neverCreates(draft: Draft, id: EntryId): boolean {
  const creator = draft.entry(id)
  return creator !== undefined && hasEnded(creator.state) && creator.state.kind === 'cancelled'
}

function lastStatusOf(draft: Draft, { operator }: StatusEdit): KeptEntry | undefined {
  const id = operator.kind === 'known' ? operator.id : draft.createdBy(operator.entryId)
  const line = id === undefined ? { createdBy: refKey(operator) } : { id }
  const last = draft.state.lines.statusesOf(line).at(-1)
  return last === undefined ? undefined : draft.entry(last)
}

function refKey(operator: OperatorRef): string {
  return operator.kind === 'known' ? String(operator.id) : operator.entryId
}

/**
 * A list that was read before these edits came does not know their names; what the cache knows, which holds
 * that list, stands in. Where the list came in between, another one is needed.
 */
export function cover(draft: Draft, wishes: readonly Wish[], readAt: number): void {
  const adds = wishes.filter(({ edit }) => edit.kind === 'add')
  for (const organizationId of new Set(adds.map(({ edit }) => edit.organizationId))) {
    const own = adds.filter(({ edit }) => edit.organizationId === organizationId)
    const { list, accepted } = draft.organization(organizationId)
    draft.changeOrganization(organizationId, { accepted: accepted + own.length })
    if (!list) continue
    if (list.at > readAt) draft.changeOrganization(organizationId, { list: null, trusted: false })
    else
      draft.changeOrganization(organizationId, {
        list: { ...list, rows: new Map([...list.rows, ...keyed(own)]) }
      })
  }
}

function keyed(wishes: readonly Wish[]): [string, readonly Operator[]][] {
  return wishes.filter(({ known }) => known.length > 0).map((wish) => [keyOf(wish), wish.known])
}

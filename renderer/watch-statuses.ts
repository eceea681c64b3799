import type { Status } from '../shared/operator.ts'
import type { KnownOperators, OperatorCache } from './cache/operator-cache.ts'
import { changedStatuses } from './operators/changed-statuses.ts'
import type { OperatorLists } from './operators/lists.ts'
import { operatorOf } from './operators/row-change.ts'
import type { Entry } from './outbox/entry.ts'
import type { Outbox } from './outbox/outbox.ts'

/** What statuses are watched from. */
export interface WatchParts {
  readonly lists: Pick<OperatorLists, 'onKnown' | 'operators'>
  readonly outbox: Pick<Outbox, 'view'>
  readonly cache: Pick<OperatorCache, 'keepSeen'>
}

/** Keeps what lists show that others changed: nobody else tells of it. Returns how to stop. */
export function watchStatuses({ lists, outbox, cache }: WatchParts): () => void {
  const last = new Map<number, KnownOperators>()
  return lists.onKnown((known) => {
    const before = last.get(known.organizationId)
    last.set(known.organizationId, known)
    for (const id of last.keys()) if (lists.operators(id) === null) last.delete(id)
    if (!before) return
    let underWay: ReadonlySet<string> | null = null
    const seen = changedStatuses(before, known, (id, to) => {
      underWay ??= wishesUnderWay(outbox.view().bare, known.organizationId)
      return underWay.has(wishOf(id, to))
    })
    if (seen) void cache.keepSeen(seen)
  })
}

/** Own wishes that may have left this computer, and of which no reply is known: a list may show them first. */
function wishesUnderWay(entries: ReadonlyMap<string, Entry>, organizationId: number): Set<string> {
  const wishes = new Set<string>()
  for (const { edit, state, everSent } of entries.values()) {
    if (edit.kind !== 'set-status' || edit.organizationId !== organizationId) continue
    const mayBe = state.kind === 'sending' || (everSent && !isOver(state.kind))
    if (!mayBe) continue
    const { operator } = edit
    const creator = operator.kind === 'created-by' ? entries.get(operator.entryId) : undefined
    const id = operator.kind === 'known' ? operator.id : creator && operatorOf(creator)
    if (id != null) wishes.add(wishOf(id, edit.to))
  }
  return wishes
}

function wishOf(id: number, to: Status): string {
  return `${id} ${to}`
}

function isOver(state: Entry['state']['kind']): boolean {
  return state === 'confirmed' || state === 'matched' || state === 'rejected'
}

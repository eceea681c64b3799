import type { EntryId } from '../../shared/edit.ts'
import { never } from '../../shared/never.ts'
import type { Status } from '../../shared/operator.ts'
import type { KnownOperators } from '../cache/operator-cache.ts'
import type { Entry } from '../outbox/entry.ts'
import { rowFinder } from './known.ts'
import { partOf, type ShownOperators } from './parts.ts'

/** How an own edit of a row can stand. */
export const rowBadges = ['waiting', 'sending', 'verifying', 'rejected', 'needs-person'] as const

/** How an own edit of a row stands. */
export type RowBadge = (typeof rowBadges)[number]

/** A badge as columns hold it: 0 for none. */
export function badgeCode(badge: RowBadge | undefined): number {
  return badge === undefined ? 0 : rowBadges.indexOf(badge) + 1
}

/** An own edit that shows on a row. */
export interface RowEdit {
  readonly entryId: EntryId
  readonly badge: RowBadge
}

/** What an entry does to its row: the status to show in the service's place, or that place again, and its badge. */
export interface RowChange {
  readonly status: Status | 'listed' | null
  readonly edit: RowEdit | null
}

/** When the list of an entry's organization was read; `null` where none was. */
export function listedAt(known: ShownOperators, { edit }: Entry): number | null {
  return partOf(known, edit.organizationId)?.at ?? null
}

/** Whether an add has a row of its own: neither given up nor shown by the service. */
export function isAwaited(
  { state }: Entry,
  { at, columns }: Pick<KnownOperators, 'at' | 'columns'>
): boolean {
  switch (state.kind) {
    case 'cancelled':
    case 'superseded':
      return false
    case 'confirmed':
    case 'matched':
      return rowFinder(columns)(state.operatorId) < 0 && isNews(state.at, at)
    default:
      return true
  }
}

/** A list precedes every request, by minutes at most. What seems younger by more is from before the clock was set back. */
const longestNewsMs = 600_000

/** Whether an edit ended after the latest list, which then does not show it yet. */
function isNews(endedAt: number, listedAt: number | null): boolean {
  return listedAt === null || (endedAt > listedAt && endedAt - listedAt < longestNewsMs)
}

/** The operator that an entry created, took or changed; `null` before. */
export function operatorOf({ state }: Entry): number | null {
  return state.kind === 'confirmed' || state.kind === 'matched' ? state.operatorId : null
}

/** What an entry does to its row. `listedAt`: when the list that is shown was read. */
export function changeBy(
  { id: entryId, edit, state }: Entry,
  listedAt: number | null
): RowChange | null {
  const wanted = edit.kind === 'set-status' ? edit.to : null
  switch (state.kind) {
    case 'waiting':
    case 'sending':
    case 'verifying':
      return { status: wanted, edit: { entryId, badge: state.kind } }
    case 'rejected':
    case 'needs-person':
      return { status: null, edit: { entryId, badge: state.kind } }
    case 'confirmed':
    case 'matched':
      // Until a list says so too: the reply is younger than what is cached.
      return { status: isNews(state.at, listedAt) ? wanted : 'listed', edit: null }
    case 'cancelled':
    case 'superseded':
      return null
    default:
      return never(state)
  }
}

/** A later edit shows over an earlier one; the wanted status of an earlier one stays where it names none. */
export function laidOver(earlier: RowChange | null, later: RowChange | null): RowChange | null {
  return later ? { status: later.status ?? earlier?.status ?? null, edit: later.edit } : earlier
}

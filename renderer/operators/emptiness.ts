import type { Failure } from '../../shared/failure.ts'
import type { VisibleRows } from './index.ts'
import type { Query } from './query.ts'
import type { ListState } from './list-state.ts'

/** Why the grid shows no row. */
export type Emptiness =
  | { readonly kind: 'no-organization' }
  | { readonly kind: 'loading' }
  /** Nothing was ever listed, and the service cannot be asked. */
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** The organization has nobody. */
  | { readonly kind: 'nobody' }
  /** All that matches is deleted, and the deleted are hidden. */
  | { readonly kind: 'only-deleted'; readonly count: number; readonly searched: boolean }
  | { readonly kind: 'no-match' }

/** What decides it. `state` is `null` while no organization is open. */
export interface Shown {
  readonly state: ListState | null
  readonly rows: number
  readonly visible: VisibleRows
  readonly query: Query
}

/** Why no row shows; `null` where one does. */
export function emptiness({ state, rows, visible, query }: Shown): Emptiness | null {
  if (visible.order.length > 0) return null
  if (state === null) return { kind: 'no-organization' }
  if (rows === 0 && state.at === null) {
    return state.kind === 'failed'
      ? { kind: 'failed', failure: state.failure }
      : { kind: 'loading' }
  }
  if (rows === 0) return { kind: 'nobody' }
  const { counts } = visible
  const hidden = query.chosen.includes(2) ? 0 : counts[2]
  if (hidden > 0 && counts[0] + counts[1] === 0) {
    return { kind: 'only-deleted', count: hidden, searched: query.text.trim() !== '' }
  }
  return { kind: 'no-match' }
}

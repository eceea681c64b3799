import type { Edit, EntryId } from '../../shared/edit.ts'
import { never } from '../../shared/never.ts'
import { baseOf, isStatus, type KeptEntry } from './kept-entry.ts'
import type { State } from './state.ts'

/** What taking an action back comes to. */
export interface UndoPlan {
  readonly actionId: string
  /** Entries that have not been done: they end, at no cost. */
  readonly cancels: readonly EntryId[]
  /** Unsent edits of earlier actions that this action's had taken the place of: they wait again. */
  readonly restores: readonly Edit[]
  /** Edits that make good what was done, or is being done. */
  readonly compensates: readonly Edit[]
}

/** The last action of which something can be taken back, or `null`. */
export function planUndo(state: State): UndoPlan | null {
  for (const actionId of state.lines.actionsFromLast()) {
    if (state.queue.undone.has(actionId)) continue
    const plan = planFor(state, actionId)
    if (plan.cancels.length + plan.restores.length + plan.compensates.length > 0) return plan
  }
  return null
}

function planFor(state: State, actionId: string): UndoPlan {
  const cancels: EntryId[] = []
  const restores: Edit[] = []
  const compensates: Edit[] = []
  for (const id of state.lines.ofAction(actionId)) {
    const entry = state.entries.get(id)
    if (!entry) continue
    if (isCancellable(entry)) cancels.push(id)
    if (isCancellable(entry) || isSquashedAway(entry))
      restores.push(...squashed(state, entry, actionId))
    compensates.push(...compensation(entry))
  }
  return { actionId, cancels, restores, compensates }
}

function isCancellable({ state }: KeptEntry): boolean {
  return state.kind === 'waiting' || state.kind === 'rejected' || state.kind === 'needs-person'
}

function isSquashedAway({ state }: KeptEntry): boolean {
  return state.kind === 'superseded' && state.by === null
}

/** The newest edit of another action that this entry stands for too. */
function squashed(state: State, entry: KeptEntry, actionId: string): Edit[] {
  if (!isStatus(entry)) return []
  const older = entry.replaces
    .map((id) => state.entries.get(id))
    .filter((each) => each !== undefined)
  const last = older.filter(isStatus).find((each) => each.actionId !== actionId)
  return last ? [{ ...last.edit, from: baseOf(last) }] : []
}

function compensation(entry: KeptEntry): Edit[] {
  const { state, edit } = entry
  switch (state.kind) {
    case 'sending':
    case 'verifying':
      return edit.kind === 'add'
        ? [removal(entry, { kind: 'created-by', entryId: entry.id })]
        : reversal(entry)
    case 'confirmed':
    case 'matched':
      return edit.kind === 'add' ? removalOf(entry, state) : reversal(entry)
    case 'waiting':
    case 'rejected':
    case 'needs-person':
    case 'cancelled':
    case 'superseded':
      return []
    default:
      return never(state)
  }
}

/** Only what we made is taken away again. */
function removalOf(
  entry: KeptEntry,
  state: Extract<KeptEntry['state'], { kind: 'confirmed' | 'matched' }>
): Edit[] {
  if (state.kind === 'matched' && state.how !== 'lost-reply') return []
  return [removal(entry, { kind: 'known', id: state.operatorId })]
}

function removal(
  { edit }: KeptEntry,
  operator: Extract<Edit, { kind: 'set-status' }>['operator']
): Edit {
  const { organizationId, name } = edit
  return { kind: 'set-status', organizationId, operator, name, from: 0, to: 2, after: null }
}

function reversal(entry: KeptEntry): Edit[] {
  if (!isStatus(entry)) return []
  const from = baseOf(entry)
  return from === entry.edit.to
    ? []
    : [{ ...entry.edit, from: entry.edit.to, to: from, after: null }]
}

import type { EntryId } from '../../../shared/edit.ts'
import type { Entry } from '../entry.ts'

/** What kind of state an entry is in. */
export type StateKind = Entry['state']['kind']

/** The states in the order in which the outbox shows them. */
export const stateOrder = [
  'needs-person',
  'rejected',
  'sending',
  'verifying',
  'waiting',
  'confirmed',
  'matched',
  'cancelled',
  'superseded'
] as const satisfies readonly StateKind[]

/** How urgently an entry is shown: what needs a person, what was refused, what is unsent, what has ended. */
export function rankOf(kind: StateKind): 0 | 1 | 2 | 3 {
  switch (kind) {
    case 'needs-person':
      return 0
    case 'rejected':
      return 1
    case 'sending':
    case 'verifying':
    case 'waiting':
      return 2
    default:
      return 3
  }
}

/** Whether an entry has ended: nothing more happens to it. */
export function hasEnded(kind: StateKind): boolean {
  return rankOf(kind) === 3
}

/** The entries that ask the very same kind of question, this one included: they can be answered as one. */
export function askingAlike(entries: Iterable<Entry>, entry: Entry): EntryId[] {
  const key = questionKey(entry)
  if (key === null) return []
  return [...entries].filter((other) => questionKey(other) === key).map((other) => other.id)
}

function questionKey(entry: Entry): string | null {
  if (entry.state.kind !== 'needs-person') return null
  const { question } = entry.state
  if (question.kind !== 'status-conflict') return question.kind
  return `${question.kind} ${question.to} ${question.now}`
}

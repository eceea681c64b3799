import type { Edit, EntryId } from '../../shared/edit.ts'
import type { Operator, Status } from '../../shared/operator.ts'
import type { Phase } from './import.ts'
import { outcomeOfStep, type Entries, type RowOutcome } from './outcome.ts'
import type { Step } from './plan.ts'

/** How long after it was applied an import can be undone. */
const undoForMs = 7 * 24 * 60 * 60 * 1000

/** Whether an import that stands so can be taken back; `now`: wall clock, ms. */
export function isUndoable(phase: Phase, now: number): boolean {
  const ended = phase.kind === 'applied' || phase.kind === 'cancelled' || phase.kind === 'undone'
  return ended && now - phase.at < undoForMs
}

/** Why something that the import did stays as it is. */
export interface LeftAlone {
  readonly name: string
  /** `changed-since`: someone gave the operator another status · `not-ours`: it was there before · `unlisted`: no list shows it. */
  readonly why: 'changed-since' | 'not-ours' | 'unlisted'
}

/** What undoing an import would do; shown before it is done. */
export interface ImportUndo {
  /** Operators that it created become Deleted; those whose status it changed get it back. */
  readonly edits: readonly Edit[]
  readonly deletes: number
  readonly restores: number
  /** Entries that have not been sent are discarded. */
  readonly discards: readonly EntryId[]
  /** Edits on their way to the service: the undo begins once it is known what came of them. */
  readonly awaited: number
  readonly leftAlone: readonly LeftAlone[]
}

/** What an undo needs to know: what was done, and how operators stand now (`null`: not listed). */
export interface Undoing {
  readonly steps: readonly Step[]
  readonly entries: Entries
  readonly operator: (organizationId: number, id: number) => Operator | null
}

/** Works out the undo of an import. Only what this import created or changed is touched, and only as it left it. */
export function undoOf(undoing: Undoing): ImportUndo {
  const parts = undoing.steps.map((step, position) => undoStep(step, position, undoing))
  const edits = parts.flatMap((part) => (part.kind === 'edit' ? [part.edit] : []))
  const squashed = lastPerOperator(edits)
  const deletes = squashed.filter((edit) => edit.kind === 'set-status' && edit.to === 2).length
  return {
    edits: squashed,
    deletes,
    restores: squashed.length - deletes,
    discards: parts.flatMap((part) => (part.kind === 'discard' ? [part.id] : [])),
    awaited: parts.filter((part) => part.kind === 'awaited').length,
    leftAlone: parts.flatMap((part) => (part.kind === 'left' ? [part.left] : []))
  }
}

type Part =
  | { readonly kind: 'edit'; readonly edit: Edit }
  | { readonly kind: 'discard'; readonly id: EntryId }
  | { readonly kind: 'left'; readonly left: LeftAlone }
  | { readonly kind: 'awaited' }
  | { readonly kind: 'nothing' }

const nothing: Part = { kind: 'nothing' }

function undoStep(step: Step, position: number, undoing: Undoing): Part {
  const outcome = outcomeOfStep(position, undoing.entries)
  switch (outcome.kind) {
    case 'added':
      return undoAdd(step, outcome, undoing)
    case 'changed':
      return step.kind === 'after-add' ? nothing : undoChange(step, undoing)
    case 'pending':
    case 'rejected':
      return withdraw(undoing.entries, position)
    case 'cancelled':
    case 'not-sent':
      return nothing
  }
}

function withdraw(entries: Entries, position: number): Part {
  const id = entries.entryOf(position)
  if (id === null) return nothing
  const state = entries.entry(id)?.state.kind
  if (state === 'sending' || state === 'verifying') return { kind: 'awaited' }
  return { kind: 'discard', id }
}

function undoAdd(
  step: Step,
  outcome: Extract<RowOutcome, { kind: 'added' }>,
  undoing: Undoing
): Part {
  const place = step.kind === 'edit' ? step.edit : step
  const { name, organizationId } = place
  if (outcome.how === 'already-there' || outcome.how === 'person') return left(name, 'not-ours')
  const operator = undoing.operator(organizationId, outcome.operatorId)
  if (operator === null) return left(name, 'unlisted')
  if (operator.status === 2) return nothing
  return { kind: 'edit', edit: setStatus(operator, organizationId, 2) }
}

function undoChange(step: Extract<Step, { kind: 'edit' }>, undoing: Undoing): Part {
  const { edit } = step
  if (edit.kind === 'add' || edit.operator.kind === 'created-by') return nothing
  const operator = undoing.operator(edit.organizationId, edit.operator.id)
  if (operator === null) return left(edit.name, 'unlisted')
  if (operator.status === edit.from) return nothing
  if (operator.status !== edit.to) return left(edit.name, 'changed-since')
  return { kind: 'edit', edit: setStatus(operator, edit.organizationId, edit.from) }
}

function left(name: string, why: LeftAlone['why']): Part {
  return { kind: 'left', left: { name, why } }
}

function setStatus({ id, name, status }: Operator, organizationId: number, to: Status): Edit {
  return {
    kind: 'set-status',
    organizationId,
    operator: { kind: 'known', id },
    name,
    from: status,
    to,
    after: null
  }
}

/** One edit per operator: two rows of the file may have ended with the same one. */
function lastPerOperator(edits: readonly Edit[]): Edit[] {
  const byOperator = new Map(edits.map((edit) => [operatorKey(edit), edit]))
  return [...byOperator.values()]
}

function operatorKey(edit: Edit): string {
  return edit.kind === 'set-status' && edit.operator.kind === 'known'
    ? String(edit.operator.id)
    : edit.name
}

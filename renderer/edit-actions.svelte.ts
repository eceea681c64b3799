import type { Edit, EntryId } from '../shared/edit.ts'
import { looseKey } from '../shared/match-key.ts'
import { unpack } from '../shared/operator-columns.ts'
import type { Operator, Status } from '../shared/operator.ts'
import type { OperatorRow } from './operators/rows.ts'
import type { Say } from './design/toasts.svelte.ts'
import { replacementEdits, reversed, statusEdits } from './operators/add/status-edits.ts'
import { hasEnded } from './outbox/views/arrange.ts'
import type { Undoable } from './outbox/outbox.ts'
import type { WorkspaceParts } from './workspace-parts.ts'

type Parts = Pick<WorkspaceParts, 'outbox' | 'lists' | 'toasts'>

/** Operators that an action is about, be they of one organization or of several. */
export interface Selection {
  readonly rows: readonly OperatorRow[]
}

/** A question that an action asks first. */
export type Asking =
  | { readonly kind: 'delete'; readonly selection: Selection }
  | { readonly kind: 'correct'; readonly row: OperatorRow }
  | { readonly kind: 'undo'; readonly undoable: Undoable }

/** What a person does to operators: every action goes into the outbox, and says so. */
export class EditActions {
  readonly #parts: Parts
  asking: Asking | null = $state.raw(null)

  constructor(parts: Parts) {
    this.#parts = parts
    parts.outbox.subscribe(() => this.#followUndo())
  }

  /** Activates or deactivates at once, with a way back; deleting asks first. */
  async setStatus(selection: Selection, to: Status): Promise<void> {
    if (to === 2) this.askDelete(selection)
    else await this.#setStatus(selection, to)
  }

  askDelete(selection: Selection): void {
    const rows = selection.rows.filter(({ status }) => status !== 2)
    if (rows.length === 0) this.#say(({ views }) => views.changed.nothing)
    else this.asking = { kind: 'delete', selection: { rows } }
  }

  /** The question was answered with yes. */
  async delete(selection: Selection): Promise<void> {
    await this.#setStatus(selection, 2)
  }

  askCorrect(selection: Selection): void {
    const [row] = selection.rows
    if (row) this.asking = { kind: 'correct', row }
  }

  /** Someone of the organization who bears a name already. */
  async bearer(organizationId: number, name: string): Promise<Operator | null> {
    const known = await this.#parts.lists.known(organizationId)
    const key = looseKey(name)
    return (known ? unpack(known) : []).find((operator) => looseKey(operator.name) === key) ?? null
  }

  /** The service cannot rename: the new name is added, and the old operator goes once the new one exists. */
  async correct(row: OperatorRow, to: { name: string; addAnyway: boolean }): Promise<void> {
    const { outbox } = this.#parts
    const { organizationId } = row
    const queued: Say = ({ views }) => views.correct.queued(to.name)
    if (row.operator.kind === 'created-by') {
      const renamed = await outbox.rename(row.operator.entryId, to.name)
      if (renamed.ok) {
        this.#say(queued)
        return
      }
    }
    const entryId = crypto.randomUUID()
    const rest = replacementEdits(row, { entryId, name: to.name })
    const edits = [{ kind: 'add', organizationId, ...to } as const, ...rest]
    if (await this.#enqueue(edits, entryId)) this.#say(queued)
  }

  /** Sets one of several operators of a name to Deleted: asked about in the outbox, so not once more. */
  async removeDuplicate(organizationId: number, operatorId: number): Promise<void> {
    const known = await this.#parts.lists.known(organizationId)
    const operator = (known ? unpack(known) : []).find(({ id }) => id === operatorId)
    if (!operator) return
    const { id, name, status } = operator
    const row = {
      key: id,
      operator: { kind: 'known', id },
      id,
      organizationId,
      name,
      status,
      edit: null,
      unlisted: false
    } as const
    await this.#setStatus({ rows: [row] }, 2)
  }

  /** Takes the last action back; asks first where it was sent already. */
  async undo(): Promise<void> {
    const undoable = this.#parts.outbox.undoable()
    if (!undoable) this.#say(({ views }) => views.outbox.nothingToUndo)
    else if (undoable.kind === 'compensate') this.asking = { kind: 'undo', undoable }
    else await this.carryOutUndo(undoable)
  }

  /** What is asked about may have come back unsent meanwhile, or not be the last action any more. */
  #followUndo(): void {
    const { asking } = this
    if (asking?.kind !== 'undo') return
    const undoable = this.#parts.outbox.undoable()
    if (undoable?.actionId !== asking.undoable.actionId) this.asking = null
    else if (!sameUndo(undoable, asking.undoable)) this.asking = { kind: 'undo', undoable }
  }

  async carryOutUndo(undoable: Undoable): Promise<void> {
    const { outbox } = this.#parts
    const count =
      undoable.kind === 'unsent'
        ? undoable.entryIds.length
        : undoable.cancels.length + undoable.edits.length
    const result = await outbox.undo(undoable)
    if (result.ok) this.#say(({ views }) => views.outbox.undone(count))
    else this.#fail()
  }

  /** Names that wait to be added to an organization. */
  queuedNames(organizationId: number): string[] {
    const names: string[] = []
    for (const { edit, state } of this.#parts.outbox.view().bare.values()) {
      if (edit.kind === 'add' && edit.organizationId === organizationId && !hasEnded(state.kind))
        names.push(edit.name)
    }
    return names
  }

  tellQueued({
    added,
    reactivated
  }: {
    readonly added: number
    readonly reactivated: number
  }): void {
    this.#say(({ views: { add } }) => {
      const parts = [
        ...(added > 0 ? [add.queued(added)] : []),
        ...(reactivated > 0 ? [add.reactivated(reactivated)] : [])
      ]
      return parts.length === 0 ? add.nothingLeft : parts.join(', ')
    })
  }

  async #setStatus({ rows }: Selection, to: Status): Promise<void> {
    const edits = statusEdits(rows, to)
    if (edits.length === 0) {
      this.#say(({ views }) => views.changed.nothing)
      return
    }
    if (!(await this.#enqueue(edits))) return
    const done = (['activated', 'deactivated', 'deleted'] as const)[to]
    this.#say(
      ({ views }) => views.changed[done](edits.length, edits[0]?.name ?? ''),
      to === 2 ? null : () => this.#giveBack(edits)
    )
  }

  /** Undoes a status change by its toast: free while it is unsent, since opposite edits cancel each other out. */
  async #giveBack(edits: readonly Edit[]): Promise<void> {
    if (await this.#enqueue(reversed(edits)))
      this.#say(({ views }) => views.outbox.undone(edits.length))
  }

  async #enqueue(edits: readonly Edit[], firstId?: EntryId) {
    const result = await this.#parts.outbox.enqueue(edits, firstId)
    if (result.ok) return result.value
    this.#fail()
    return null
  }

  #say(text: Say, undo: (() => Promise<void>) | null = null): void {
    const label: Say = ({ views }) => views.undo
    this.#parts.toasts.show(text, undo && { label, run: () => void undo() })
  }

  #fail(): void {
    const text: Say = ({ failures: { notStored } }) =>
      `${notStored.other.what} ${notStored.other.todo}`
    this.#parts.toasts.show(text, null, 'danger')
  }
}

function sameUndo(one: Undoable, other: Undoable): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

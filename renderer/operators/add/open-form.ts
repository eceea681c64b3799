import type { OperatorCache } from '../../cache/operator-cache.ts'
import type { Outbox } from '../../outbox/outbox.ts'
import { timers } from '../../time.ts'
import type { AddedRows } from '../added-rows.svelte.ts'
import type { OperatorLists } from '../lists.ts'
import { AddForm, type AddPorts } from './add.svelte.ts'

/** Where the draft of the add form rests. */
const addDraft = 'add-operators'

/** What the form works on. */
export interface FormParts {
  readonly cache: Pick<OperatorCache, 'draft' | 'keepDraft'>
  readonly lists: Pick<OperatorLists, 'known'>
  readonly outbox: Pick<Outbox, 'enqueue' | 'opened'>
  readonly added: Pick<AddedRows, 'show'>
  /** Names that wait to be added to an organization. */
  readonly queuedNames: (organizationId: number) => string[]
  readonly onqueued: AddPorts['onqueued']
}

/** The form that adds operators, with what was typed there before. `organizationId`: the one to begin with. */
export function openAddForm(parts: FormParts, organizationId: number | null): AddForm {
  const { cache, lists, outbox, added, queuedNames, onqueued } = parts
  const form = new AddForm(
    {
      draft: async () => {
        const draft = await cache.draft(addDraft)
        return (draft.ok && draft.value) || ''
      },
      keepDraft: async (text) => {
        await cache.keepDraft(addDraft, text)
      },
      existing: async (id) => {
        await outbox.opened
        return { operators: await lists.known(id), queued: queuedNames(id) }
      },
      breathe: timers.breathe,
      enqueue: async (edits) => {
        const queued = await outbox.enqueue(edits)
        if (queued.ok) added.show(queued.value)
        return queued
      },
      onqueued
    },
    organizationId
  )
  void form.begin()
  return form
}

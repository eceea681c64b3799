import { expect, test } from 'vitest'
import type { Undoable } from './outbox/outbox.ts'
import { fakeOutbox } from './outbox/views/fake-outbox.ts'
import { EditActions } from './edit-actions.svelte.ts'

const edits = [
  {
    kind: 'set-status',
    organizationId: 24,
    operator: { kind: 'created-by', entryId: 'e1' },
    name: 'Alex Brown',
    from: 0,
    to: 2,
    after: null
  }
] as const

function asked() {
  const outbox = fakeOutbox()
  const state: { undoable: Undoable | null } = {
    undoable: { kind: 'compensate', actionId: 'a', cancels: [], edits }
  }
  const actions = new EditActions({
    outbox: { ...outbox, undoable: () => state.undoable },
    lists: {} as never,
    toasts: { show: () => undefined } as never
  })
  return { actions, outbox, state }
}

test('an undo that is asked about costs nothing any more once the attempt comes back unsent', async () => {
  const { actions, outbox, state } = asked()
  await actions.undo()
  expect(actions.asking).toMatchObject({ kind: 'undo', undoable: { kind: 'compensate' } })
  const free: Undoable = { kind: 'unsent', actionId: 'a', entryIds: ['e1'] }
  state.undoable = free
  outbox.hold([])
  expect(actions.asking).toEqual({ kind: 'undo', undoable: free })
})

test('the question stays about its own action, and is gone once nothing of it can be taken back', async () => {
  const { actions, outbox, state } = asked()
  await actions.undo()
  const before = actions.asking
  outbox.hold([])
  expect(actions.asking).toBe(before)
  state.undoable = { kind: 'unsent', actionId: 'another', entryIds: ['e2'] }
  outbox.hold([])
  expect(actions.asking).toBe(null)
})

import { expect, it } from 'vitest'
import type { Edit, EntryId } from '../../shared/edit.ts'
import { ok } from '../../shared/result.ts'
import type { Outbox } from '../outbox/outbox.ts'
import { entry, TakingOutbox } from './fixture-entry.ts'
import { Following } from './following.ts'

const add: Edit = { kind: 'add', organizationId: 24, name: 'Dana', addAnyway: false }

it('takes back once what is being sent, and whatever waits as often as it does', async () => {
  const taking = new TakingOutbox()
  const discarded: (readonly EntryId[])[] = []
  const outbox = {
    view: () => taking.view(),
    discard: async (ids: readonly EntryId[]) => {
      discarded.push(ids)
      return ok(null)
    }
  } as Pick<Outbox, 'view' | 'discard'> as Outbox
  const put = (id: EntryId, state: Parameters<typeof entry>[2]): unknown =>
    taking.entries.set(id, entry(id, add, state))
  put('waits', { kind: 'waiting', reason: null })
  put('sent', { kind: 'sending', attemptId: 'a' })
  put('done', { kind: 'confirmed', operatorId: 1, at: 1 })
  const following = new Following([['waits', 'sent'], ['done']], [])
  await following.discardUnsent({ outbox })
  // What is being sent may go on to be so for a while: whoever looks again must not ask each time.
  put('waits', { kind: 'cancelled', at: 1 })
  expect(following.discardUnsent({ outbox })).toBeNull()
  put('sent', { kind: 'waiting', reason: null })
  await following.discardUnsent({ outbox })
  expect(discarded).toEqual([['waits', 'sent'], ['sent']])
})

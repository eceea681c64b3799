import { flushSync } from 'svelte'
import { expect, test } from 'vitest'
import { ok } from '../shared/result.ts'
import type { Operator } from '../shared/operator.ts'
import { createIndexer } from './operators/indexer.ts'
import { Operators } from './operators/operators.svelte.ts'
import { StandingLists } from './operators/test-lists.ts'
import { StandingOutbox } from './operators/test-outbox.ts'
import { markRows } from './row-marker.svelte.ts'

const day = 86_400_000
const john: Operator = { id: 101, name: 'John Smith', status: 0 }
const sarah: Operator = { id: 102, name: 'Sarah Johnson', status: 0 }

async function settled(): Promise<void> {
  flushSync()
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
}

test('who came since the last visit and in the last days is known, also after a restart', async () => {
  const drafts = new Map<string, string>()
  const lists = new StandingLists()
  const indexer = createIndexer(() => {
    throw new Error('short lists need no worker')
  })
  const open = () => {
    const operators = new Operators({
      ...{ lists, outbox: new StandingOutbox(), indexer },
      locale: () => 'en',
      breathe: () => Promise.resolve()
    })
    void operators.open(24)
    const stop = markRows({
      operators,
      cache: {
        draft: async (form) => ok(drafts.get(form) ?? null),
        keepDraft: async (form, text) => {
          drafts.set(form, text)
          return ok(null)
        }
      },
      imports: { latest: null },
      now: () => day * 2
    })
    return { operators, stop }
  }
  const first = open()
  lists.list([john])
  await settled()
  expect(first.operators.visible.marked['new-visit']).toBe(0)
  lists.list([john, sarah])
  await settled()
  expect(first.operators.visible.marked['new-visit']).toBe(1)
  first.stop()
  first.operators.close()
  expect(drafts.get('days-seen-24')).toBe('[{"at":2,"highest":102}]')

  const second = open()
  await settled()
  expect(second.operators.visible.marked).toMatchObject({ 'new-visit': 0, 'new-today': 0 })
  lists.list([john, sarah, { id: 103, name: 'Mike Wilson', status: 1 }])
  await settled()
  expect(second.operators.visible.marked).toMatchObject({ 'new-visit': 1, 'new-today': 0 })
  second.stop()
})

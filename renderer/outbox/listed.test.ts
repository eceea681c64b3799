import { expect, test } from 'vitest'
import { pack } from '../../shared/operator-columns.ts'
import { apply, emptyState } from './apply.ts'
import { readList } from './read-list.ts'
import { step } from './step.ts'

test('of many organizations only the lists that can still serve an attempt are held', async () => {
  const state = emptyState({
    accountId: 'a',
    settleMs: 60_000,
    requestsPerSecond: 5,
    pausedByPerson: false
  })
  const random = { id: () => 'id', fraction: () => 0 }
  for (let organizationId = 1; organizationId <= 50; organizationId += 1) {
    const at = organizationId * 4_000
    const reading = await readList({
      list: { columns: pack([{ id: organizationId, name: 'Alex', status: 0 }]), at },
      ...{ known: null, wanted: () => false, breathe: () => Promise.resolve() },
      ...{ askedAt: at, at, upTo: 0 }
    })
    const now = { wall: at, monotonic: at, random }
    apply(state, step(state, { kind: 'listed', organizationId, reading, asked: false }, now))
  }
  const held = [...state.organizations.values()].filter(({ list }) => list !== null)
  expect(held.map(({ id }) => id)).toEqual([48, 49, 50])
})

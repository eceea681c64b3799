import { expect, test } from 'vitest'
import { pack } from '../../shared/operator-columns.ts'
import { apply, emptyState } from './apply.ts'
import { readList } from './read-list.ts'
import { step } from './step.ts'
import { Rig } from './test-rig.ts'

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

test('a list of the grid that was asked for before another, and comes after it, takes nothing back of that', async () => {
  const rig = new Rig()
  await rig.start({ paused: true })
  const [add] = await rig.add('Alex Brown')
  const status = await rig.setStatus(101, 0, 1)
  const slow = { columns: pack(rig.hub.rows()), at: rig.time.wall() }
  const askedAt = rig.time.monotonic()
  await rig.time.pass(1_000)
  rig.hub.add('Alex Brown')
  rig.hub.set(101, 2)
  rig.show()
  await rig.time.pass(100)
  rig.outbox.seen(24, slow, askedAt)
  await rig.time.pass(100)
  rig.outbox.pause(false)
  await rig.time.pass(5_000)
  expect(rig.state(add)).toMatchObject({ question: { kind: 'name-appeared' } })
  expect(rig.state(status)).toMatchObject({ question: { kind: 'status-conflict', now: 2 } })
  expect(rig.hub.ledger).toEqual([])
})

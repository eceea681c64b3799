import { afterEach, describe, expect, test } from 'vitest'
import type { Failure } from '../../shared/failure.ts'
import { unpack } from '../../shared/operator-columns.ts'
import type { Operator, Organization } from '../../shared/operator.ts'
import { failed } from '../../shared/result.ts'
import type { OperatorLists } from './lists.ts'
import type { Disk } from './test-list-rig.ts'
import { minute, setUpLists, turns } from './test-list-rig.ts'

const john: Operator = { id: 101, name: 'John Smith', status: 0 }
const sarah: Operator = { id: 102, name: 'Sarah Johnson', status: 0 }
const alex: Operator = { id: 104, name: 'Alex Brown', status: 0 }
const support: Organization = { id: 24, name: 'Customer Support' }
const offline: Failure = { kind: 'unreachable', cause: 'refused', code: 'ECONNREFUSED' }

const opened: OperatorLists[] = []

afterEach(async () => {
  await Promise.all(opened.splice(0).map((lists) => lists.close()))
})

function setUp(cache?: Disk, typedOrganizations: readonly number[] | null = null) {
  const rig = setUpLists(cache, typedOrganizations)
  opened.push(rig.lists)
  return rig
}

describe('an opened organization', () => {
  test('shows the cache at once and is refreshed behind', async () => {
    const before = setUp()
    await before.lists.open(24)
    await before.answer(0, [john])
    await before.lists.close()

    const { lists, bridge, answer, shown, clock } = setUp(before.cache)
    clock.pass(minute)
    await lists.open(24)
    expect(shown()).toEqual([john])
    expect(lists.state(24)).toEqual({ kind: 'refreshing', at: 1_000_000 })
    expect(bridge.requests).toMatchObject([{ organizationId: 24, urgency: 'background' }])

    await answer(0, [john, sarah])
    expect(shown()).toEqual([john, sarah])
    expect(lists.state(24)).toEqual({ kind: 'fresh', at: 1_000_000 + minute })
  })

  test('is not fetched again while it is fresh', async () => {
    const { lists, bridge, answer, clock } = setUp()
    await lists.open(24)
    await answer(0, [john])
    clock.pass(minute - 1)
    await lists.open(24)
    expect(bridge.requests).toHaveLength(1)
    clock.pass(1)
    expect(bridge.requests).toHaveLength(2)
  })

  test('keeps what it shows when a fetch fails, says why, and tries again a minute later', async () => {
    const { lists, bridge, answer, fail, shown, clock } = setUp()
    await lists.open(24)
    await answer(0, [john])
    clock.pass(minute)
    await fail(1, offline)
    expect(shown()).toEqual([john])
    expect(lists.state(24)).toEqual({ kind: 'failed', at: 1_000_000, failure: offline })
    expect(bridge.requests).toHaveLength(2)
    clock.pass(minute)
    expect(bridge.requests).toHaveLength(3)
  })

  test('is fetched at once when the service answers again', async () => {
    const { lists, bridge, fail } = setUp()
    await lists.open(24)
    await fail(0, offline)
    lists.reachable()
    expect(bridge.requests).toHaveLength(2)
    expect(lists.state(24)).toEqual({ kind: 'refreshing', at: null })
  })

  test('is refreshed by age only while the window is visible', async () => {
    const { lists, bridge, answer, clock } = setUp()
    await lists.open(24)
    await answer(0, [john])
    lists.visible(false)
    clock.pass(10 * minute)
    expect(bridge.requests).toHaveLength(1)
    expect(lists.state(24).kind).toBe('stale')
    lists.visible(true)
    expect(bridge.requests).toHaveLength(2)
  })

  test('is the only one that is refreshed by age', async () => {
    const { lists, bridge, answer, clock } = setUp()
    await lists.open(24)
    await answer(0, [john])
    await lists.open(7)
    await answer(1, [])
    clock.pass(minute)
    expect(bridge.requests.map(({ organizationId }) => organizationId)).toEqual([24, 7, 7])
  })

  test('that was left before the cache answered is not fetched', async () => {
    const { lists, bridge } = setUp()
    await Promise.all([lists.open(24), lists.open(7)])
    expect(bridge.requests.map(({ organizationId }) => organizationId)).toEqual([7])
  })

  test('stops asking once the lists are closed', async () => {
    const { lists, bridge, answer, clock } = setUp()
    await lists.open(24)
    await answer(0, [john])
    await lists.close()
    clock.pass(10 * minute)
    expect(bridge.requests).toHaveLength(1)
    expect(clock.waiting).toBe(0)
  })
})

describe('refreshing by hand', () => {
  test('fetches whatever the age, before all that waits', async () => {
    const { lists, bridge, answer } = setUp()
    await lists.open(24)
    await answer(0, [john])
    void lists.refresh()
    expect(bridge.requests[1]).toMatchObject({ organizationId: 24, urgency: 'person' })
    expect(bridge.organizationRequests).toBe(2)
  })

  test('twice is one request; a slower one in flight is not waited for', async () => {
    const { lists, bridge } = setUp()
    await lists.open(24)
    void lists.refresh()
    void lists.refresh()
    expect(bridge.requests.map(({ urgency }) => urgency)).toEqual(['background', 'person'])
  })
})

describe('what the outbox asks', () => {
  test('a fetch begins after the call, is cached and seen before it answers', async () => {
    const { lists, bridge, answer, shown, clock } = setUp()
    await lists.open(24)
    const seen: unknown[] = []
    lists.onList((organizationId, { columns: { ids }, at }, askedAt) =>
      seen.push([organizationId, [...ids], at, askedAt, shown()])
    )
    clock.pass(5)
    const fetched = lists.fetch(24, 'outbox')
    clock.pass(700)
    expect(bridge.requests).toHaveLength(2)
    await answer(1, [john])
    expect(seen).toEqual([[24, [101], 1_000_705, 5, [john]]])
    expect(await fetched).toMatchObject({ ok: true })
  })

  test('what is known comes from the cache, with what no list shows any more', async () => {
    const before = setUp()
    await before.lists.open(24)
    await before.answer(0, [john, sarah])
    void before.lists.refresh()
    await before.answer(1, [sarah])
    await before.lists.close()
    const { lists } = setUp(before.cache)
    const known = await lists.known(24)
    expect(known && unpack(known)).toEqual([john, sarah])
    expect(await lists.known(99)).toBeNull()
  })

  test('what a reply showed is folded in, kept, and makes no list younger', async () => {
    const { lists, cache, answer, shown, clock } = setUp()
    await lists.open(24)
    await answer(0, [john, sarah])
    clock.pass(1000)
    await lists.applied(24, [alex, { ...john, status: 1 }])
    expect(shown()).toEqual([{ ...john, status: 1 }, sarah, alex])
    expect(lists.state(24)).toEqual({ kind: 'fresh', at: 1_000_000 })
    await turns()
    const kept = await cache.operators(24)
    expect(kept.ok && kept.value && unpack(kept.value.columns)).toEqual(shown())
  })

  test('a list that began before a reply does not take it back', async () => {
    const { lists, answer, shown } = setUp()
    await lists.open(24)
    await lists.applied(24, [{ ...john, status: 1 }, alex])
    await answer(0, [john, sarah])
    expect(shown()).toEqual([{ ...john, status: 1 }, alex, sarah])
    void lists.refresh()
    await answer(1, [john, sarah])
    expect(shown()[0]).toEqual(john)
  })

  test('a list that comes after a later one changes nothing any more', async () => {
    const { lists, answer, shown } = setUp()
    await lists.open(24)
    void lists.fetch(24, 'outbox')
    await answer(1, [{ ...john, status: 2 }])
    await answer(0, [john])
    expect(shown()).toEqual([{ ...john, status: 2 }])
  })
})

describe('organizations', () => {
  test('come from the service and are there at the next start, with their counts', async () => {
    const before = setUp()
    await before.lists.start()
    await turns()
    await before.lists.open(24)
    await before.answer(0, [john, { ...sarah, status: 2 }])
    expect(before.lists.organizations()).toEqual({
      organizations: [support],
      counts: new Map([[24, 1]]),
      state: { kind: 'fresh', at: 1_000_000 }
    })
    await before.lists.close()

    const { lists, bridge } = setUp(before.cache)
    await lists.start()
    expect(lists.organizations()).toMatchObject({
      organizations: [support],
      counts: new Map([[24, 1]])
    })
    expect(bridge.organizationRequests).toBe(0)
  })

  test('are fetched again after five minutes', async () => {
    const { lists, bridge, clock } = setUp()
    await lists.start()
    await turns()
    clock.pass(5 * minute - 1)
    expect(bridge.organizationRequests).toBe(1)
    clock.pass(1)
    expect(bridge.organizationRequests).toBe(2)
  })

  test('that the service does not list are those that were typed', async () => {
    const { lists, bridge } = setUp(undefined, [24, 7])
    bridge.organizationsAnswer = failed({ kind: 'organizations-not-offered' })
    await lists.start()
    await turns()
    expect(lists.organizations().organizations?.map(({ id }) => id)).toEqual([24, 7])
    expect(lists.organizations().state.kind).toBe('fresh')
  })
})

test('what was wiped is forgotten and fetched anew', async () => {
  const { lists, cache, bridge, answer, shown } = setUp()
  await lists.start()
  await lists.open(24)
  await answer(0, [john])
  await cache.wipe()
  await lists.forget()
  expect(shown()).toEqual([])
  expect(bridge.requests).toHaveLength(2)
  expect(bridge.organizationRequests).toBe(2)
  expect(lists.organizations().counts).toEqual(new Map())
})

test('each write tells the cache what it keeps already', async () => {
  const before = setUp()
  await before.lists.open(24)
  await before.answer(0, [john])
  await before.lists.applied(24, [alex])
  await before.lists.close()
  const { cache, lists, answer } = setUp(before.cache)
  await lists.open(24)
  void lists.refresh()
  await answer(0, [john, alex])
  const [first, second, third] = cache.writes
  expect(first?.kept).toBeNull()
  expect(second?.kept).toBe(first?.next)
  expect(third?.kept).toBe(second?.next)
})

test('a cache that refuses is told and hides nothing', async () => {
  const { lists, cache, answer, shown } = setUp()
  await lists.open(24)
  cache.refuses = {
    kind: 'not-stored',
    cause: 'disk-full',
    place: 'cache',
    code: 'QuotaExceededError'
  }
  await answer(0, [john])
  expect(shown()).toEqual([john])
  expect(lists.storageFailure()).toEqual(cache.refuses)
})

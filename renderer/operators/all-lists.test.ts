import { afterEach, describe, expect, test } from 'vitest'
import { unpack } from '../../shared/operator-columns.ts'
import type { Failure } from '../../shared/failure.ts'
import type { Operator, Organization } from '../../shared/operator.ts'
import { ok } from '../../shared/result.ts'
import { Disk, minute, setUpLists, turns } from './test-list-rig.ts'

const john: Operator = { id: 101, name: 'John Smith', status: 0 }
const dana: Operator = { id: 7, name: 'דנה', status: 1 }
const olena: Operator = { id: 55, name: 'Олена', status: 0 }
const three: readonly Organization[] = [
  { id: 24, name: 'Customer Support' },
  { id: 25, name: 'שירות' },
  { id: 26, name: '' }
]
const offline: Failure = { kind: 'unreachable', cause: 'refused', code: 'ECONNREFUSED' }
const forbidden: Failure = { kind: 'refused', status: 403, words: '', retryAfterMs: null }

const closing: (() => Promise<void>)[] = []

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
})

async function openAll(cache = new Disk()) {
  const rig = setUpLists(cache)
  closing.push(() => rig.lists.close())
  rig.bridge.organizationsAnswer = ok(three)
  await rig.lists.start()
  await turns()
  await rig.lists.open('all')
  await turns()
  const shown = () => {
    rig.clock.pass(200)
    return unpack(rig.lists.operators('all')?.columns ?? { ...nobody })
  }
  const asked = () => rig.bridge.requests.map(({ organizationId }) => organizationId)
  return { ...rig, shown, asked }
}

const nobody = {
  ids: new Float64Array(0),
  statuses: new Uint8Array(0),
  ends: new Uint32Array(0),
  names: ''
}

describe('the lists of all organizations', () => {
  test('are fetched one after another, behind whatever a person or the outbox asks', async () => {
    const { lists, bridge, answer, shown, asked } = await openAll()
    expect(asked()).toEqual([24])
    expect(bridge.requests[0]?.urgency).toBe('background')
    expect(lists.coverage()).toMatchObject({
      of: 3,
      missing: [24, 25, 26],
      progress: { done: 0, of: 3 }
    })
    await answer(0, [john])
    expect(asked()).toEqual([24, 25])
    expect(shown()).toEqual([john])
    await answer(1, [dana])
    await answer(2, [olena])
    expect(shown()).toEqual([john, dana, olena])
    expect(lists.coverage()).toMatchObject({ missing: [], failed: [], progress: null })
    expect(lists.state('all').kind).toBe('fresh')
    expect(lists.refreshes('all')).toBe(1)
  })

  test('are those of the cache at once, also offline; nothing is asked for while they are fresh', async () => {
    const before = await openAll()
    for (const [at, operators] of [[john], [dana], [olena]].entries())
      await before.answer(at, operators)
    await before.lists.close()
    const { shown, asked, lists } = await openAll(before.cache)
    expect(shown()).toEqual([john, dana, olena])
    expect(asked()).toEqual([])
    expect(lists.state('all')).toMatchObject({ kind: 'fresh' })
  })

  test('go on where one organization refuses; it is named, and tried again last', async () => {
    const { lists, answer, fail, shown, asked, clock } = await openAll()
    await fail(0, forbidden)
    await answer(1, [dana])
    await answer(2, [olena])
    expect(shown()).toEqual([dana, olena])
    expect(lists.coverage()).toMatchObject({
      missing: [],
      failed: [{ organizationId: 24, failure: forbidden }]
    })
    expect(lists.state('all').kind).toBe('fresh')
    clock.pass(minute)
    await turns()
    expect(asked().slice(3)).toEqual([25])
    await answer(3, [dana])
    await answer(4, [olena])
    expect(asked().slice(3)).toEqual([25, 26, 24])
  })

  test('rest where the service cannot be reached, and go on once it answers', async () => {
    const { lists, fail, answer, asked, clock } = await openAll()
    await answer(0, [john])
    await fail(1, offline)
    expect(asked()).toEqual([24, 25])
    expect(lists.state('all')).toMatchObject({ kind: 'failed', failure: offline })
    clock.pass(minute - 1)
    expect(asked()).toHaveLength(2)
    lists.reachable()
    await turns()
    expect(asked().slice(2)).toEqual([25])
  })

  test('do not call organizations failed while the service cannot be reached at all', async () => {
    const { lists, answer, fail } = await openAll()
    for (const [at, operators] of [[john], [dana], [olena]].entries()) await answer(at, operators)
    void lists.fetch(25, 'outbox')
    await turns()
    await fail(3, offline)
    expect(lists.coverage()).toMatchObject({ missing: [], failed: [] })
    void lists.fetch(25, 'outbox')
    await turns()
    await fail(4, forbidden)
    expect(lists.coverage().failed).toEqual([{ organizationId: 25, failure: forbidden }])
  })

  test('are all fetched by hand, and no more once one organization is opened', async () => {
    const { lists, answer, asked } = await openAll()
    for (const [at, operators] of [[john], [dana], [olena]].entries()) await answer(at, operators)
    void lists.refresh()
    await turns()
    expect(asked().slice(3)).toEqual([24])
    expect(lists.coverage().progress).toEqual({ done: 0, of: 3 })
    await lists.open(25)
    await answer(3, [john])
    expect(asked().slice(3)).toEqual([24])
    expect(lists.operators('all')).toBeNull()
  })

  test('take what replies show, and an organization that is new', async () => {
    const { lists, bridge, answer, shown } = await openAll()
    for (const [at, operators] of [[john], [dana], [olena]].entries()) await answer(at, operators)
    await lists.applied(25, [{ ...dana, status: 0 }])
    expect(shown()[1]?.status).toBe(0)
    bridge.organizationsAnswer = ok([{ id: 30, name: 'New' }, ...three])
    void lists.refresh()
    await turns()
    expect(lists.coverage()).toMatchObject({ of: 4, missing: [30] })
    expect(shown()).toHaveLength(3)
  })
})

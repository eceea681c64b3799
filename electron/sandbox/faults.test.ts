import { describe, expect, it } from 'vitest'
import type { Fault } from './fault.ts'
import { createFaults } from './faults.ts'
import { paths, rows, testCore, valueOf, whole } from './test-core.ts'

const names = (answer: unknown) => (answer as { name: string }[]).map(({ name }) => name)
const reset = { kind: 'cut', at: 'reset' }

describe('which request a rule befalls', () => {
  const subject = { call: 'add', organizations: [24], names: ['A'], reused: false } as const
  const answer = (status: number): Fault => ({ kind: 'answer', status })

  it('befalls once, unless a count says otherwise', () => {
    const faults = createFaults()
    faults.add({ fault: answer(500) })
    expect([faults.take(subject), faults.take(subject)].map(({ instead }) => instead)).toEqual([
      answer(500),
      null
    ])
  })

  it('befalls from the nth match on', () => {
    const faults = createFaults()
    faults.add({ fault: answer(500), nth: 2, count: 2 })
    const taken = [1, 2, 3, 4].map(() => faults.take(subject).instead !== null)
    expect(taken).toEqual([false, true, true, false])
    expect(faults.rules()).toEqual([])
  })

  it('befalls one after another within a family, and together across families', () => {
    const faults = createFaults()
    faults.add({ fault: answer(503), count: 2 })
    faults.add({ fault: answer(429) })
    faults.add({ fault: { kind: 'drop-after' } })
    faults.add({ fault: { kind: 'skip-existing' } })
    const taken = [1, 2, 3, 4].map(() => faults.take(subject))
    expect(taken.map(({ instead }) => instead)).toEqual([
      answer(503),
      answer(503),
      answer(429),
      null
    ])
    expect(taken[3]).toMatchObject({
      bend: { kind: 'skip-existing' },
      spoil: { kind: 'drop-after' }
    })
    expect(taken[2]).toMatchObject({ bend: null, spoil: null })
  })

  it('matches by call, organization, name and reuse', () => {
    const never = (rule: object) => {
      const faults = createFaults()
      faults.add({ fault: answer(500), ...rule })
      return faults.take(subject).instead === null
    }
    expect(never({ call: 'add', organization: 24, name: 'A' })).toBe(false)
    expect(never({ call: 'list' })).toBe(true)
    expect(never({ organization: 25 })).toBe(true)
    expect(never({ name: 'B' })).toBe(true)
    expect(never({ fault: { kind: 'reset-reused' } })).toBe(true)
  })

  it('can be taken away, and refuses what could never befall', () => {
    const faults = createFaults()
    faults.add({ fault: answer(500) })()
    expect(faults.rules()).toEqual([])
    expect(() => faults.add({ fault: { kind: 'cut-list', rows: 1 }, call: 'add' })).toThrow(
      /cut-list/
    )
  })
})

describe('faults of an add', () => {
  /** Adds Alex Brown and Emma Davis under a fault. */
  async function adding(fault: Fault) {
    const test = testCore()
    test.core.faults.add({ fault, call: 'add' })
    const answer = await test.post(paths.add, rows('Alex Brown', 'Emma Davis'))
    const added = () => names(test.core.operators(24)).slice(3)
    return { ...test, answer, added }
  }
  const both = ['Alex Brown', 'Emma Davis']

  it.each([
    [{ kind: 'drop-before' }, reset, []],
    [{ kind: 'silence' }, { kind: 'cut', at: 'silence' }, []],
    [{ kind: 'drop-after' }, reset, both],
    [{ kind: 'silence-after' }, { kind: 'cut', at: 'silence' }, both],
    [{ kind: 'half-body' }, { kind: 'cut', at: 'half-body' }, both],
    [{ kind: 'answer', status: 503, retryAfter: 'tomorrow' }, { status: 503 }, []],
    [{ kind: 'answer-after', status: 503 }, { status: 503 }, both],
    [{ kind: 'partial', rows: 1 }, { status: 500 }, ['Alex Brown']],
    [{ kind: 'captive-portal' }, { status: 200 }, []],
    [{ kind: 'normalize', how: 'upper' }, { status: 200 }, ['ALEX BROWN', 'EMMA DAVIS']]
  ] as [Fault, object, string[]][])('%o', async (fault, expected, applied) => {
    const { added, answer, core } = await adding(fault)
    expect(answer).toMatchObject(expected)
    expect(added()).toEqual(applied)
    expect(core.ledger.entries()[0]?.faults).toEqual([fault.kind])
    expect(names(core.ledger.created())).toEqual(applied)
  })

  it('carries Retry-After as it is told', async () => {
    const { answer } = await adding({ kind: 'answer', status: 429, retryAfter: '999999999' })
    expect(whole(answer).headers['retry-after']).toBe('999999999')
    const without = await adding({ kind: 'answer', status: 429 })
    expect(whole(without.answer).headers).not.toHaveProperty('retry-after')
  })

  it.each([
    ['api', 'application/json; charset=utf-8', '"code":"FORBIDDEN"'],
    ['problem', 'application/problem+json; charset=utf-8', '"title":"Forbidden"'],
    ['text', 'text/plain; charset=utf-8', 'Refused'],
    ['empty', undefined, '']
  ] as const)('refuses in the form %s', async (form, type, part) => {
    const { answer } = await adding({ kind: 'answer', status: 403, form })
    expect(whole(answer).headers['content-type']).toBe(type)
    expect(whole(answer).body).toContain(part)
  })

  it('sends bad JSON after it applied', async () => {
    const { added, answer } = await adding({ kind: 'bad-json' })
    expect(added()).toEqual(both)
    expect(() => valueOf(answer)).toThrow(SyntaxError)
  })

  it('is slow', async () => {
    const { advance, core, post } = testCore({ settings: { latency: 10 } })
    core.faults.add({ fault: { kind: 'delay', ms: 90 } })
    const slow = post(paths.add, rows('Alex Brown'))
    await advance(99)
    expect(core.operators(24)).toHaveLength(3)
    await advance(1)
    expect(whole(await slow).status).toBe(200)
  })

  it.each([
    ['reset', reset],
    ['silence', { kind: 'cut', at: 'silence' }],
    ['timeout', { status: 504 }]
  ] as const)('applies late after a %s', async (how, expected) => {
    const { added, advance, answer, core } = await adding({
      kind: 'late-apply',
      after: 5000,
      answer: how
    })
    expect(answer).toMatchObject(expected)
    await advance(4999)
    expect(added()).toEqual([])
    await advance(1)
    expect(added()).toEqual(both)
    expect(core.ledger.entries()[0]).toMatchObject({ appliedAt: 5000, answeredAt: 0 })
  })

  it('applies late what was entitled when it came', async () => {
    const { added, advance, core, get } = await adding({
      kind: 'late-apply',
      after: 9,
      answer: 'reset'
    })
    core.faults.add({ fault: { kind: 'revoke-tokens' } })
    await get(paths.list)
    await advance(9)
    expect(added()).toEqual(both)
  })

  it('fails for one name only', async () => {
    const { core, post } = testCore()
    core.faults.add({ fault: { kind: 'answer', status: 422 }, name: 'Emma Davis', count: Infinity })
    expect(whole(await post(paths.add, rows(...both))).status).toBe(422)
    expect(whole(await post(paths.add, rows('Alex Brown'))).status).toBe(200)
    expect(whole(await post(paths.add, rows('Emma Davis'))).status).toBe(422)
  })

  it.each([
    [{ kind: 'reorder-rows' }, ['Emma Davis', 'Alex Brown']],
    [{ kind: 'fewer-rows' }, ['Alex Brown']],
    [{ kind: 'more-rows' }, [...both, 'Nobody Asked']],
    [{ kind: 'rename-rows' }, ['Alex Brown (2)', 'Emma Davis (2)']]
  ] as [Fault, string[]][])('answers other rows: %o', async (fault, expected) => {
    const { added, answer } = await adding(fault)
    expect(names(valueOf(answer))).toEqual(expected)
    expect(added()).toEqual(both)
  })

  it('writes ids as strings', async () => {
    const { answer } = await adding({ kind: 'string-ids' })
    expect(valueOf(answer)).toMatchObject([{ id: '104' }, { id: '105' }])
  })

  it('answers an id that existed instead of creating', async () => {
    const { added, answer } = await adding({ kind: 'known-id' })
    expect(valueOf(answer)).toMatchObject([{ id: 101 }, { id: 104, name: 'Emma Davis' }])
    expect(added()).toEqual(['Emma Davis'])
  })

  it('truly synchronizes: what exists is answered, not created', async () => {
    const { core, post } = testCore()
    core.faults.add({ fault: { kind: 'skip-existing' }, count: Infinity })
    const answer = await post(paths.add, rows('Mike Wilson', 'Alex Brown'))
    expect(valueOf(answer)).toEqual([
      { id: 103, name: 'Mike Wilson', status: 1 },
      { id: 104, name: 'Alex Brown', status: 0 }
    ])
    expect(core.operators(24)).toHaveLength(4)
  })

  it('stores names trimmed or composed', async () => {
    const { core, post } = testCore()
    core.faults.add({ fault: { kind: 'normalize', how: 'trim' } })
    core.faults.add({ fault: { kind: 'normalize', how: 'nfc' } })
    await post(paths.add, rows(' Zoe\u0308 '))
    await post(paths.add, rows(' Zoe\u0308 '))
    expect(names(core.operators(24)).slice(3)).toEqual(['Zoe\u0308', ' Zo\u00eb '])
  })

  it('resets a reused connection only', async () => {
    const { core, post } = testCore()
    core.faults.add({ fault: { kind: 'reset-reused' } })
    expect(whole(await post(paths.add, rows('A'))).status).toBe(200)
    expect(await post(paths.add, rows('B'), { reused: true })).toEqual(reset)
    expect(names(core.ledger.created())).toEqual(['A'])
    expect(core.ledger.of('add')).toHaveLength(2)
  })
})

describe('faults of a list', () => {
  async function listing(fault: Fault) {
    const test = testCore()
    await test.advance(1000)
    await test.post(paths.add, rows('Alex Brown'))
    await test.post(paths.status, { id: 101, status: 2 })
    await test.advance(1000)
    test.core.faults.add({ fault })
    return valueOf(await test.get(paths.list)) as { id: number; name: string; status: number }[]
  }
  const ids = (list: { id: number }[]) => list.map(({ id }) => id)

  it('is stale by as much as it is told', async () => {
    const old = await listing({ kind: 'stale-list', by: 1001 })
    expect(old).toMatchObject([{ id: 101, status: 0 }, { id: 102 }, { id: 103 }])
    const fresh = await listing({ kind: 'stale-list', by: 999 })
    expect(ids(fresh)).toEqual([101, 102, 103, 104])
    expect(fresh).toContainEqual(expect.objectContaining({ id: 101, status: 2 }))
  })

  it('is cut, or lacks the deleted', async () => {
    expect(ids(await listing({ kind: 'cut-list', rows: 2 }))).toEqual([101, 102])
    expect(ids(await listing({ kind: 'no-deleted' }))).toEqual([102, 103, 104])
  })

  it('belongs to another environment', async () => {
    const foreign = await listing({ kind: 'foreign-list' })
    expect(foreign).toHaveLength(4)
    expect(ids(foreign).some((id) => id < 1000)).toBe(false)
  })
})

describe('faults of signing in', () => {
  it('answers 401 from now on, until somebody signs in again', async () => {
    const { core, get, post } = testCore()
    const old = { authorization: `Bearer ${core.token()}` }
    core.faults.add({ fault: { kind: 'revoke-tokens' } })
    const statuses = [
      whole(await get(paths.list, old)).status,
      whole(await get(paths.organizations, old)).status
    ]
    const credentials = { login: 'supervisor', password: 'training' }
    const renewed = valueOf(await post(paths.signIn, credentials))
    const signedIn = await get(paths.list, { authorization: `Bearer ${String(renewed)}` })
    expect([...statuses, whole(signedIn).status]).toEqual([401, 401, 200])
  })

  it('cuts a body in the middle for every call, and the empty one by a reset', async () => {
    const { core, get, post } = testCore()
    core.faults.add({ fault: { kind: 'half-body' }, count: Infinity })
    expect(await get(paths.organizations)).toMatchObject({ at: 'half-body' })
    expect(await post(paths.status, { id: 101, status: 1 })).toEqual(reset)
  })
})

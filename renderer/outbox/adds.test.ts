import { describe, expect, it } from 'vitest'
import { refusal, reset } from './fake-hub.ts'
import { Rig } from './test-rig.ts'

describe('a name that appeared since it was queued', () => {
  async function appeared(): Promise<{ rig: Rig; add: string }> {
    const rig = new Rig()
    await rig.start({ paused: true })
    rig.lists.see(24)
    const [add] = await rig.add('Alex Brown')
    rig.hub.add('ALEX  brown')
    rig.outbox.pause(false)
    await rig.time.pass(1_000)
    return { rig, add: add! }
  }

  it('is a question, and nothing is sent', async () => {
    const { rig, add } = await appeared()
    const operators = [{ id: 105, name: 'ALEX  brown', status: 0 }]
    expect(rig.state(add)).toMatchObject({ question: { kind: 'name-appeared', operators } })
    expect(rig.hub.ledger).toHaveLength(0)
  })

  it('is used when the person says so', async () => {
    const { rig, add } = await appeared()
    await rig.outbox.answer([add], { kind: 'use', operatorId: 105 })
    expect(rig.state(add)).toMatchObject({ kind: 'matched', how: 'person', operatorId: 105 })
    expect(rig.hub.ledger).toHaveLength(0)
  })

  it('is used for many at once, each the only one that came up', async () => {
    const rig = new Rig()
    await rig.start({ paused: true })
    rig.lists.see(24)
    const [one, two] = await rig.add('Alex Brown', 'Emma Davis')
    for (const name of ['Alex Brown', 'Emma Davis', 'Emma Davis']) rig.hub.add(name)
    rig.outbox.pause(false)
    await rig.time.pass(1_000)
    await rig.outbox.answer([one!, two!], { kind: 'use-found' })
    expect(rig.state(one)).toMatchObject({ kind: 'matched', how: 'person' })
    expect(rig.state(two)).toMatchObject({ kind: 'needs-person' })
    expect(rig.hub.ledger).toHaveLength(0)
  })

  it('is added once more when the person says so', async () => {
    const { rig, add } = await appeared()
    await rig.outbox.answer([add], { kind: 'add-another' })
    await rig.time.pass(1_000)
    expect(rig.state(add)).toMatchObject({ kind: 'confirmed', operatorId: 106 })
  })

  it('is no question where it was known when it was queued, or is to be added anyway', async () => {
    const rig = new Rig()
    await rig.start({ paused: true })
    rig.lists.see(24)
    const [known] = await rig.add('John Smith')
    const edit = { kind: 'add', organizationId: 24, name: 'Alex Brown', addAnyway: true } as const
    const [anyway] = await rig.enqueue([edit])
    rig.hub.add('Alex Brown')
    rig.outbox.pause(false)
    await rig.time.pass(1_000)
    expect([rig.state(known).kind, rig.state(anyway).kind]).toEqual(['confirmed', 'confirmed'])
  })

  it('is no question where the row is our own', async () => {
    const rig = new Rig()
    await rig.start({ paused: true })
    rig.lists.see(24)
    const ids = await rig.add('Alex Brown', 'Alex Brown')
    rig.outbox.pause(false)
    await rig.time.pass(30_000)
    expect(ids.map((id) => rig.state(id).kind)).toEqual(['confirmed', 'confirmed'])
    expect(rig.hub.named('Alex Brown')).toHaveLength(2)
  })
})

describe('the reply to an add', () => {
  async function answered(
    change: (
      rows: { id: number; name: string; status: 0 | 1 | 2 }[]
    ) => { id: number; name: string; status: 0 | 1 | 2 }[],
    ...names: string[]
  ) {
    const rig = new Rig()
    await rig.start({ settleMs: 2_000 })
    rig.hub.misbehave = () => ({ kind: 'answers', change })
    const ids = await rig.add(...names)
    await rig.time.pass(20_000)
    return { rig, states: ids.map((id) => rig.state(id)) }
  }

  it('may come in any order', async () => {
    const { states } = await answered((rows) => rows.reverse(), 'Alex Brown', 'Emma Davis')
    expect(states).toMatchObject([{ operatorId: 105 }, { operatorId: 106 }])
  })

  it('may bear a single name that the service changed', async () => {
    const { states } = await answered(
      ([first, ...rest]) => [...rest, { ...first!, name: 'Brown, A.' }],
      'Alex Brown',
      'Emma Davis'
    )
    expect(states).toMatchObject([{ kind: 'confirmed', operatorId: 105 }, { kind: 'confirmed' }])
  })

  it('with fewer rows is made whole by a list, and nothing is sent again', async () => {
    const { rig, states } = await answered((rows) => rows.slice(1), 'Alex Brown', 'Emma Davis')
    expect(states).toMatchObject([{ kind: 'matched', how: 'lost-reply' }, { kind: 'confirmed' }])
    expect(rig.hub.ledger).toHaveLength(1)
  })

  it('with fewer rows gives nobody the row of another, though that one is forgotten with the store', async () => {
    const rig = new Rig()
    await rig.start()
    rig.hub.misbehave = () => ({ kind: 'answers', change: (rows) => rows.slice(0, 1) })
    const [, emma] = await rig.add('Alex Brown', 'Emma Davis')
    await rig.time.pass(200)
    rig.kill()
    rig.disk.lose()
    await rig.start()
    await rig.time.pass(5_000)
    expect(rig.state(emma)).toMatchObject({ kind: 'matched', how: 'lost-reply', operatorId: 106 })
    expect(rig.hub.ledger).toHaveLength(1)
  })

  it('that names nobody, and no list does, is a question and never sent again', async () => {
    const rig = new Rig()
    await rig.start({ settleMs: 2_000 })
    const before = rig.hub.rows()
    rig.hub.misbehave = () => ({ kind: 'answers', change: () => [] })
    rig.hub.spoilList = () => ({ ok: true, value: before })
    const [add] = await rig.add('Alex Brown')
    await rig.time.pass(60_000)
    expect(rig.state(add)).toMatchObject({ question: { kind: 'undecided' } })
    expect(rig.hub.ledger).toHaveLength(1)
  })

  it('with somebody who was there before is no answer, unless it is the name', async () => {
    const john = { id: 101, name: 'John Smith', status: 0 } as const
    const { states } = await answered(() => [john], 'Alex Brown')
    expect(states[0]).toMatchObject({ kind: 'matched', how: 'lost-reply', operatorId: 105 })
    const same = await answered(() => [{ ...john, name: 'JOHN SMITH' }], 'John Smith')
    expect(same.states[0]).toMatchObject({ kind: 'needs-person' })
  })

  it('that was there already ends as matched where the person wants the name anyway', async () => {
    const rig = new Rig()
    await rig.start()
    rig.hub.misbehave = () => ({
      kind: 'answers',
      change: () => [{ id: 101, name: 'John Smith', status: 0 }]
    })
    const edit = { kind: 'add', organizationId: 24, name: 'John Smith', addAnyway: true } as const
    const [add] = await rig.enqueue([edit])
    await rig.time.pass(1_000)
    expect(rig.state(add)).toMatchObject({ kind: 'matched', how: 'already-there', operatorId: 101 })
  })

  it('gives an operator to one entry only', async () => {
    const rig = new Rig()
    await rig.start({ settleMs: 2_000 })
    rig.hub.misbehave = () => ({
      kind: 'answers',
      change: () => [{ id: 101, name: 'John Smith', status: 0 }]
    })
    const edit = { kind: 'add', organizationId: 24, name: 'John Smith', addAnyway: true } as const
    const [first, second] = await rig.enqueue([edit, edit])
    await rig.time.pass(60_000)
    expect(rig.state(first)).toMatchObject({ operatorId: 101 })
    expect(rig.state(second)).not.toMatchObject({ operatorId: 101 })
  })
})

describe('what cannot be known yet', () => {
  it('a row that belongs to another add of the name is not taken for what this one did', async () => {
    const rig = new Rig()
    await rig.start({ settleMs: 2_000 })
    rig.hub.misbehave = () =>
      rig.hub.ledger.length === 1 ? { kind: 'fails', failure: refusal(422) } : null
    const [rejected] = await rig.add('Alex Brown')
    await rig.time.pass(5_000)
    const [other] = await rig.add('Alex Brown')
    await rig.time.pass(20_000)
    await rig.outbox.retry([rejected!])
    await rig.time.pass(20_000)
    expect(rig.state(other)).toMatchObject({ kind: 'confirmed', operatorId: 105 })
    expect(rig.state(rejected)).toMatchObject({ kind: 'confirmed', operatorId: 106 })
    expect(rig.hub.named('Alex Brown')).toHaveLength(2)
  })

  it('a row that was there before is never taken for what a lost request did', async () => {
    const rig = new Rig()
    await rig.start({ settleMs: 2_000 })
    rig.hub.misbehave = () => (rig.hub.ledger.length === 1 ? { kind: 'dropped' } : null)
    const edit = { kind: 'add', organizationId: 24, name: 'John Smith', addAnyway: true } as const
    const [add] = await rig.enqueue([edit])
    await rig.time.pass(20_000)
    expect(rig.hub.ledger).toHaveLength(2)
    expect(rig.state(add)).toMatchObject({ kind: 'confirmed', operatorId: 105 })
  })

  it('a late row is adopted instead of sent again, however long it took', async () => {
    const rig = new Rig()
    await rig.start({ settleMs: 2_000 })
    rig.hub.misbehave = () =>
      rig.hub.ledger.length === 1 ? { kind: 'lost-late', after: 1_500 } : null
    const [add] = await rig.add('Alex Brown')
    await rig.time.pass(20_000)
    expect(rig.state(add)).toMatchObject({ kind: 'matched', how: 'lost-reply' })
    expect(rig.hub.ledger).toHaveLength(1)
  })

  it('a row that comes after the settle time is flagged as a possible duplicate', async () => {
    const rig = new Rig()
    await rig.start({ settleMs: 2_000 })
    rig.hub.misbehave = () =>
      rig.hub.ledger.length === 1 ? { kind: 'lost-late', after: 30_000 } : null
    const [add] = await rig.add('Alex Brown')
    await rig.time.pass(60_000)
    expect(rig.state(add)).toMatchObject({ kind: 'confirmed' })
    rig.show()
    await rig.time.pass(100)
    const [duplicate] = rig.outbox.view().possibleDuplicates
    expect(duplicate).toMatchObject({ name: 'Alex Brown', operators: [{ id: 105 }, { id: 106 }] })
    rig.hub.set(106, 2)
    rig.show()
    await rig.time.pass(100)
    expect(rig.outbox.view().possibleDuplicates).toEqual([])
  })

  it('a possible duplicate stays flagged when another reply about the name is lost', async () => {
    const rig = new Rig()
    await rig.start({ settleMs: 2_000 })
    rig.hub.misbehave = () =>
      rig.hub.ledger.length === 1 ? { kind: 'lost-late', after: 30_000 } : null
    await rig.add('Alex Brown')
    await rig.time.pass(60_000)
    rig.lists.see(24)
    rig.show()
    rig.hub.misbehave = () => ({ kind: 'lost' })
    const [another] = await rig.add('Alex Brown')
    await rig.time.pass(60_000)
    expect(rig.state(another)).toMatchObject({ kind: 'matched', operatorId: 107 })
    rig.show()
    await rig.time.pass(100)
    const [duplicate] = rig.outbox.view().possibleDuplicates
    expect(duplicate).toMatchObject({ operators: [{ id: 105 }, { id: 106 }, { id: 107 }] })
  })

  it('"none" needs two lists that agree: one that lags proves nothing', async () => {
    const rig = new Rig()
    await rig.start({ settleMs: 8_000 })
    const before = rig.hub.rows()
    let lagging = 4
    rig.hub.spoilList = (_, rows) => ({ ok: true, value: (lagging -= 1) >= 0 ? before : rows })
    rig.hub.misbehave = () => ({ kind: 'lost' })
    const [add] = await rig.add('Alex Brown')
    await rig.time.pass(30_000)
    expect(rig.hub.ledger).toHaveLength(1)
    expect(rig.state(add)).toMatchObject({ kind: 'matched' })
  })

  it('a list that lacks known operators concludes nothing, until three agree', async () => {
    const rig = new Rig()
    await rig.start({ settleMs: 1_000 })
    rig.lists.see(24)
    let cuts = 0
    rig.hub.spoilList = (_, rows) => ({
      ok: true,
      value: (cuts += 1) <= 2 ? rows.slice(0, 1) : rows
    })
    const [add] = await rig.add('Alex Brown')
    await rig.time.pass(900)
    expect(rig.hub.ledger).toHaveLength(0)
    await rig.time.pass(10_000)
    expect(rig.state(add)).toMatchObject({ kind: 'confirmed' })
    rig.hub.spoilList = (_, rows) => ({ ok: true, value: rows.slice(1) })
    const [next] = await rig.add('Emma Davis')
    await rig.time.pass(30_000)
    expect(rig.state(next)).toMatchObject({ kind: 'confirmed' })
  })

  it('deleted operators may be missing', async () => {
    const rig = new Rig()
    await rig.start()
    rig.hub.set(103, 2)
    rig.lists.see(24)
    rig.hub.spoilList = (_, rows) => ({
      ok: true,
      value: rows.filter(({ status }) => status !== 2)
    })
    const [add] = await rig.add('Alex Brown')
    await rig.time.pass(500)
    expect(rig.state(add)).toMatchObject({ kind: 'confirmed' })
  })

  it('an operator of ours that no list ever showed makes the adds of its organization a question', async () => {
    const rig = new Rig()
    await rig.start()
    const before = rig.hub.rows()
    rig.hub.spoilList = () => ({ ok: true, value: before })
    const [first] = await rig.add('Alex Brown')
    await rig.time.pass(15_000)
    const [second] = await rig.add('Emma Davis')
    await rig.time.pass(60_000)
    expect(rig.state(first)).toMatchObject({ kind: 'confirmed' })
    expect(rig.state(second)).toMatchObject({
      question: { kind: 'list-unreliable', operatorId: 105 }
    })
    await rig.outbox.answer([second!], { kind: 'add-another' })
    await rig.time.pass(20_000)
    expect(rig.state(second)).toMatchObject({ kind: 'confirmed' })
  })

  it('lists that fail conclude nothing, and are asked for ever more slowly', async () => {
    const rig = new Rig()
    await rig.start({ settleMs: 1_000 })
    rig.hub.misbehave = () => ({ kind: 'dropped' })
    const [add] = await rig.add('Alex Brown')
    await rig.time.pass(500)
    rig.hub.spoilList = () => ({ ok: false, failure: reset })
    await rig.time.pass(600_000)
    expect(rig.state(add)).toMatchObject({ kind: 'verifying' })
    expect(rig.hub.lists).toBeLessThan(40)
    expect(rig.hub.lists).toBeGreaterThan(8)
    expect(refusal(500).kind).toBe('refused')
  })
})

describe('throughput', () => {
  it('needs one list for all that begins within ten seconds of it', async () => {
    const rig = new Rig()
    await rig.start()
    await rig.add(...Array.from({ length: 1_000 }, (_, index) => `Operator ${index}`))
    await rig.time.pass(2_000)
    expect(rig.outbox.view().counts.confirmed).toBe(1_000)
    expect([rig.hub.lists, rig.hub.ledger.length]).toEqual([1, 10])
  })

  it('keeps several requests under way', async () => {
    const rig = new Rig()
    await rig.start()
    rig.hub.latency = 1_000
    await rig.add(...Array.from({ length: 700 }, (_, index) => `Operator ${index}`))
    await rig.time.pass(1_500)
    expect(rig.hub.ledger).toHaveLength(7)
    expect(rig.outbox.view().queue).toMatchObject({ kind: 'sending', total: 700 })
  })
})

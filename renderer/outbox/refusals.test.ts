import { describe, expect, it } from 'vitest'
import { refusal } from './fake-hub.ts'
import { Rig } from './test-rig.ts'

const names = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `Operator ${index}`)

describe('a refused batch', () => {
  it('is halved until the one that is refused is alone, and the other 99 land', async () => {
    const rig = new Rig()
    await rig.start()
    rig.hub.misbehave = (attempt) => {
      const poisoned = attempt.entries.some(({ name }) => name === 'Operator 42')
      return poisoned ? { kind: 'fails', failure: refusal(422) } : null
    }
    const ids = await rig.add(...names(100))
    await rig.time.pass(60_000)
    expect(rig.outbox.view().counts).toMatchObject({ confirmed: 99, rejected: 1 })
    expect(rig.state(ids[42])).toMatchObject({ kind: 'rejected', failure: { words: 'status 422' } })
    expect(rig.hub.ledger.length).toBeLessThanOrEqual(16)
  })

  it('adopts what landed in spite of the refusal', async () => {
    const rig = new Rig()
    await rig.start()
    rig.hub.misbehave = (attempt) => {
      if (rig.hub.ledger.length > 1) return null
      for (const { name } of attempt.entries.slice(0, 2)) rig.hub.add(name)
      return { kind: 'fails', failure: refusal(400) }
    }
    await rig.add(...names(4))
    await rig.time.pass(10_000)
    expect(rig.outbox.view().counts).toMatchObject({ matched: 2, confirmed: 2 })
    expect(rig.hub.rows().filter(({ name }) => name.startsWith('Operator'))).toHaveLength(4)
  })

  it('is halved at 413 without looking anything up', async () => {
    const rig = new Rig()
    await rig.start()
    rig.hub.misbehave = ({ entries }) =>
      entries.length > 30 ? { kind: 'fails', failure: refusal(413) } : null
    await rig.add(...names(100))
    await rig.time.pass(2_000)
    expect(rig.outbox.view().counts.confirmed).toBe(100)
    expect(rig.hub.lists).toBe(1)
  })

  it('waits again when the person tries it again', async () => {
    const rig = new Rig()
    await rig.start()
    rig.hub.misbehave = () => ({ kind: 'fails', failure: refusal(422) })
    const [add] = await rig.add('Alex Brown')
    await rig.time.pass(5_000)
    expect(rig.state(add)).toMatchObject({ kind: 'rejected' })
    rig.hub.misbehave = () => null
    await rig.outbox.retry([add!])
    await rig.time.pass(5_000)
    expect(rig.state(add)).toMatchObject({ kind: 'confirmed' })
  })

  it('gives way to a corrected name', async () => {
    const rig = new Rig()
    await rig.start()
    rig.hub.misbehave = ({ entries }) =>
      entries[0].name === 'Bad' ? { kind: 'fails', failure: refusal(422) } : null
    const [add] = await rig.add('Bad')
    await rig.time.pass(5_000)
    const renamed = await rig.outbox.rename(add!, 'Good')
    await rig.time.pass(5_000)
    const id = renamed.ok ? renamed.value.id : ''
    expect(rig.state(add)).toMatchObject({ kind: 'superseded', by: id })
    expect(rig.state(id)).toMatchObject({ kind: 'confirmed' })
  })
})

describe('a server that fails', () => {
  it('on one name holds up only that one', async () => {
    const rig = new Rig()
    await rig.start({ settleMs: 1_000 })
    rig.hub.misbehave = ({ entries }) =>
      entries.some(({ name }) => name === 'Operator 3')
        ? { kind: 'fails', failure: refusal(500) }
        : null
    const ids = await rig.add(...names(8))
    await rig.time.pass(120_000)
    expect(rig.outbox.view().counts.confirmed).toBe(7)
    expect(rig.state(ids[3])).toMatchObject({
      kind: 'needs-person',
      question: { kind: 'undecided' }
    })
  })

  it('with 503 may have done it: nothing is sent again before it was looked up', async () => {
    const rig = new Rig()
    await rig.start()
    rig.hub.misbehave = (attempt) => {
      rig.hub.add(attempt.entries[0].name)
      return { kind: 'fails', failure: refusal(503, 1_000) }
    }
    const [add] = await rig.add('Alex Brown')
    await rig.time.pass(5_000)
    expect(rig.state(add)).toMatchObject({ kind: 'matched', how: 'lost-reply' })
    expect(rig.hub.ledger).toHaveLength(1)
  })

  it('at one status does not hold up another', async () => {
    const rig = new Rig()
    await rig.start()
    rig.hub.misbehave = (attempt) =>
      attempt.kind === 'set-status' && attempt.operatorId === 101
        ? { kind: 'fails', failure: refusal(500) }
        : null
    await rig.setStatus(101, 0, 1)
    const other = await rig.setStatus(102, 0, 1)
    await rig.time.pass(2_000)
    expect(rig.state(other)).toMatchObject({ kind: 'confirmed' })
  })
})

describe('an organization that refuses', () => {
  it.each([403, 404, 405, 415])(
    'with %i pauses alone, with the words of the service',
    async (status) => {
      const rig = new Rig()
      rig.hub.organizations.set(25, [])
      await rig.start()
      const failure = refusal(status)
      rig.hub.misbehave = (attempt) =>
        attempt.organizationId === 24 ? { kind: 'fails', failure } : null
      const [paused, other] = await rig.enqueue([
        { kind: 'add', organizationId: 24, name: 'Alex Brown', addAnyway: false },
        { kind: 'add', organizationId: 25, name: 'Emma Davis', addAnyway: false }
      ])
      await rig.time.pass(2_000)
      expect(rig.state(paused)).toEqual({
        kind: 'waiting',
        reason: { kind: 'organization-paused', failure }
      })
      expect(rig.state(other)).toMatchObject({ kind: 'confirmed' })
      expect(rig.outbox.view().queue).toMatchObject({ kind: 'paused', why: 'refused', waiting: 1 })
      rig.hub.misbehave = () => null
      await rig.time.pass(310_000)
      expect(rig.state(paused)).toMatchObject({ kind: 'confirmed' })
    }
  )

  it('its list pauses likewise', async () => {
    const rig = new Rig()
    await rig.start()
    rig.hub.spoilList = () => ({ ok: false, failure: refusal(403) })
    const [add] = await rig.add('Alex Brown')
    await rig.time.pass(60_000)
    expect(rig.hub.lists).toBe(1)
    expect(rig.state(add)).toMatchObject({ reason: { kind: 'organization-paused' } })
  })
})

describe('a rate limit', () => {
  it.each([
    [2_000, 2_000],
    [999_999_999, 300_000]
  ])('of %i ms is waited for, up to a sane %i ms', async (told, waited) => {
    const rig = new Rig()
    await rig.start()
    rig.hub.misbehave = () =>
      rig.hub.ledger.length === 1 ? { kind: 'fails', failure: refusal(429, told) } : null
    const [add] = await rig.add('Alex Brown')
    await rig.time.pass(waited)
    expect(rig.hub.ledger).toHaveLength(1)
    expect(rig.outbox.view().queue).toMatchObject({ kind: 'paused', why: 'rate-limited' })
    await rig.time.pass(2_000)
    expect(rig.state(add)).toMatchObject({ kind: 'confirmed' })
  })
})

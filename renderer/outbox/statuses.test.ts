import { describe, expect, it } from 'vitest'
import { pack } from '../../shared/operator-columns.ts'
import { refusal, refusedConnection } from './fake-hub.ts'
import { Rig } from './test-rig.ts'

async function paused(): Promise<Rig> {
  const rig = new Rig()
  await rig.start({ paused: true })
  return rig
}

describe('a status', () => {
  it('that a colleague changed meanwhile is a conflict, and is not sent', async () => {
    const rig = await paused()
    const entry = await rig.setStatus(101, 0, 1)
    rig.hub.set(101, 2)
    rig.outbox.pause(false)
    await rig.time.pass(1_000)
    const question = { kind: 'status-conflict', from: 0, to: 1, now: 2 }
    expect(rig.state(entry)).toMatchObject({ kind: 'needs-person', question })
    expect(rig.hub.ledger).toHaveLength(0)
    await rig.outbox.answer([entry], { kind: 'mine' })
    await rig.time.pass(1_000)
    expect(rig.state(entry)).toMatchObject({ kind: 'confirmed' })
    expect(rig.hub.rows()[0]?.status).toBe(1)
  })

  it('is left as theirs when the person says so', async () => {
    const rig = await paused()
    const entry = await rig.setStatus(101, 0, 1)
    rig.hub.set(101, 2)
    rig.outbox.pause(false)
    await rig.time.pass(1_000)
    await rig.outbox.answer([entry], { kind: 'theirs' })
    await rig.time.pass(1_000)
    expect(rig.state(entry)).toMatchObject({ kind: 'cancelled' })
    expect(rig.hub.rows()[0]?.status).toBe(2)
  })

  it('that is as wanted already costs no request', async () => {
    const rig = await paused()
    const entry = await rig.setStatus(101, 0, 1)
    rig.hub.set(101, 1)
    rig.outbox.pause(false)
    await rig.time.pass(1_000)
    expect(rig.state(entry)).toMatchObject({ kind: 'confirmed' })
    expect(rig.hub.ledger).toHaveLength(0)
  })

  it('is compared anew after an outage', async () => {
    const rig = new Rig()
    await rig.start()
    await rig.setStatus(101, 0, 1)
    await rig.time.pass(500)
    rig.tell('connection', {
      kind: 'offline',
      failure: refusedConnection,
      since: 0,
      nextProbeAt: 0
    })
    const entry = await rig.setStatus(102, 0, 1)
    rig.hub.set(102, 2)
    rig.tell('connection', { kind: 'online' })
    await rig.time.pass(1_000)
    expect(rig.state(entry)).toMatchObject({ question: { kind: 'status-conflict', now: 2 } })
  })

  it('never goes over what the grid was shown after our own reply', async () => {
    const rig = new Rig()
    await rig.start()
    await rig.setStatus(101, 0, 1)
    await rig.time.pass(500)
    rig.hub.set(101, 2)
    rig.show()
    await rig.time.pass(50)
    const entry = await rig.setStatus(101, 1, 0)
    await rig.time.pass(500)
    expect(rig.state(entry)).toMatchObject({ question: { kind: 'status-conflict', now: 2 } })
    expect(rig.hub.ledger).toHaveLength(1)
  })

  it('is sent again only over a list that was asked for after the reply was lost', async () => {
    const rig = new Rig()
    await rig.start()
    rig.hub.misbehave = () => ({ kind: 'dropped' })
    const askedAt = rig.time.monotonic()
    const list = { columns: pack(rig.hub.rows()), at: rig.time.wall() }
    const entry = await rig.setStatus(101, 0, 1)
    await rig.time.pass(105)
    expect(rig.state(entry)).toMatchObject({ kind: 'waiting' })
    rig.hub.set(101, 2)
    rig.outbox.seen(24, list, askedAt)
    await rig.time.pass(5_000)
    expect(rig.state(entry)).toMatchObject({ question: { kind: 'status-conflict', now: 2 } })
    expect(rig.hub.ledger).toHaveLength(1)
  })

  it('follows the one before it, and never waits for a list to show that one', async () => {
    const rig = new Rig()
    await rig.start()
    await rig.setStatus(101, 0, 1)
    await rig.time.pass(60)
    const next = await rig.setStatus(101, 1, 2)
    expect(rig.state(next)).toMatchObject({ reason: { kind: 'earlier' } })
    await rig.time.pass(1_000)
    expect(rig.state(next)).toMatchObject({ kind: 'confirmed' })
    expect(rig.hub.lists).toBe(1)
  })

  it('is squashed with an unsent one: what was seen first, what is wanted last', async () => {
    const rig = await paused()
    const first = await rig.setStatus(101, 0, 1)
    const second = await rig.setStatus(101, 1, 2)
    rig.outbox.pause(false)
    await rig.time.pass(1_000)
    expect(rig.state(first)).toMatchObject({ kind: 'superseded', by: second })
    expect(rig.state(second)).toMatchObject({ kind: 'confirmed' })
    expect(rig.hub.ledger).toHaveLength(1)
  })

  it('and its opposite both end without a request', async () => {
    const rig = await paused()
    const first = await rig.setStatus(101, 0, 1)
    const second = await rig.setStatus(101, 1, 0)
    rig.outbox.pause(false)
    await rig.time.pass(1_000)
    expect(rig.state(first)).toMatchObject({ kind: 'superseded' })
    expect(rig.state(second)).toMatchObject({ kind: 'superseded', by: null })
    expect(rig.hub.ledger).toHaveLength(0)
  })

  it('is never squashed with one that may have been sent', async () => {
    const rig = new Rig()
    await rig.start()
    rig.hub.misbehave = () => (rig.hub.ledger.length === 1 ? { kind: 'dropped' } : null)
    const first = await rig.setStatus(101, 0, 1)
    await rig.time.pass(150)
    const second = await rig.setStatus(101, 1, 2)
    await rig.time.pass(30_000)
    expect(rig.state(first)).toMatchObject({ kind: 'confirmed' })
    expect(rig.state(second)).toMatchObject({ kind: 'confirmed' })
    expect(
      rig.hub.ledger.map((attempt) => attempt.kind === 'set-status' && attempt.status)
    ).toEqual([1, 1, 2])
  })

  it('of somebody whom no list shows is a question, unless it is Deleted', async () => {
    const rig = await paused()
    const wanted = await rig.setStatus(101, 0, 1)
    const removed = await rig.setStatus(102, 0, 2)
    rig.hub.organizations.set(
      24,
      rig.hub.rows().filter(({ id }) => id === 103)
    )
    rig.outbox.pause(false)
    await rig.time.pass(20_000)
    expect(rig.state(wanted)).toMatchObject({
      question: { kind: 'operator-missing', operatorId: 101 }
    })
    expect(rig.state(removed)).toMatchObject({ kind: 'confirmed' })
  })

  it('answered by 404 pauses the organization only if a list still shows the operator', async () => {
    const rig = new Rig()
    await rig.start()
    rig.hub.misbehave = () => ({ kind: 'fails', failure: refusal(404) })
    const entry = await rig.setStatus(101, 0, 1)
    await rig.time.pass(2_000)
    expect(rig.state(entry)).toMatchObject({
      kind: 'waiting',
      reason: { kind: 'organization-paused' }
    })
    expect(rig.hub.lists).toBe(2)
  })

  it('refused for what it says is rejected with the words', async () => {
    const rig = new Rig()
    await rig.start()
    rig.hub.misbehave = () => ({ kind: 'fails', failure: refusal(422) })
    const entry = await rig.setStatus(101, 0, 1)
    await rig.time.pass(1_000)
    expect(rig.state(entry)).toMatchObject({ kind: 'rejected', failure: { status: 422 } })
  })
})

describe('somebody who does not exist yet', () => {
  const status = (entryId: string) =>
    ({
      kind: 'set-status',
      organizationId: 24,
      operator: { kind: 'created-by', entryId },
      name: 'Alex Brown',
      from: 0,
      to: 1,
      after: null
    }) as const

  it('is created first', async () => {
    const rig = await paused()
    const [add] = await rig.add('Alex Brown')
    const [entry] = await rig.enqueue([status(add!)])
    expect(rig.state(entry)).toEqual({
      kind: 'waiting',
      reason: { kind: 'creation', entryId: add }
    })
    rig.outbox.pause(false)
    await rig.time.pass(1_000)
    expect(rig.state(entry)).toMatchObject({ kind: 'confirmed', operatorId: 105 })
    expect(rig.hub.named('Alex Brown')[0]?.status).toBe(1)
  })

  it('takes along those who waited when the add is discarded', async () => {
    const rig = await paused()
    const [add] = await rig.add('Alex Brown')
    const [entry] = await rig.enqueue([status(add!)])
    await rig.outbox.discard([add!])
    expect(rig.state(entry)).toMatchObject({ kind: 'cancelled' })
  })

  it('is waited for under its corrected name too', async () => {
    const rig = await paused()
    const [add] = await rig.add('Alxe Brown')
    const [entry] = await rig.enqueue([status(add!)])
    await rig.outbox.rename(add!, 'Alex Brown')
    rig.outbox.pause(false)
    await rig.time.pass(1_000)
    expect(rig.state(entry)).toMatchObject({ kind: 'confirmed', operatorId: 105 })
  })

  it('lets the old one go only once the new one exists', async () => {
    const rig = new Rig()
    await rig.start()
    rig.hub.misbehave = (attempt) =>
      attempt.kind === 'add' ? { kind: 'fails', failure: refusal(422) } : null
    const [add] = await rig.add('Alex Braun')
    const [old] = await rig.enqueue([
      {
        ...status(''),
        operator: { kind: 'known', id: 101 },
        name: 'John Smith',
        to: 2,
        after: add!
      }
    ])
    await rig.time.pass(10_000)
    expect(rig.state(old)).toMatchObject({
      kind: 'waiting',
      reason: { kind: 'creation', entryId: add }
    })
    rig.hub.misbehave = () => null
    await rig.outbox.retry([add!])
    await rig.time.pass(10_000)
    expect(rig.state(old)).toMatchObject({ kind: 'confirmed', operatorId: 101 })
  })
})

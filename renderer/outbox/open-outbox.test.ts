import { describe, expect, it } from 'vitest'
import type { Edit } from '../../shared/edit.ts'
import { refusal, refusedConnection, reset } from './fake-hub.ts'
import { Rig } from './test-rig.ts'

const emma = { kind: 'add', organizationId: 24, name: 'Emma Davis', addAnyway: false } as const

describe('an edit', () => {
  it('is sent and confirmed', async () => {
    const rig = new Rig()
    await rig.start()
    const [add] = await rig.add('Alex Brown')
    expect(rig.state(add)).toEqual({ kind: 'waiting', reason: null })
    await rig.time.pass(1_000)
    expect(rig.state(add)).toMatchObject({ kind: 'confirmed', operatorId: 105 })
    expect(rig.hub.named('Alex Brown')).toHaveLength(1)
    expect(rig.outbox.view().queue).toEqual({ kind: 'idle' })
    expect(rig.disk.ended.get(add ?? '')).toBe('confirmed')
    expect(rig.bugs).toEqual([])
  })

  it('travels with others of its organization, each name once in a request', async () => {
    const rig = new Rig()
    await rig.start()
    const names = Array.from({ length: 250 }, (_, index) => `Operator ${index}`)
    await rig.add(...names, 'operator 0')
    await rig.time.pass(2_000)
    expect(rig.hub.ledger.map(({ entries }) => entries.length)).toEqual([100, 100, 50, 1])
    expect(rig.outbox.view().counts.confirmed).toBe(251)
  })

  it('sets a status over what the person saw', async () => {
    const rig = new Rig()
    await rig.start()
    const entry = await rig.setStatus(101, 0, 1)
    await rig.time.pass(1_000)
    expect(rig.state(entry)).toMatchObject({ kind: 'confirmed', operatorId: 101 })
    expect(rig.hub.rows()[0]?.status).toBe(1)
  })
})

describe('an action whose edits depend on each other', () => {
  const replacement: readonly Edit[] = [
    { kind: 'add', organizationId: 24, name: 'Jon Smith', addAnyway: false },
    {
      ...{ kind: 'set-status', organizationId: 24, name: 'John Smith', from: 0, to: 2 },
      ...{ operator: { kind: 'known', id: 101 }, after: 'corrected' }
    }
  ]

  it('is accepted as one, and carried out in order', async () => {
    const rig = new Rig()
    await rig.start()
    const accepted = await rig.outbox.enqueue(replacement, 'corrected')
    const entries = accepted.ok ? accepted.value : []
    expect(entries.map(({ id }) => id)[0]).toBe('corrected')
    expect(new Set(entries.map(({ actionId }) => actionId)).size).toBe(1)
    await rig.time.pass(3_000)
    expect(rig.hub.named('Jon Smith')).toHaveLength(1)
    expect(rig.hub.rows()[0]).toMatchObject({ id: 101, status: 2 })
  })

  it('is taken back as one', async () => {
    const rig = new Rig()
    await rig.start()
    rig.outbox.pause(true)
    await rig.outbox.enqueue(replacement, 'corrected')
    expect(rig.outbox.undoable()).toMatchObject({ kind: 'unsent', entryIds: { length: 2 } })
  })
})

describe('discarding', () => {
  it('leaves alone what is being sent or looked up, and ends what waits', async () => {
    const rig = new Rig()
    await rig.start()
    rig.hub.misbehave = () => ({ kind: 'dropped' })
    const [sending] = await rig.add('Alex Brown')
    await rig.time.pass(60)
    const [waiting] = await rig.add('Alex Brown')
    await rig.outbox.discard([sending!, waiting!])
    expect(rig.state(sending)).toMatchObject({ kind: 'sending' })
    expect(rig.state(waiting)).toMatchObject({ kind: 'cancelled' })
    await rig.time.pass(500)
    await rig.outbox.discard([sending!])
    expect(rig.state(sending)).toMatchObject({ kind: 'verifying' })
  })
})

describe('a lost reply', () => {
  it('is looked up, and the row adopted as soon as it shows', async () => {
    const rig = new Rig()
    await rig.start()
    rig.hub.misbehave = () => ({ kind: 'lost' })
    const [add] = await rig.add('Alex Brown')
    await rig.time.pass(500)
    expect(rig.state(add)).toMatchObject({ kind: 'verifying' })
    await rig.time.pass(1_500)
    expect(rig.state(add)).toMatchObject({ kind: 'matched', how: 'lost-reply', operatorId: 105 })
    expect(rig.hub.ledger).toHaveLength(1)
  })

  it('is sent again only after the settle time and two lists that agree', async () => {
    const rig = new Rig()
    await rig.start()
    rig.hub.misbehave = () => (rig.hub.ledger.length === 1 ? { kind: 'dropped' } : null)
    const [add] = await rig.add('Alex Brown')
    await rig.time.pass(67_000)
    expect(rig.hub.ledger).toHaveLength(1)
    await rig.time.pass(5_000)
    expect(rig.hub.ledger).toHaveLength(2)
    expect(rig.state(add)).toMatchObject({ kind: 'confirmed' })
    expect(rig.hub.named('Alex Brown')).toHaveLength(1)
  })

  it('holds up only its own name', async () => {
    const rig = new Rig()
    await rig.start()
    rig.hub.misbehave = () => (rig.hub.ledger.length === 1 ? { kind: 'dropped' } : null)
    const [first] = await rig.add('Alex Brown')
    await rig.time.pass(500)
    const [same, other] = await rig.add('alex brown', 'Emma Davis')
    await rig.time.pass(1_000)
    expect(rig.state(other)).toMatchObject({ kind: 'confirmed' })
    expect(rig.state(same)).toEqual({
      kind: 'waiting',
      reason: { kind: 'earlier', entryId: first }
    })
  })

  it('becomes a question once the add was found missing three times', async () => {
    const rig = new Rig()
    await rig.start()
    rig.hub.misbehave = () => ({ kind: 'dropped' })
    const [add] = await rig.add('Alex Brown')
    await rig.time.pass(300_000)
    expect(rig.hub.ledger).toHaveLength(3)
    expect(rig.state(add)).toMatchObject({
      kind: 'needs-person',
      question: { kind: 'undecided', candidates: [] }
    })
  })
})

describe('the whole queue', () => {
  it('pauses at a refused token, sends nothing, and goes on once it is renewed', async () => {
    const rig = new Rig()
    await rig.start()
    rig.hub.misbehave = () => ({ kind: 'fails', failure: refusal(401) })
    const [add] = await rig.add('Alex Brown')
    await rig.time.pass(1_000)
    const { ledger, lists } = rig.hub
    expect(rig.outbox.view().queue).toEqual({ kind: 'paused', why: 'signed-out', waiting: 1 })
    await rig.time.pass(3_600_000)
    expect([rig.hub.ledger.length, rig.hub.lists]).toEqual([ledger.length, lists])
    rig.hub.misbehave = () => null
    rig.outbox.signedIn()
    await rig.time.pass(1_000)
    expect(rig.state(add)).toMatchObject({ kind: 'confirmed' })
  })

  it('waits while the service cannot be reached, and drains when main says that it can', async () => {
    const rig = new Rig()
    await rig.start()
    rig.hub.spoilList = () => ({ ok: false, failure: refusedConnection })
    const [add] = await rig.add('Alex Brown')
    await rig.time.pass(60)
    expect(rig.outbox.view().queue).toMatchObject({ kind: 'paused', why: 'offline' })
    rig.tell('connection', {
      kind: 'offline',
      failure: refusedConnection,
      since: 0,
      nextProbeAt: 0
    })
    await rig.time.pass(600_000)
    expect(rig.hub.lists).toBe(1)
    rig.hub.spoilList = (_, rows) => ({ ok: true, value: rows })
    rig.tell('connection', { kind: 'online' })
    await rig.time.pass(1_000)
    expect(rig.state(add)).toMatchObject({ kind: 'confirmed' })
  })

  it('accepts nothing that it cannot store, and says why', async () => {
    const rig = new Rig()
    await rig.start()
    const full = {
      kind: 'not-stored',
      cause: 'disk-full',
      place: 'outbox',
      code: 'QuotaExceededError'
    } as const
    rig.disk.full = full
    const edit = { kind: 'add', organizationId: 24, name: 'Alex Brown', addAnyway: false } as const
    expect(await rig.outbox.enqueue([edit])).toEqual({ ok: false, failure: full })
    expect(rig.outbox.view().entries.size).toBe(0)
    await rig.time.pass(1)
    expect(rig.outbox.view().queue).toMatchObject({ kind: 'paused', why: 'storage' })
    rig.disk.full = null
    await rig.time.pass(60_000)
    expect(rig.outbox.view().queue).toEqual({ kind: 'idle' })
    expect(await rig.outbox.enqueue([edit])).toMatchObject({ ok: true })
  })
})

describe('after a crash', () => {
  it('counts what is to be sent, not what was sent before', async () => {
    const rig = new Rig()
    await rig.start()
    await rig.add('Alex Brown', 'Emma Davis')
    await rig.time.pass(1_000)
    rig.kill()
    await rig.start({ paused: true })
    await rig.add('Noa Levi')
    rig.kill()
    rig.hub.latency = 1_000
    await rig.start()
    await rig.time.pass(100)
    expect(rig.outbox.view().queue).toMatchObject({ kind: 'sending', done: 0, total: 1 })
  })

  it('goes on with what was queued', async () => {
    const rig = new Rig()
    await rig.start({ paused: true })
    const [add] = await rig.add('Alex Brown')
    rig.kill()
    await rig.start()
    await rig.time.pass(1_000)
    expect(rig.state(add)).toMatchObject({ kind: 'confirmed' })
    expect(rig.hub.ledger).toHaveLength(1)
  })

  it('looks up what was under way', async () => {
    const rig = new Rig()
    await rig.start()
    const [add] = await rig.add('Alex Brown')
    await rig.time.pass(60)
    expect(rig.state(add)).toMatchObject({ kind: 'sending' })
    rig.kill()
    rig.disk.intents.forEach((intent) => (intent.outcome = null))
    await rig.time.pass(1_000)
    rig.disk.intents.forEach((intent) => (intent.outcome = null))
    await rig.start()
    expect(rig.state(add)).toMatchObject({ kind: 'verifying' })
    await rig.time.pass(2_000)
    expect(rig.state(add)).toMatchObject({ kind: 'matched', how: 'lost-reply' })
    expect(rig.hub.named('Alex Brown')).toHaveLength(1)
  })

  it('takes the outcome that the journal kept', async () => {
    const rig = new Rig()
    await rig.start()
    const [add] = await rig.add('Alex Brown')
    await rig.time.pass(60)
    rig.kill()
    await rig.time.pass(1_000)
    await rig.start()
    expect(rig.state(add)).toMatchObject({ kind: 'confirmed', operatorId: 105 })
  })

  it('sends at once what the journal proves never left', async () => {
    const rig = new Rig()
    await rig.start()
    const [add] = await rig.add('Alex Brown')
    await rig.time.pass(60)
    rig.kill()
    rig.disk.intents.clear()
    rig.hub.organizations.set(
      24,
      rig.hub.rows().filter(({ id }) => id < 105)
    )
    await rig.start()
    expect(rig.state(add)).toMatchObject({ kind: 'waiting' })
  })

  it('rebuilds the queue from the journal where the store was lost', async () => {
    const rig = new Rig()
    await rig.start({ paused: true })
    const [add] = await rig.add('Alex Brown')
    rig.kill()
    rig.disk.entries.clear()
    rig.disk.storeId = null
    await rig.start()
    await rig.time.pass(1_000)
    expect(rig.state(add)).toMatchObject({ kind: 'confirmed' })
  })

  it('sends what both places hold where each is of another time, though they numbered alike', async () => {
    const rig = new Rig()
    await rig.start({ paused: true })
    const [old = ''] = await rig.add('Alex Brown')
    rig.kill()
    const { entries, queued } = rig.disk
    const [copy] = queued.values()
    if (!copy) throw new Error('The journal holds no copy')
    queued.clear()
    queued.set('of the journal', { ...copy, id: 'of the journal', edit: emma })
    rig.disk.journal = { storeId: 'another', damaged: false }
    expect([...entries.values()].map(({ order }) => order)).toEqual([copy.order])
    await rig.start()
    await rig.time.pass(5_000)
    expect(rig.state(old)).toMatchObject({ kind: 'confirmed' })
    expect(rig.state('of the journal')).toMatchObject({ kind: 'confirmed' })
  })

  it('rebuilds the journal from the store where the journal was lost', async () => {
    const rig = new Rig()
    await rig.start({ paused: true })
    const [add] = await rig.add('Alex Brown')
    rig.kill()
    rig.disk.journal = { storeId: null, damaged: false }
    rig.disk.queued.clear()
    await rig.start()
    await rig.time.pass(1_000)
    expect(rig.state(add)).toMatchObject({ kind: 'confirmed' })
    expect(rig.disk.journal.storeId).toBe(rig.disk.storeId)
    expect(rig.disk.queued.has(add ?? '')).toBe(true)
  })
})

describe('a lost status', () => {
  it('is compared with a list before it is sent again', async () => {
    const rig = new Rig()
    await rig.start()
    rig.hub.misbehave = () => ({ kind: 'lost' })
    const entry = await rig.setStatus(101, 0, 1)
    await rig.time.pass(5_000)
    expect(rig.state(entry)).toMatchObject({ kind: 'confirmed' })
    expect(rig.hub.ledger).toHaveLength(1)
    expect(reset.kind).toBe('lost')
  })
})

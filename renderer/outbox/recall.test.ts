import { beforeEach, describe, expect, it } from 'vitest'
import { Rig } from './test-rig.ts'

const names = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `Operator ${index}`)

let rig: Rig

/** Three requests, of which the first has left and is answered at 1.4 s, and the others stand in line. */
async function oneLeftTwoInLine(): Promise<string[]> {
  rig.hub.latency = 400
  const first = await rig.add(...names(3))
  await rig.time.pass(600)
  expect(rig.hub.ledger).toHaveLength(1)
  rig.hub.lineMs = 1_000
  const others = [await rig.setStatus(101, 0, 1), await rig.setStatus(102, 0, 1)]
  await rig.time.pass(100)
  expect(rig.outbox.view().counts.sending).toBe(5)
  return [...first, ...others]
}

beforeEach(async () => {
  rig = new Rig()
  await rig.start()
})

describe('pausing', () => {
  it('takes back what is in line at once; what has left ends as it does', async () => {
    const [left, , , inLine] = await oneLeftTwoInLine()
    rig.outbox.pause(true)
    await rig.time.settle()
    expect(rig.state(inLine)).toEqual({ kind: 'waiting', reason: null })
    expect(rig.state(left)).toMatchObject({ kind: 'sending' })
    await rig.time.pass(60_000)
    expect(rig.state(left)).toMatchObject({ kind: 'confirmed' })
    expect(rig.outbox.view().counts).toMatchObject({ confirmed: 3, waiting: 2, sending: 0 })
    expect(rig.hub.ledger).toHaveLength(1)
    expect(rig.outbox.view().queue).toEqual({ kind: 'paused', why: 'person', waiting: 2 })
  })

  it('costs nothing: once it goes on each is sent once, without a wait', async () => {
    await oneLeftTwoInLine()
    rig.outbox.pause(true)
    await rig.time.pass(1_000)
    rig.hub.lineMs = 0
    rig.outbox.pause(false)
    await rig.time.pass(900)
    expect(rig.outbox.view().counts).toMatchObject({ confirmed: 5 })
    expect(rig.hub.ledger.map(({ entries }) => entries.length)).toEqual([3, 1, 1])
  })

  it('is no outage: it is told of what was taken back that it never left', async () => {
    const [, , , inLine = ''] = await oneLeftTwoInLine()
    rig.outbox.pause(true)
    await rig.time.settle()
    expect((await rig.outbox.history(inLine)).map(({ what, failure }) => [what, failure])).toEqual([
      ['queued', null],
      ['sent', null],
      ['reply', { kind: 'recalled' }],
      ['waiting', null]
    ])
  })

  it('sends again what comes back late, when it goes on already', async () => {
    await oneLeftTwoInLine()
    rig.outbox.pause(true)
    rig.outbox.pause(false)
    await rig.time.pass(5_000)
    expect(rig.outbox.view().counts).toMatchObject({ confirmed: 5 })
    expect(rig.hub.ledger).toHaveLength(3)
  })

  it('outlasts a crash: what was taken back is not looked up, and what stands in line for a window that died is taken back', async () => {
    const [, , , inLine, other] = await oneLeftTwoInLine()
    rig.outbox.pause(true)
    rig.kill()
    await rig.time.settle()
    await rig.start({ paused: true })
    for (const id of [inLine, other])
      expect(rig.state(id)).toEqual({ kind: 'waiting', reason: null })
    await rig.time.pass(60_000)
    expect(rig.hub.ledger).toHaveLength(1)

    rig.outbox.pause(false)
    await rig.time.pass(500)
    expect(rig.outbox.view().counts).toMatchObject({ sending: 2 })
    rig.kill()
    await rig.start({ paused: true })
    await rig.time.pass(60_000)
    expect(rig.hub.ledger).toHaveLength(1)
    expect(rig.outbox.view().counts).toMatchObject({ waiting: 2 })
  })
})

describe('closing', () => {
  it('leaves nothing in line behind: another account’s queue comes next', async () => {
    await oneLeftTwoInLine()
    await rig.outbox.close()
    await rig.time.pass(5_000)
    expect(rig.hub.ledger).toHaveLength(1)
    await rig.start()
    await rig.time.pass(5_000)
    expect(rig.outbox.view().counts).toMatchObject({ confirmed: 5 })
    expect(rig.hub.ledger).toHaveLength(3)
  })
})

describe('discarding what is being sent', () => {
  it('takes it back where it has not left; its companions go on', async () => {
    rig.hub.lineMs = 1_000
    const [one, two] = await rig.add('Alex Brown', 'Emma Davis')
    await rig.time.pass(200)
    expect(rig.state(one)).toMatchObject({ kind: 'sending' })
    await rig.outbox.discard([one!])
    await rig.time.pass(5_000)
    expect(rig.state(one)).toMatchObject({ kind: 'cancelled' })
    expect(rig.state(two)).toMatchObject({ kind: 'confirmed' })
    expect(rig.hub.ledger.map(({ entries }) => entries.map(({ name }) => name))).toEqual([
      ['Emma Davis']
    ])
  })

  it('takes with it whoever waits for its operator', async () => {
    rig.hub.lineMs = 1_000
    const [add] = await rig.add('Alex Brown')
    const operator = { kind: 'created-by', entryId: add! } as const
    const change = { kind: 'set-status', organizationId: 24, operator, name: 'Alex Brown' } as const
    const [dependant] = await rig.enqueue([{ ...change, from: 0, to: 1, after: null }])
    await rig.time.pass(200)
    await rig.outbox.discard([add!])
    await rig.time.pass(5_000)
    expect(rig.state(dependant)).toMatchObject({ kind: 'cancelled' })
    expect(rig.hub.ledger).toEqual([])
  })

  it('comes too late for what has left, and is done all the same where nothing came of it', async () => {
    const [done] = await rig.add('Alex Brown')
    await rig.time.pass(75)
    await rig.outbox.discard([done!])
    await rig.time.pass(5_000)
    expect(rig.state(done)).toMatchObject({ kind: 'confirmed' })

    rig.hub.misbehave = () => ({ kind: 'dropped' })
    const [lost] = await rig.add('Emma Davis')
    await rig.time.pass(20)
    expect(rig.state(lost)).toMatchObject({ kind: 'sending' })
    await rig.outbox.discard([lost!])
    await rig.time.pass(200_000)
    expect(rig.state(lost)).toMatchObject({ kind: 'cancelled' })
    expect(rig.hub.ledger).toHaveLength(2)
  })
})

describe('a list that tells of a colleague', () => {
  it('takes a status back that would overwrite theirs, and asks', async () => {
    rig.hub.lineMs = 1_000
    const entry = await rig.setStatus(101, 0, 1)
    await rig.time.pass(200)
    expect(rig.state(entry)).toMatchObject({ kind: 'sending' })
    rig.hub.set(101, 2)
    rig.show()
    await rig.time.pass(5_000)
    expect(rig.state(entry)).toMatchObject({
      kind: 'needs-person',
      question: { kind: 'status-conflict', from: 0, to: 1, now: 2 }
    })
    expect(rig.hub.ledger).toEqual([])
  })

  it('takes a name back that they have added; its companions go on', async () => {
    rig.hub.lineMs = 1_000
    const [taken, other] = await rig.add('Alex Brown', 'Emma Davis')
    await rig.time.pass(200)
    const theirs = rig.hub.add('Alex Brown')
    rig.show()
    await rig.time.pass(5_000)
    expect(rig.state(taken)).toMatchObject({
      kind: 'needs-person',
      question: { kind: 'name-appeared', operators: [{ id: theirs.id }] }
    })
    expect(rig.state(other)).toMatchObject({ kind: 'confirmed' })
    expect(rig.hub.ledger).toHaveLength(1)
  })

  it('leaves in line what it says nothing against, and what a person insists on', async () => {
    rig.hub.lineMs = 1_000
    const anyway = { kind: 'add', organizationId: 24, name: 'Alex Brown', addAnyway: true } as const
    const ids = [...(await rig.enqueue([anyway])), await rig.setStatus(101, 0, 1)]
    await rig.time.pass(200)
    const sending = ids.map((id) => rig.state(id))
    rig.hub.add('Alex Brown')
    rig.hub.set(102, 2)
    rig.show()
    await rig.time.pass(200)
    expect(ids.map((id) => rig.state(id))).toEqual(sending)
    await rig.time.pass(5_000)
    expect(rig.outbox.view().counts).toMatchObject({ confirmed: 2 })
    expect(rig.hub.ledger).toHaveLength(2)
  })

  it('takes a status back that a person insisted on over another one than theirs', async () => {
    rig.hub.set(101, 2)
    const entry = await rig.setStatus(101, 0, 1)
    await rig.time.pass(5_000)
    expect(rig.state(entry)).toMatchObject({ kind: 'needs-person', question: { now: 2 } })
    rig.hub.lineMs = 1_000
    await rig.outbox.answer([entry], { kind: 'mine' })
    await rig.time.pass(200)
    expect(rig.state(entry)).toMatchObject({ kind: 'sending' })
    rig.hub.set(101, 0)
    rig.show()
    await rig.time.pass(5_000)
    expect(rig.state(entry)).toMatchObject({
      kind: 'needs-person',
      question: { kind: 'status-conflict', from: 2, to: 1, now: 0 }
    })
    expect(rig.hub.ledger).toEqual([])
  })

  it('takes a lost add back that turns out to have been done, though another was wanted anyway', async () => {
    rig.hub.misbehave = () => ({ kind: 'lost-late', after: 80_000 })
    const anyway = { kind: 'add', organizationId: 24, name: 'Alex Brown', addAnyway: true } as const
    const [entry] = await rig.enqueue([anyway])
    await rig.time.pass(1_000)
    rig.hub.misbehave = () => null
    rig.hub.lineMs = 30_000
    await rig.time.pass(78_000)
    expect(rig.state(entry)).toMatchObject({ kind: 'sending' })
    await rig.time.pass(2_000)
    rig.show()
    await rig.time.pass(60_000)
    expect(rig.state(entry)).toMatchObject({ kind: 'matched', how: 'lost-reply' })
    expect(rig.hub.ledger).toHaveLength(1)
  })
})

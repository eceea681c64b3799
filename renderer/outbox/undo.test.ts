import { describe, expect, it } from 'vitest'
import { Rig } from './test-rig.ts'

async function undo(rig: Rig): Promise<void> {
  const undoable = rig.outbox.undoable()
  expect(undoable).not.toBeNull()
  if (undoable) await rig.outbox.undo(undoable)
}

describe('undo', () => {
  it('before sending cancels the whole action, and costs no request', async () => {
    const rig = new Rig()
    await rig.start({ paused: true })
    const ids = await rig.add('Alex Brown', 'Emma Davis')
    expect(rig.outbox.undoable()).toMatchObject({ kind: 'unsent', entryIds: ids })
    await undo(rig)
    rig.outbox.pause(false)
    await rig.time.pass(5_000)
    expect(rig.outbox.view().counts.cancelled).toBe(2)
    expect([rig.hub.ledger.length, rig.hub.lists]).toEqual([0, 0])
  })

  it('takes what it cancels out of what is being sent', async () => {
    const rig = new Rig()
    await rig.start({ paused: true })
    await rig.add('Alex Brown')
    await rig.add('Emma Davis', 'Noa Levi')
    await undo(rig)
    rig.hub.latency = 1_000
    rig.outbox.pause(false)
    await rig.time.pass(100)
    expect(rig.outbox.view().queue).toMatchObject({ kind: 'sending', done: 0, total: 1 })
  })

  it('that comes a moment too late can be asked for again, and then says what it can do', async () => {
    const rig = new Rig()
    await rig.start({ paused: true })
    const [add] = await rig.add('Alex Brown')
    rig.show()
    await rig.time.settle()
    const offered = rig.outbox.undoable()
    expect(offered).toMatchObject({ kind: 'unsent' })
    rig.outbox.pause(false)
    await rig.outbox.undo(offered!)
    await rig.time.pass(1_000)
    expect(rig.state(add)).toMatchObject({ kind: 'confirmed' })
    expect(rig.outbox.undoable()).toMatchObject({ kind: 'compensate', edits: [{ to: 2 }] })
  })

  it('that takes back what is in line is done', async () => {
    const rig = new Rig()
    await rig.start({ paused: true })
    const [add] = await rig.add('Alex Brown')
    rig.show()
    rig.hub.lineMs = 1_000
    await rig.time.settle()
    const offered = rig.outbox.undoable()
    rig.outbox.pause(false)
    await rig.outbox.undo(offered!)
    await rig.time.pass(5_000)
    expect(rig.state(add)).toMatchObject({ kind: 'cancelled' })
    expect(rig.outbox.undoable()).toBeNull()
    expect(rig.hub.ledger).toEqual([])
  })

  it('of an add that was done offers to delete it', async () => {
    const rig = new Rig()
    await rig.start()
    await rig.add('Alex Brown')
    await rig.time.pass(1_000)
    expect(rig.outbox.undoable()).toMatchObject({
      kind: 'compensate',
      edits: [{ operator: { kind: 'known', id: 105 }, from: 0, to: 2 }]
    })
    await undo(rig)
    await rig.time.pass(1_000)
    expect(rig.hub.named('Alex Brown')).toMatchObject([{ status: 2 }])
  })

  it('of an add that is under way deletes it once it exists', async () => {
    const rig = new Rig()
    await rig.start()
    await rig.add('Alex Brown')
    await rig.time.pass(60)
    await undo(rig)
    await rig.time.pass(2_000)
    expect(rig.hub.named('Alex Brown')).toMatchObject([{ status: 2 }])
  })

  it('of statuses that were set sets them back, those that wait it cancels', async () => {
    const rig = new Rig()
    await rig.start()
    rig.hub.misbehave = (attempt) =>
      attempt.kind === 'set-status' && attempt.operatorId === 102
        ? {
            kind: 'fails',
            failure: { kind: 'refused', status: 422, words: '', retryAfterMs: null }
          }
        : null
    const status = (id: number) =>
      ({
        kind: 'set-status',
        organizationId: 24,
        operator: { kind: 'known', id },
        name: '',
        from: 0,
        to: 1,
        after: null
      }) as const
    const [, rejected] = await rig.enqueue([status(101), status(102)])
    await rig.time.pass(1_000)
    await undo(rig)
    await rig.time.pass(1_000)
    expect(rig.state(rejected)).toMatchObject({ kind: 'cancelled' })
    expect(rig.hub.rows()[0]?.status).toBe(0)
  })

  it('gives back the edit that the undone one had taken the place of', async () => {
    const rig = new Rig()
    await rig.start({ paused: true })
    await rig.setStatus(101, 0, 1)
    await rig.setStatus(101, 1, 2)
    await undo(rig)
    rig.outbox.pause(false)
    await rig.time.pass(2_000)
    expect(rig.hub.rows()[0]?.status).toBe(1)
    expect(rig.hub.ledger).toHaveLength(1)
  })

  it('of a change back restores the change', async () => {
    const rig = new Rig()
    await rig.start({ paused: true })
    await rig.setStatus(101, 0, 1)
    await rig.setStatus(101, 1, 0)
    await undo(rig)
    rig.outbox.pause(false)
    await rig.time.pass(2_000)
    expect(rig.hub.rows()[0]?.status).toBe(1)
  })

  it('walks back, action by action', async () => {
    const rig = new Rig()
    await rig.start({ paused: true })
    const [first] = await rig.add('Alex Brown')
    const [second] = await rig.add('Emma Davis')
    await undo(rig)
    expect([rig.state(first).kind, rig.state(second).kind]).toEqual(['waiting', 'cancelled'])
    await undo(rig)
    expect(rig.state(first).kind).toBe('cancelled')
    expect(rig.outbox.undoable()).toBeNull()
  })

  it('takes nothing away that we did not make', async () => {
    const rig = new Rig()
    await rig.start({ paused: true })
    const [add] = await rig.add('Alex Brown')
    rig.hub.add('Alex Brown')
    rig.outbox.pause(false)
    await rig.time.pass(1_000)
    await rig.outbox.answer([add!], { kind: 'use', operatorId: 105 })
    expect(rig.outbox.undoable()).toBeNull()
  })
})

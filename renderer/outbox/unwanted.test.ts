import { beforeEach, describe, expect, it } from 'vitest'
import { refusal } from './fake-hub.ts'
import { Rig } from './test-rig.ts'

let rig: Rig

/** One add that was discarded after it had left. */
async function discardedTooLate(): Promise<string> {
  const [id = ''] = await rig.add('Alex Brown')
  await rig.time.pass(75)
  expect(rig.state(id)).toMatchObject({ kind: 'sending' })
  await rig.outbox.discard([id])
  return id
}

beforeEach(async () => {
  rig = new Rig()
  await rig.start()
})

describe('what was discarded while it was being sent', () => {
  it('is not sent by the next window, where its reply was lost and nothing had come of it', async () => {
    rig.hub.misbehave = () => ({ kind: 'dropped' })
    const id = await discardedTooLate()
    await rig.time.pass(5_000)
    expect(rig.state(id)).toMatchObject({ kind: 'verifying' })
    rig.kill()
    rig.hub.misbehave = () => null
    await rig.start()
    await rig.time.pass(200_000)
    expect(rig.state(id)).toMatchObject({ kind: 'cancelled' })
    expect(rig.disk.ended.get(id)).toBe('cancelled')
    expect(rig.hub.ledger).toHaveLength(1)
  })

  it('ends at the next start where it never left, in both places; its companions go on', async () => {
    rig.hub.lineMs = 1_000
    const [one = '', two] = await rig.add('Alex Brown', 'Emma Davis')
    await rig.time.pass(200)
    await rig.outbox.discard([one])
    rig.kill()
    await rig.time.settle()
    await rig.start()
    expect(rig.state(one)).toMatchObject({ kind: 'cancelled' })
    expect(rig.disk.ended.get(one)).toBe('cancelled')
    await rig.time.pass(5_000)
    expect(rig.state(two)).toMatchObject({ kind: 'confirmed' })
    expect(rig.hub.ledger).toHaveLength(1)
  })

  it('is taken back by the next window where the last one died before', async () => {
    rig.hub.lineMs = 1_000
    const [id = ''] = await rig.add('Alex Brown')
    await rig.time.pass(200)
    const { hub } = rig
    const recall = hub.recall.bind(hub)
    hub.recall = () => undefined
    await rig.outbox.discard([id])
    rig.kill()
    hub.recall = recall
    await rig.start()
    await rig.time.pass(200_000)
    expect(rig.state(id)).toMatchObject({ kind: 'cancelled' })
    expect(hub.ledger).toEqual([])
  })

  it('ends where it was refused, so that it is not retried with all others', async () => {
    rig.hub.misbehave = () => ({ kind: 'fails', failure: refusal(400) })
    const id = await discardedTooLate()
    await rig.time.pass(20_000)
    expect(rig.state(id)).toMatchObject({ kind: 'cancelled' })
  })

  it('waits again where the person, asked what came of it, wants another', async () => {
    rig.hub.misbehave = () => ({ kind: 'answers', change: () => [] })
    rig.hub.spoilList = (_, rows) => ({
      ok: true,
      value: rows.filter(({ name }) => name !== 'Alex Brown')
    })
    const id = await discardedTooLate()
    await rig.time.pass(200_000)
    expect(rig.state(id)).toMatchObject({ kind: 'needs-person' })
    rig.hub.misbehave = () => null
    await rig.outbox.answer([id], { kind: 'add-another' })
    await rig.time.pass(5_000)
    expect(rig.state(id)).toMatchObject({ kind: 'confirmed' })
  })
})

describe('what is being sent', () => {
  it('is given no other name: it would be added under both', async () => {
    const [id = ''] = await rig.add('Alex Brown')
    await rig.time.pass(75)
    expect(rig.state(id)).toMatchObject({ kind: 'sending' })
    await rig.outbox.rename(id, 'Emma Davis')
    await rig.time.pass(60_000)
    expect(rig.state(id)).toMatchObject({ kind: 'confirmed' })
    expect(rig.hub.named('Emma Davis')).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { Rig } from './test-rig.ts'

const minute = 60_000

/** Ms that an edit and its discarding take, the best of some, behind that many waiting entries. */
async function priceBehind(waiting: number): Promise<number> {
  const rig = new Rig()
  await rig.start({ paused: true })
  await rig.add(...Array.from({ length: waiting }, (_, index) => `Operator ${index}`))
  const prices: number[] = []
  for (let round = 0; round < 60; round += 1) {
    const begun = performance.now()
    const [add] = await rig.add(`Late ${round}`)
    await rig.outbox.discard([add!])
    prices.push(performance.now() - begun)
  }
  expect(rig.outbox.view().counts).toMatchObject({ waiting, cancelled: 60 })
  return Math.min(...prices)
}

describe('a large queue', () => {
  it('drains, though many of it are copies of one name', { timeout: minute }, async () => {
    const rig = new Rig()
    await rig.start()
    const names = Array.from({ length: 5_000 }, (_, index) => `Operator ${index}`)
    await rig.add(...names, ...Array.from({ length: 200 }, () => 'Alex Brown'))
    await rig.time.pass(60_000)
    expect(rig.outbox.view().counts.confirmed).toBe(5_200)
    expect(rig.hub.named('Alex Brown')).toHaveLength(200)
  })

  it('never waits for a list once it is being sent', { timeout: minute }, async () => {
    const rig = new Rig()
    rig.hub.latency = 1_600
    rig.hub.listLatency = 2_500
    const left: number[] = []
    rig.hub.misbehave = () => {
      left.push(rig.time.monotonic())
      return null
    }
    await rig.start()
    await rig.add(...Array.from({ length: 10_000 }, (_, index) => `Operator ${index}`))
    await rig.time.pass(30_000)
    expect(left).toHaveLength(100)
    const gaps = left.slice(1).map((at, index) => at - (left[index] ?? 0))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(1_600)
    expect(rig.hub.lists).toBeLessThanOrEqual(4)
  })

  it(
    'of 50,000 entries costs a change little more than a small one',
    { timeout: minute },
    async () => {
      const small = await priceBehind(500)
      const large = await priceBehind(50_000)
      expect(large).toBeLessThan(Math.max(small, 0.2) * 10)
    }
  )
})

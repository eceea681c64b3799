import { describe, expect, it } from 'vitest'
import { Rig } from './test-rig.ts'

describe('a large queue', () => {
  it('of 10,000 adds drains, though half of them are copies of one name', async () => {
    const rig = new Rig()
    await rig.start()
    const names = Array.from({ length: 5_000 }, (_, index) => `Operator ${index}`)
    await rig.add(...names, ...Array.from({ length: 200 }, () => 'Alex Brown'))
    await rig.time.pass(60_000)
    expect(rig.outbox.view().counts.confirmed).toBe(5_200)
    expect(rig.hub.named('Alex Brown')).toHaveLength(200)
  })

  it('of 50,000 entries costs a change no more than a small one', async () => {
    const rig = new Rig()
    await rig.start({ paused: true })
    await rig.add(...Array.from({ length: 50_000 }, (_, index) => `Operator ${index}`))
    const begun = performance.now()
    for (let round = 0; round < 200; round += 1) {
      const [add] = await rig.add(`Late ${round}`)
      await rig.outbox.discard([add!])
    }
    const each = (performance.now() - begun) / 400
    expect(each).toBeLessThan(3)
    expect(rig.outbox.view().counts).toMatchObject({ waiting: 50_000, cancelled: 200 })
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Urgency } from '../../shared/ipc.ts'
import { createPace, type Pace, type Turn } from './pace.ts'
import { simulatedClock, type SimulatedClock } from './simulated-clock.ts'

interface Send {
  readonly urgency: Urgency
  readonly connectMs: number
  /** From the bytes to the process noticing that they left. */
  readonly noticeMs: number
  readonly fails: boolean
}

const plain: Send = { urgency: 'outbox', connectMs: 0, noticeMs: 0, fails: false }

/** Sends as the client does; `leaves` collects when bytes left. */
async function send(
  pace: Pace,
  clock: SimulatedClock,
  what: Send,
  leaves: number[]
): Promise<Turn | null> {
  const ticket = pace.enter(what.urgency)
  if (!(await ticket.near)) return null
  await pass(clock, what.connectMs)
  const turn = await ticket.ready()
  if (turn === null) return null
  if (what.fails) {
    turn.unused()
    return turn
  }
  leaves.push(clock.monotonic())
  await pass(clock, what.noticeMs)
  turn.left()
  return turn
}

function pass(clock: SimulatedClock, ms: number): Promise<void> {
  return ms === 0 ? Promise.resolve() : new Promise((resolve) => clock.after(ms, resolve))
}

/** The most that left in any second. */
function mostInASecond(leaves: readonly number[]): number {
  return Math.max(
    0,
    ...leaves.map((from) => leaves.filter((at) => at >= from && at < from + 1_000).length)
  )
}

const urgency = fc.constantFrom<Urgency>('person', 'outbox', 'background')
const step = fc.record({
  afterMs: fc.nat(600),
  stallMs: fc.oneof(fc.constant(0), fc.nat(300)),
  send: fc.record({
    urgency,
    connectMs: fc.oneof(fc.constant(0), fc.nat(2_000)),
    noticeMs: fc.oneof(fc.constant(0), fc.nat(200)),
    fails: fc.boolean()
  })
})

describe('the pace', () => {
  it('lets no more than n leave in any rolling second, whatever connects slowly, fails or stalls', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 7 }),
        fc.array(step, { maxLength: 40 }),
        async (n, steps) => {
          const clock = simulatedClock()
          const pace = createPace({ clock, perSecond: n })
          const leaves: number[] = []
          const sends: Promise<unknown>[] = []
          for (const { afterMs, stallMs, send: what } of steps) {
            await clock.runTo(clock.monotonic() + afterMs)
            clock.stall(stallMs)
            sends.push(send(pace, clock, what, leaves))
          }
          await clock.runTo(clock.monotonic() + 120_000)
          expect((await Promise.all(sends)).every((turn) => turn !== null)).toBe(true)
          expect(mostInASecond(leaves)).toBeLessThanOrEqual(n)
        }
      ),
      { numRuns: 60 }
    )
  })

  it('never catches up after a stall of the sender', async () => {
    const clock = simulatedClock()
    const pace = createPace({ clock, perSecond: 5 })
    const leaves: number[] = []
    const sends = Array.from({ length: 40 }, () => send(pace, clock, plain, leaves))
    for (let second = 1; second <= 20; second += 1) {
      clock.stall(second % 3 === 0 ? 60 : 7)
      await clock.runTo(clock.monotonic() + 1_000)
    }
    await Promise.all(sends)
    expect(leaves).toHaveLength(40)
    expect(mostInASecond(leaves)).toBe(5)
  })

  it.each([0, 30, 300, 1_000])(
    'keeps nearly the whole limit at a latency of %i ms, connecting anew each time',
    async (latencyMs) => {
      const clock = simulatedClock()
      const pace = createPace({ clock, perSecond: 5 })
      const leaves: number[] = []
      const until = 60_000
      const worker = async (): Promise<void> => {
        while (clock.monotonic() < until) {
          await send(pace, clock, { ...plain, connectMs: 120, noticeMs: 1 }, leaves)
          await pass(clock, latencyMs)
        }
      }
      const workers = Array.from({ length: 12 }, worker)
      await clock.runTo(until + 20_000)
      await Promise.all(workers)
      const sent = leaves.filter((at) => at >= 1_000 && at < until).length
      expect(sent / ((until - 1_000) / 1_000)).toBeGreaterThanOrEqual(5 * 0.97)
      expect(mostInASecond(leaves)).toBe(5)
    }
  )

  it('lets a person go before the outbox, the outbox before refreshes, and each in order', async () => {
    const clock = simulatedClock()
    const pace = createPace({ clock, perSecond: 1 })
    const order: string[] = []
    const go = async (name: string, of: Urgency): Promise<void> => {
      await send(pace, clock, { ...plain, urgency: of }, [])
      order.push(name)
    }
    await go('first', 'background')
    const all = [
      go('b1', 'background'),
      go('o1', 'outbox'),
      go('o2', 'outbox'),
      go('p1', 'person'),
      go('p2', 'person')
    ]
    await clock.runTo(10_000)
    await Promise.all(all)
    expect(order).toEqual(['first', 'p1', 'p2', 'o1', 'o2', 'b1'])
  })

  it('gives the turn of one who connects slowly to the next who is ready', async () => {
    const clock = simulatedClock()
    const pace = createPace({ clock, perSecond: 1 })
    const leaves: number[] = []
    const slow = send(pace, clock, { ...plain, connectMs: 30_000 }, leaves)
    const quick = send(pace, clock, plain, leaves)
    await clock.runTo(2_000)
    expect(leaves).toHaveLength(1)
    await clock.runTo(40_000)
    await Promise.all([slow, quick])
    expect(leaves).toHaveLength(2)
  })

  it('gives back the turn of a request that never left', async () => {
    const clock = simulatedClock()
    const pace = createPace({ clock, perSecond: 1 })
    const leaves: number[] = []
    await send(pace, clock, { ...plain, fails: true }, leaves)
    await send(pace, clock, plain, leaves)
    expect(leaves).toEqual([0])
  })

  it('lets who waits leave the line', async () => {
    const clock = simulatedClock()
    const pace = createPace({ clock, perSecond: 1 })
    await send(pace, clock, plain, [])
    const waiting = pace.enter('outbox')
    const prepared = pace.enter('outbox')
    await clock.runTo(700)
    const ready = waiting.ready()
    prepared.cancel()
    waiting.cancel()
    expect(await ready).toBeNull()
    expect(await prepared.near).toBe(false)
    const leaves: number[] = []
    const next = send(pace, clock, plain, leaves)
    await clock.runTo(5_000)
    await next
    expect(leaves).toEqual([1_020])
  })

  it('moves a request forward when a person comes to wait for it', async () => {
    const clock = simulatedClock()
    const pace = createPace({ clock, perSecond: 1 })
    await send(pace, clock, plain, [])
    const other = pace.enter('outbox')
    const shared = pace.enter('background')
    shared.hurry('person')
    const turns = [shared.ready(), other.ready()]
    await clock.runTo(1_020)
    expect([shared.granted(), other.granted()]).toEqual([true, false])
    ;(await turns[0])?.left()
    await clock.runTo(3_000)
    expect(await turns[1]).not.toBeNull()
  })

  it('halves after 429 and holds back all but a person as long as the service said', async () => {
    const clock = simulatedClock()
    const pace = createPace({ clock, perSecond: 2 })
    const leaves: number[] = []
    const turn = await send(pace, clock, plain, leaves)
    turn?.throttled(5_000)
    const background = send(pace, clock, { ...plain, urgency: 'background' }, leaves)
    const person = send(pace, clock, { ...plain, urgency: 'person' }, leaves)
    await clock.runTo(4_900)
    expect(leaves).toEqual([0, 0])
    await clock.runTo(20_000)
    await Promise.all([background, person])
    expect(leaves).toEqual([0, 0, 5_000])
    const after = [1, 2, 3, 4].map(() => send(pace, clock, plain, leaves))
    await clock.runTo(40_000)
    await Promise.all(after)
    expect((leaves[5] ?? 0) - (leaves[3] ?? 0)).toBeGreaterThan(1_200)
  })

  it('follows a change of the limit without ever exceeding the new one', async () => {
    const clock = simulatedClock()
    const pace = createPace({ clock, perSecond: 5 })
    const leaves: number[] = []
    const sends = Array.from({ length: 20 }, () => send(pace, clock, plain, leaves))
    await clock.runTo(100)
    pace.setPerSecond(2)
    await clock.runTo(4_900)
    expect(mostInASecond(leaves.filter((at) => at > 100))).toBe(2)
    pace.setPerSecond(10)
    await clock.runTo(10_000)
    await Promise.all(sends)
    expect(mostInASecond(leaves)).toBeLessThanOrEqual(10)
  })
})

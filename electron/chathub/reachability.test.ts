import { describe, expect, it } from 'vitest'
import type { Failure } from '../../shared/failure.ts'
import type { Connection } from '../../shared/ipc.ts'
import { createReachability } from './reachability.ts'
import { simulatedClock } from './simulated-clock.ts'

const refused: Failure = { kind: 'unreachable', cause: 'refused', code: 'ECONNREFUSED' }
const lost: Failure = { kind: 'lost', cause: 'reset', code: 'ECONNRESET' }

function watch(answers: (Failure | null)[]) {
  const clock = simulatedClock()
  const probes: number[] = []
  const seen: Connection[] = []
  const reachability = createReachability({
    clock,
    probe: () => {
      probes.push(clock.monotonic())
      return Promise.resolve(answers.shift() ?? null)
    },
    changed: (connection) => seen.push(connection)
  })
  return { clock, probes, seen, reachability, kinds: () => seen.map(({ kind }) => kind) }
}

describe('being online', () => {
  it('is unknown before any call, and then what the last one told', () => {
    const { reachability, kinds } = watch([])
    expect(reachability.connection()).toEqual({ kind: 'unknown' })
    reachability.observe(null)
    reachability.observe({ kind: 'refused', status: 500, words: '', retryAfterMs: null })
    reachability.observe({ kind: 'unreadable', status: 200, words: '' })
    reachability.observe({ kind: 'signed-out' })
    expect(kinds()).toEqual(['online'])
    reachability.observe({ kind: 'portal', status: 200 })
    expect(kinds()).toEqual(['online', 'offline'])
  })

  it('is probed for at 1, 2, 4 … at most 15 s after a failed connect, and found again', async () => {
    const { clock, probes, reachability, kinds } = watch([
      refused,
      refused,
      refused,
      refused,
      refused,
      refused,
      null
    ])
    reachability.observe(refused)
    const { now } = clock
    expect(reachability.connection()).toEqual({
      kind: 'offline',
      failure: refused,
      since: now(),
      nextProbeAt: now() + 1_000
    })
    await clock.runTo(200_000)
    expect(probes).toEqual([1_000, 3_000, 7_000, 15_000, 30_000, 45_000, 60_000])
    expect(kinds().at(-1)).toBe('online')
  })

  it('keeps since when it is offline, and says when it will look next', async () => {
    const { clock, reachability } = watch([refused, refused])
    const since = clock.now()
    reachability.observe(refused)
    await clock.runTo(1_500)
    expect(reachability.connection()).toMatchObject({ since, nextProbeAt: since + 3_000 })
    reachability.observe(refused)
    expect(reachability.connection()).toMatchObject({ since, nextProbeAt: since + 3_000 })
  })

  it('is seen at once when any call succeeds, and probes no more', async () => {
    const { clock, probes, reachability, kinds } = watch([])
    reachability.observe(refused)
    reachability.observe(null)
    await clock.runTo(60_000)
    expect([kinds(), probes]).toEqual([['offline', 'online'], []])
  })

  it('is doubted after a lost reply, and decided by one probe', async () => {
    const fine = watch([null])
    fine.reachability.observe(null)
    fine.reachability.observe(lost)
    await fine.clock.runTo(100)
    expect([fine.probes, fine.kinds()]).toEqual([[0], ['online']])
    const gone = watch([lost])
    gone.reachability.observe(null)
    gone.reachability.observe(lost)
    await gone.clock.runTo(100)
    expect(gone.kinds()).toEqual(['online', 'offline'])
  })

  it('is asked for at once by a person, and goes on being asked without a token', async () => {
    const { clock, probes, reachability } = watch([refused, { kind: 'signed-out' }, refused, null])
    reachability.observe(refused)
    reachability.probeNow()
    reachability.probeNow()
    await clock.runTo(60_000)
    expect(probes).toEqual([0, 2_000, 6_000, 14_000])
  })

  it('is forgotten with the account, late answers too', async () => {
    const { clock, reachability, kinds } = watch([null])
    reachability.observe(refused)
    reachability.probeNow()
    reachability.forget()
    await clock.runTo(60_000)
    expect(kinds()).toEqual(['offline', 'unknown'])
  })
})

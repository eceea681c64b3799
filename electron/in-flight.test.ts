import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createInFlight } from './in-flight.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

async function isDone(promise: Promise<void>, afterMs: number): Promise<boolean> {
  let done = false
  void promise.then(() => (done = true))
  await vi.advanceTimersByTimeAsync(afterMs)
  return done
}

describe('what is in flight', () => {
  it('is calm soon where nothing is under way', async () => {
    expect(await isDone(createInFlight().calm(100, 3_000), 100)).toBe(true)
  })

  it('is waited for until it ends, and a little longer for what follows from it', async () => {
    const inFlight = createInFlight()
    let end: () => void = () => undefined
    void inFlight.track(new Promise<void>((resolve) => (end = resolve)))
    const calm = inFlight.calm(100, 3_000)
    expect(await isDone(calm, 1_000)).toBe(false)
    end()
    expect(await isDone(calm, 99)).toBe(false)
    void inFlight.track(Promise.resolve())
    expect(await isDone(calm, 99)).toBe(false)
    expect(await isDone(calm, 1)).toBe(true)
  })

  it('is not waited for longer than the limit', async () => {
    const inFlight = createInFlight()
    void inFlight.track(new Promise(() => undefined))
    const calm = inFlight.calm(100, 3_000)
    expect(await isDone(calm, 2_999)).toBe(false)
    expect(await isDone(calm, 1)).toBe(true)
  })

  it('ends by failing too', async () => {
    const inFlight = createInFlight()
    await expect(inFlight.track(Promise.reject(new Error('lost')))).rejects.toThrow('lost')
    expect(inFlight.count()).toBe(0)
  })
})

import { describe, expect, it } from 'vitest'
import { calmly, spaced } from './calm.ts'

type Clocks = Parameters<typeof calmly>[1]

function rig(
  takes: number,
  build: (work: () => void, clocks: Clocks) => ReturnType<typeof calmly> = calmly
) {
  let now = 0
  let done = 0
  const waiting: { at: number; run: () => void }[] = []
  const calm = build(
    () => {
      done += 1
      now += takes
    },
    {
      clock: { monotonic: () => now },
      timers: {
        after: (ms, run) => {
          const one = { at: now + ms, run }
          waiting.push(one)
          return () => void waiting.splice(waiting.indexOf(one), 1)
        },
        breathe: () => Promise.resolve()
      }
    }
  )
  const advance = (ms: number) => {
    now += ms
    for (const one of [...waiting]) {
      if (one.at > now) continue
      waiting.splice(waiting.indexOf(one), 1)
      one.run()
    }
  }
  return { ...calm, advance, done: () => done }
}

describe('a calm listener', () => {
  it('does short work each time, at once', () => {
    const { listen, done } = rig(1)
    for (let call = 0; call < 5; call += 1) listen()
    expect(done()).toBe(5)
  })

  it('does long work at once, and then only once for all that happens while it rests', () => {
    const { listen, advance, done } = rig(20)
    for (let call = 0; call < 50; call += 1) listen()
    expect(done()).toBe(1)
    advance(179)
    expect(done()).toBe(1)
    advance(1)
    expect(done()).toBe(2)
  })

  it('rests no longer than is felt, however long its work took', () => {
    const { listen, advance, done } = rig(5_000)
    listen()
    listen()
    advance(399)
    expect(done()).toBe(1)
    advance(1)
    expect(done()).toBe(2)
  })

  it('leaves nothing waiting once it is stopped', () => {
    const { listen, stop, advance, done } = rig(100)
    listen()
    listen()
    stop()
    advance(10_000)
    expect(done()).toBe(1)
  })
})

describe('a spaced listener', () => {
  const each100 = (work: () => void, clocks: Clocks) => spaced(work, 100, clocks)

  it('works at once, and then at most once in its time, for the last thing that happened too', () => {
    const { listen, advance, done } = rig(0, each100)
    for (let call = 0; call < 50; call += 1) listen()
    expect(done()).toBe(1)
    advance(99)
    expect(done()).toBe(1)
    advance(1)
    expect(done()).toBe(2)
    advance(1_000)
    expect(done()).toBe(2)
    listen()
    expect(done()).toBe(3)
  })

  it('leaves nothing waiting once it is stopped', () => {
    const { listen, stop, advance, done } = rig(0, each100)
    listen()
    listen()
    stop()
    advance(1_000)
    expect(done()).toBe(1)
  })
})

import { describe, expect, it } from 'vitest'
import type { Attempt, Outcome } from '../../shared/attempt.ts'
import { failed, ok } from '../../shared/result.ts'
import type { Delivery } from '../chathub/answer.ts'
import { simulatedClock } from '../chathub/simulated-clock.ts'
import { createCourier, type Courier, type CourierPorts } from './courier.ts'
import { foldBytes } from './journal-fold.ts'
import { labels, type Label } from './label.ts'
import { memoryFile, type MemoryFile } from './memory-file.ts'
import { addOf, answered, attemptOf } from './samples.ts'

const added = answered(200, '[{"id":104,"name":"Name of e1","status":0}]')
const success: Outcome = ok({
  kind: 'added',
  operators: [{ id: 104, name: 'Name of e1', status: 0 }]
})
const attempt = attemptOf('a1', ['e1'])

const recalled = failed({ kind: 'recalled' } as const)

interface Rig {
  readonly courier: Courier
  readonly file: MemoryFile
  /** Ids of the attempts whose bytes left, in order, and whether the intent stood on the disk then. */
  readonly wire: { readonly id: string; readonly intended: boolean }[]
  readonly bugs: unknown[]
  readonly clock: ReturnType<typeof simulatedClock>
}

interface Setting {
  readonly file?: MemoryFile
  readonly wire?: Rig['wire']
  readonly answer?: (attempt: Attempt, signal: AbortSignal) => Promise<Delivery>
  readonly at?: (label: Label) => Promise<void>
}

function rig(setting: Setting = {}): Rig {
  const file = setting.file ?? memoryFile()
  const wire: Rig['wire'] = setting.wire ?? []
  const bugs: unknown[] = []
  const clock = simulatedClock()
  const answer = setting.answer ?? (() => Promise.resolve(added))
  const ports: CourierPorts = {
    file: () => file,
    deliver: (_, of, signal) => {
      const disk = foldBytes(file.bytes() ?? new Uint8Array()).fold
      wire.push({ id: of.id, intended: disk.attempts.has(of.id) })
      return answer(of, signal)
    },
    clock,
    report: (error) => bugs.push(error),
    ...(setting.at === undefined ? {} : { at: setting.at })
  }
  return { courier: createCourier(ports), file, wire, bugs, clock }
}

async function ready(setting: Setting = {}): Promise<Rig> {
  const made = rig(setting)
  await made.courier.restart('one', 'store', [{ kind: 'queued', accepted: addOf('e1') }])
  return made
}

async function viewIn(courier: Courier) {
  const view = await courier.recover('one', null)
  if (!view.ok) throw new Error(view.failure.kind)
  return view.value
}

/** A service before which some stand in line until they are called off; `arrive` answers the latest of the others. */
function line() {
  let flying: () => void = () => undefined
  const answer = (of: Attempt, signal: AbortSignal): Promise<Delivery> =>
    new Promise((resolve) => {
      const { failure } = recalled
      if (of.id.startsWith('in-line'))
        signal.addEventListener('abort', () => resolve({ kind: 'failed', failure }))
      else flying = () => resolve(added)
    })
  return { answer, arrive: () => flying() }
}

/** A file whose appends stay under way while it is held. */
function heldFile() {
  const disk = memoryFile()
  let held: Promise<void> | null = null
  let entered = (): void => undefined
  const file: MemoryFile = {
    ...disk,
    append: async (position, bytes) => {
      entered()
      await held
      return disk.append(position, bytes)
    }
  }
  /** Holds the next append; resolves, once it has begun, with what lets it go on. */
  const hold = (): Promise<() => void> => {
    let release = (): void => undefined
    held = new Promise((resolve) => (release = resolve))
    return new Promise((resolve) => (entered = () => resolve(release)))
  }
  return { file, hold }
}

describe('the courier', () => {
  it('tells a window that came back of an intent that was being written', async () => {
    const { file, hold } = heldFile()
    const { courier } = await ready({ file })
    const writing = hold()
    const sent = courier.send('one', attempt)
    const release = await writing
    const view = viewIn(courier)
    release()
    expect((await view).attempts.map(({ attemptId }) => attemptId)).toEqual(['a1'])
    expect(await sent).toEqual(success)
  })

  it('sends with the intent on the disk, keeps the outcome as it came, and answers with it', async () => {
    const { courier, wire, file } = await ready()
    expect(await courier.send('one', attempt)).toEqual(success)
    expect(wire).toEqual([{ id: 'a1', intended: true }])
    expect(foldBytes(file.bytes() ?? new Uint8Array()).fold.attempts.get('a1')?.delivery).toEqual(
      added
    )
  })

  it('has no view of a store before there is one', async () => {
    const { courier, wire } = rig()
    expect(await viewIn(courier)).toEqual({
      storeId: null,
      damaged: false,
      open: { kind: 'copies', accepted: [] },
      ended: [],
      attempts: []
    })
    expect(await courier.send('one', attempt)).toMatchObject({ failure: { kind: 'not-stored' } })
    expect(wire).toEqual([])
  })

  it('sends nothing without an intent on the disk', async () => {
    let fault: string | null = null
    const { courier, wire } = await ready({ file: memoryFile(() => fault) })
    fault = 'ENOSPC'
    expect(await courier.send('one', attempt)).toMatchObject({
      failure: { kind: 'not-stored', cause: 'disk-full' }
    })
    expect(wire).toEqual([])
    fault = null
    expect(await courier.send('one', attempt)).toEqual(success)
    expect(wire).toHaveLength(1)
  })

  it('never sends the same attempt twice: at the same time, later, or after a restart', async () => {
    const { courier, wire, file } = await ready()
    const both = [courier.send('one', attempt), courier.send('one', attempt)]
    expect(await Promise.all(both)).toEqual([success, success])
    expect(await courier.send('one', attempt)).toEqual(success)
    const next = rig({ file, wire })
    expect(await next.courier.send('one', attempt)).toEqual(success)
    expect(wire).toHaveLength(1)
  })

  it('answers null for an attempt whose outcome nobody knows, and for one that the journal forgot', async () => {
    const { courier, wire, file } = await ready()
    await courier.send('one', attempt)
    await courier.record('one', [{ kind: 'settled', entryId: 'e1', ending: 'confirmed' }])
    expect((await viewIn(courier)).attempts).toEqual([])
    expect(await courier.send('one', attempt)).toBeNull()
    const dying = rig({ file, wire, answer: () => new Promise(() => undefined) })
    void dying.courier.send('one', attemptOf('a2', ['e2']))
    await dying.clock.runTo(1)
    expect(await rig({ file, wire }).courier.send('one', attemptOf('a2', ['e2']))).toBeNull()
    expect(wire.map(({ id }) => id)).toEqual(['a1', 'a2'])
  })

  it('stops sending while an outcome cannot be stored, and stores it first', async () => {
    let fault: string | null = null
    const answer = (): Promise<Delivery> => {
      fault = 'ENOSPC'
      return Promise.resolve(added)
    }
    const { courier, wire, file } = await ready({ file: memoryFile(() => fault), answer })
    expect(await courier.send('one', attempt)).toEqual(success)
    expect(await courier.send('one', attemptOf('a2', ['e2']))).toMatchObject({
      failure: { kind: 'not-stored' }
    })
    expect(wire).toHaveLength(1)
    fault = null
    await courier.send('one', attemptOf('a3', ['e3']))
    expect(wire.map(({ id }) => id)).toEqual(['a1', 'a3'])
    expect(foldBytes(file.bytes() ?? new Uint8Array()).fold.attempts.get('a1')?.delivery).toEqual(
      added
    )
  })

  it('tells of a bug, which counts as possibly sent', async () => {
    const broken = await ready({ answer: () => Promise.reject(new TypeError('a bug')) })
    expect(await broken.courier.send('one', attempt)).toBeNull()
    expect(broken.bugs).toHaveLength(1)
    expect((await viewIn(broken.courier)).attempts).toMatchObject([
      { attemptId: 'a1', outcome: null }
    ])
  })

  it('at quitting lets go what is in line, waits for what is in flight, and takes no more', async () => {
    const { answer, arrive } = line()
    const { courier, clock, wire } = await ready({ answer })
    const outcomes = [
      courier.send('one', attemptOf('in-line', ['e2'])),
      courier.send('one', attempt)
    ]
    await clock.runTo(1)
    let finished = false
    const finish = courier.finish(3_000).then(() => (finished = true))
    expect(await courier.send('one', attemptOf('late', ['e3']))).toEqual(recalled)
    await clock.runTo(1_000)
    expect(finished).toBe(false)
    arrive()
    await finish
    expect(await Promise.all(outcomes)).toEqual([recalled, success])
    expect(wire).toHaveLength(2)
  })

  it('at quitting calls nothing recalled that may have left, whoever asks for it again', async () => {
    const { answer, arrive } = line()
    const before = await ready({ answer: () => new Promise(() => undefined) })
    void before.courier.send('one', attempt)
    await before.clock.runTo(1)
    const { courier, clock, wire } = rig({ file: before.file, answer })
    const flying = courier.send('one', attemptOf('a2', ['e2']))
    await clock.runTo(1)
    const finish = courier.finish(3_000)
    const again = courier.send('one', attemptOf('a2', ['e2']))
    // Of an earlier process, in the midst of which the app died.
    expect(await courier.send('one', attempt)).toBeNull()
    arrive()
    await finish
    expect(await again).toEqual(await flying)
    expect(await courier.send('one', attemptOf('a2', ['e2']))).toMatchObject({ ok: true })
    expect(wire.map(({ id }) => id)).toEqual(['a2'])
  })

  it('takes back what is in line and nothing else, keeps that on the disk, and sends it anew when asked', async () => {
    const { answer, arrive } = line()
    const { courier, clock, wire, file } = await ready({ answer })
    const inLine = courier.send('one', attemptOf('in-line', ['e2']))
    const flying = courier.send('one', attempt)
    await clock.runTo(1)
    courier.recall('one', null)
    expect(await inLine).toEqual(recalled)
    const view = await viewIn(courier)
    expect(view.attempts.find(({ attemptId }) => attemptId === 'in-line')?.outcome).toEqual(
      recalled
    )
    arrive()
    expect(await flying).toEqual(success)
    const again = courier.send('one', attemptOf('again', ['e2']))
    await clock.runTo(2)
    arrive()
    expect(await again).toMatchObject({ ok: true })
    expect(wire.map(({ id }) => id)).toEqual(['in-line', 'a1', 'again'])
    // The outcome of a recalled attempt outlasts the app: it is not looked up.
    const next = rig({ file, wire })
    expect(await next.courier.send('one', attemptOf('in-line', ['e2']))).toEqual(recalled)
  })

  it('takes back only the attempts that it is told to, and of that account alone', async () => {
    const { answer } = line()
    const { courier, clock } = await ready({ answer })
    const ended: string[] = []
    for (const id of ['in-line', 'in-line-too'])
      void courier.send('one', attemptOf(id, [`of ${id}`])).then(() => ended.push(id))
    await clock.runTo(1)
    courier.recall('other', null)
    courier.recall('one', ['in-line-too', 'unknown'])
    await clock.runTo(2)
    expect(ended).toEqual(['in-line-too'])
  })

  it('writes nothing of an attempt that is taken back before its intent', async () => {
    const { courier, wire, file } = await ready()
    const sent = courier.send('one', attempt)
    courier.recall('one', ['a1'])
    expect(await sent).toEqual(recalled)
    expect(wire).toEqual([])
    expect(foldBytes(file.bytes() ?? new Uint8Array()).fold.attempts.size).toBe(0)
    expect(await courier.send('one', attempt)).toEqual(success)
  })

  it.each(['intent', 'intent-synced', 'bytes'] as const)(
    'does not get in line with what is taken back at %s',
    async (label) => {
      const recall: (() => void)[] = []
      const at = async (now: Label): Promise<void> => {
        if (now === label) recall.pop()?.()
      }
      const { courier, wire, file } = await ready({ at })
      recall.push(() => courier.recall('one', null))
      expect(await courier.send('one', attempt)).toEqual(recalled)
      expect(wire).toEqual([])
      const { attempts } = foldBytes(file.bytes() ?? new Uint8Array()).fold
      expect(attempts.get('a1')?.delivery).toEqual({ kind: 'failed', failure: recalled.failure })
    }
  )

  it('waits no longer than told at quitting', async () => {
    const { courier, clock } = await ready({ answer: () => new Promise(() => undefined) })
    void courier.send('one', attempt)
    await clock.runTo(1)
    const finish = courier.finish(3_000)
    await clock.runTo(4_001)
    await finish
  })

  it('keeps accounts apart, begins anew and discards', async () => {
    const { courier, file } = await ready()
    await courier.restart('one', 'other', [])
    expect(await viewIn(courier)).toMatchObject({ storeId: 'other', open: { accepted: [] } })
    expect(await courier.discard('one')).toEqual(ok(null))
    expect(file.bytes()).toBeNull()
    expect((await viewIn(courier)).storeId).toBeNull()
  })
})

describe('a crash, a failure or a delay at every labelled moment', () => {
  const visited = new Set<Label>()

  /** The whole of one attempt's life: accepted, sent, settled. */
  async function life(courier: Courier): Promise<void> {
    await courier.restart('one', 'store', [])
    await courier.recover('one', null)
    await courier.record('one', [{ kind: 'queued', accepted: addOf('e1') }])
    await courier.send('one', attempt)
    await courier.record('one', [{ kind: 'settled', entryId: 'e1', ending: 'confirmed' }])
  }

  const hooks: Record<string, (clock: () => Rig['clock']) => Promise<void>> = {
    crash: () => new Promise(() => undefined),
    reject: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
    delay: (clock) => new Promise((resolve) => clock().after(5_000, resolve))
  }

  for (const [how, hook] of Object.entries(hooks)) {
    it.each(labels)(
      `${how} at %s: at most once on the wire, never without an intent, told truly afterwards`,
      async (label) => {
        const clock = simulatedClock()
        const at = async (now: Label): Promise<void> => {
          visited.add(now)
          if (now === label) await hook(() => clock)
        }
        const first = rig({ at })
        const ended = life(first.courier).catch(() => undefined)
        await clock.runTo(60_000)
        if (how === 'delay') await ended
        const afterwards = rig({ file: first.file, wire: first.wire })
        const view = await viewIn(afterwards.courier)
        expect(view.damaged).toBe(false)
        const known = view.attempts.find(({ attemptId }) => attemptId === 'a1')
        const settled = view.ended.some(({ entryId }) => entryId === 'e1')
        if (first.wire.length > 0) expect(known !== undefined || settled).toBe(true)
        expect(first.wire.length).toBeLessThanOrEqual(1)
        expect(first.wire.every(({ intended }) => intended)).toBe(true)
      }
    )

    it.each(labels)(
      `${how} at %s: the same attempt is not sent again where its intent stands`,
      async (label) => {
        const clock = simulatedClock()
        const at = async (now: Label): Promise<void> => {
          if (now === label) await hook(() => clock)
        }
        const first = rig({ at })
        void life(first.courier).catch(() => undefined)
        await clock.runTo(60_000)
        const stands = foldBytes(first.file.bytes() ?? new Uint8Array()).fold.attempts.has('a1')
        const before = first.wire.length
        await rig({ file: first.file, wire: first.wire }).courier.send('one', attempt)
        if (stands) expect(first.wire.length).toBe(before)
        expect(first.wire.length).toBeLessThanOrEqual(1)
      }
    )
  }

  it('visited every label', () => {
    expect([...visited].sort()).toEqual([...labels].sort())
  })
})

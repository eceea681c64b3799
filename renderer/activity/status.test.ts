import { describe, expect, it } from 'vitest'
import { en } from '../../shared/messages/en.ts'
import { connectionPart, queuePart } from './status.ts'

const now = 1_700_000_000_000
const at = { now, words: en }

describe('the connection in words', () => {
  it('says since when it is away', () => {
    const failure = { kind: 'unreachable', cause: 'refused', code: 'ECONNREFUSED' } as const
    const part = connectionPart(
      { kind: 'offline', failure, since: now - 60_000, nextProbeAt: now },
      now,
      en
    )
    expect(part.text).toMatch(/^Offline since \d/)
    expect(part.tone).toBe('warn')
  })

  it('says that it is there', () => {
    expect(connectionPart({ kind: 'online' }, now, en).text).toBe('Online')
  })
})

describe('the queue in words', () => {
  it('counts what is sent and what is left', () => {
    const part = queuePart(
      { kind: 'sending', done: 3, total: 12, etaMs: 2_400 },
      { unsent: 9, rejected: 0 },
      at
    )
    expect(part.text).toBe('Sending 3 of 12, about 3 sec left')
  })

  it('says that all is sent only where nothing waits and nothing was refused', () => {
    const refused = queuePart({ kind: 'idle' }, { unsent: 0, rejected: 3 }, at)
    expect(refused).toEqual({ text: '3 edits rejected', tone: 'danger' })
    expect(queuePart({ kind: 'idle' }, { unsent: 0, rejected: 0 }, at).text).toBe('All edits sent')
    expect(queuePart({ kind: 'idle' }, { unsent: 2, rejected: 0 }, at).text).toBe('2 edits wait')
  })

  it('names the reason of every pause', () => {
    const reasons = (['offline', 'signed-out', 'person', 'quitting'] as const).map(
      (why) => queuePart({ kind: 'paused', why, waiting: 1 }, { unsent: 1, rejected: 0 }, at).text
    )
    expect(new Set(reasons).size).toBe(4)
    expect(reasons[0]).toBe('one edit waits until the service answers')
  })

  it('counts down while the service asks to slow down', () => {
    const part = queuePart(
      { kind: 'paused', why: 'rate-limited', waiting: 2, until: now + 4_000 },
      { unsent: 2, rejected: 0 },
      at
    )
    expect(part.text).toContain('4 sec')
  })
})

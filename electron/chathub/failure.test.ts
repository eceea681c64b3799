import { describe, expect, it } from 'vitest'
import { mayHaveApplied } from '../../shared/failure.ts'
import { failureOf, type Stage } from './failure.ts'

const coded = (code: string): Error => Object.assign(new Error('some words'), { code })

describe('a socket error', () => {
  it.each<[string, Stage, object]>([
    ['ECONNREFUSED', 'connect', { kind: 'unreachable', cause: 'refused' }],
    ['ENOTFOUND', 'connect', { kind: 'unreachable', cause: 'dns' }],
    ['EAI_AGAIN', 'connect', { kind: 'unreachable', cause: 'dns' }],
    ['EHOSTUNREACH', 'connect', { kind: 'unreachable', cause: 'network' }],
    ['ETIMEDOUT', 'connect', { kind: 'unreachable', cause: 'timeout' }],
    ['ECONNREFUSED', 'proxy', { kind: 'unreachable', cause: 'proxy' }],
    ['ECONNRESET', 'tls', { kind: 'unreachable', cause: 'tls' }],
    ['CERT_HAS_EXPIRED', 'tls', { kind: 'unreachable', cause: 'tls' }],
    ['ECONNRESET', 'exchange', { kind: 'lost', cause: 'reset' }],
    ['EPIPE', 'exchange', { kind: 'lost', cause: 'reset' }],
    ['ETIMEDOUT', 'exchange', { kind: 'lost', cause: 'timeout' }]
  ])('%s at %s', (code, stage, failure) => {
    const found = failureOf(coded(code), stage)
    expect(found).toEqual({ ...failure, code })
    expect(mayHaveApplied(found)).toBe(stage === 'exchange')
  })

  it('of several addresses counts as its first', () => {
    const several = new AggregateError([coded('ECONNREFUSED'), coded('ENETUNREACH')])
    expect(failureOf(several, 'connect')).toMatchObject({ cause: 'refused' })
  })

  it('without a code is named by its class', () => {
    expect(failureOf(new TypeError('x'), 'exchange')).toMatchObject({ code: 'TypeError' })
    expect(failureOf('thrown text', 'connect')).toMatchObject({ code: 'UNKNOWN' })
  })
})

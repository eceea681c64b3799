import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failed, ok } from '../../shared/result.ts'
import { answerOf, retryAfterMs, type Answer, type RawAnswer } from './answer.ts'
import {
  readAdded,
  readChats,
  readDelivery,
  readOrganizations,
  readStatusSet,
  readToken,
  readTokenCheck
} from './wire.ts'
import { wordsOf } from './words.ts'

const now = Date.UTC(2026, 0, 1)

function raw(status: number, body: string, changes: Partial<RawAnswer> = {}): RawAnswer {
  return {
    status,
    contentType: 'application/json',
    location: '',
    retryAfter: '',
    body: Buffer.from(body),
    ...changes
  }
}

function answer(status: number, body: string, changes: Partial<RawAnswer> = {}): Answer {
  return answerOf(raw(status, body, changes), 'chatapi.smsbat.com', now)
}

describe('replies', () => {
  it('are read as documented, with ids as strings and unknown fields', () => {
    expect(
      readOrganizations(
        answer(200, '[{"id":24,"name":"Customer Support"},{"id":"25","name":null,"x":1}]')
      )
    ).toEqual(
      ok([
        { id: 24, name: 'Customer Support' },
        { id: 25, name: '' }
      ])
    )
    expect(
      readAdded(
        answer(200, '\ufeff[{"id":"104","name":"Alex Brown","status":"0","organization":{}}]')
      )
    ).toEqual(ok([{ id: 104, name: 'Alex Brown', status: 0 }]))
    expect(readChats(answer(200, '{"total":3,"items":[{}]}'))).toEqual(ok({ total: 3 }))
    expect(
      readTokenCheck(
        answer(200, '{"isValid":true,"operatorId":7,"expiresAt":"2026-01-01T00:00:00Z"}')
      )
    ).toEqual(ok({ isValid: true, operatorId: 7, expiresAt: now, error: '' }))
  })

  it.each([
    '',
    'null',
    '{}',
    '[{"id":1.5,"name":"x","status":0}]',
    '[{"id":1,"name":"x","status":3}]',
    '[{"name":"x"}]',
    '[1'
  ])('of success that are not what was documented are unreadable: %s', (body) => {
    expect(readAdded(answer(200, body))).toMatchObject({
      failure: { kind: 'unreadable', status: 200 }
    })
  })

  it.each([
    '"abc.def"',
    '{"token":"abc.def","expiration":"2026"}',
    '{"data":{"token":"abc.def"}}',
    'abc.def\n'
  ])('with a token give it in every shape: %s', (body) => {
    expect(readToken(answer(200, body))).toEqual(ok('abc.def'))
  })

  it('with a numeric token, or with none', () => {
    expect(readToken(answer(200, '123456'))).toEqual(ok('123456'))
    const none = failed({ kind: 'unreadable', status: 200, words: '' })
    for (const body of ['', '""', '{"token":null}', '"two words"', 'no such user', '[]']) {
      expect(readToken(answer(200, body)), body).toEqual(none)
    }
  })

  it('to a status are exactly 200', () => {
    expect(readStatusSet(answer(200, ''))).toEqual(ok(null))
    expect(readStatusSet(answer(202, ''))).toMatchObject({
      failure: { kind: 'unreadable', status: 202 }
    })
    expect(readDelivery('set-status', answer(200, ''))).toEqual(ok({ kind: 'status-set' }))
  })

  it('never make the parser throw', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.json()),
        fc.integer({ min: 100, max: 599 }),
        (body, status) => {
          const given = answer(status, body)
          for (const read of [
            readOrganizations,
            readAdded,
            readStatusSet,
            readChats,
            readToken,
            readTokenCheck
          ]) {
            expect(typeof read(given).ok).toBe('boolean')
          }
        }
      )
    )
  })
})

describe('refusals', () => {
  it.each([
    ['{"status":400,"error":"Bad Request","message":"Name is taken","code":17}', 'Name is taken'],
    [
      '{"title":"One or more validation errors","errors":{"name":["Too long","Too odd"],"id":"Bad"}}',
      'One or more validation errors Too long Too odd Bad'
    ],
    [
      '{"type":"about:blank","title":"Not Found","detail":"No such organization"}',
      'No such organization'
    ],
    ['"plain words"', 'plain words'],
    ['plain\n words ', 'plain words'],
    [
      '<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>',
      '502 Bad Gateway'
    ],
    ['<p>Down for <b>maintenance</b></p>', 'Down for maintenance'],
    ['{"status":500}', '{"status":500}'],
    ['', '']
  ])('keep the words of %s', (body, words) => {
    expect(wordsOf(body)).toBe(words)
  })

  it('keep status and waiting time', () => {
    expect(readAdded(answer(429, 'slow down', { retryAfter: '7' }))).toEqual(
      failed({ kind: 'refused', status: 429, words: 'slow down', retryAfterMs: 7_000 })
    )
    expect(retryAfterMs('Thu, 01 Jan 2026 00:00:05 GMT', now)).toBe(5_000)
    expect(retryAfterMs('Thu, 01 Jan 2020 00:00:05 GMT', now)).toBe(0)
    expect(retryAfterMs('soon', now)).toBeNull()
  })

  it('are cut where they are endless', () => {
    expect(wordsOf('x'.repeat(100_000)).length).toBeLessThan(1_100)
  })
})

describe('a sign-in page of a network', () => {
  const page = '<!DOCTYPE html><html><title>Hotel</title></html>'

  it.each([
    ['a page in place of data', answer(200, page, { contentType: 'text/html' })],
    ['a page without its type', answer(200, page, { contentType: '' })],
    ['a redirect to another host', answer(302, '', { location: 'http://portal.hotel/login' })],
    ['status 511', answer(511, '')]
  ])('is told by %s', (_, given) => {
    expect(readAdded(given)).toMatchObject({ failure: { kind: 'portal' } })
  })

  it.each([
    ['an error page', answer(502, page, { contentType: 'text/html' })],
    [
      'a redirect within the service',
      answer(301, '', { location: 'https://chatapi.smsbat.com/new' })
    ],
    ['a relative redirect', answer(301, '', { location: '/new' })]
  ])('is not %s', (_, given) => {
    expect(readAdded(given)).toMatchObject({ failure: { kind: 'refused' } })
  })

  it('is not an empty success that calls itself a page', () => {
    expect(readStatusSet(answer(200, '', { contentType: 'text/html' }))).toEqual(ok(null))
  })
})

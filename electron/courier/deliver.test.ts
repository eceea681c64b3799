import { describe, expect, it } from 'vitest'
import { ok } from '../../shared/result.ts'
import type { Delivery } from '../chathub/answer.ts'
import type { Access } from '../chathub/client.ts'
import { createDeliver, renewedMeanwhile } from './deliver.ts'
import { answered, attemptOf } from './samples.ts'

const attempt = attemptOf('a1', ['e1'])
const never = new AbortController().signal
const silent: Delivery = { kind: 'failed', failure: { kind: 'signed-out' } }

/** `renewed`: a sign-in ends while the attempt is on its way. */
function delivery(answer: Delivery, renewed: boolean) {
  const told: string[] = []
  let token = 'old'
  const access = (): Access => ({ server: 'http://127.0.0.1', credential: 'company-token', token })
  const deliver = createDeliver({
    access: async () => ok(access()),
    client: {
      deliver: async () => {
        if (renewed) token = 'new'
        return answer
      }
    },
    refused: async (accountId, used) => {
      if (used.token === token) told.push(accountId)
      return used.token === token
    }
  })
  return { told, ended: deliver('one', attempt, never) }
}

describe('an attempt whose token is refused', () => {
  it.each([answered(401, '"expired"'), silent])('is told of, as it came: %o', async (answer) => {
    const { told, ended } = delivery(answer, false)
    expect(await ended).toEqual(answer)
    expect(told).toEqual(['one'])
  })

  it.each([answered(401, '"expired"'), silent])(
    'never left, and stops nothing, where the token was renewed meanwhile: %o',
    async (answer) => {
      const { told, ended } = delivery(answer, true)
      expect(await ended).toEqual({ kind: 'failed', failure: renewedMeanwhile })
      expect(told).toEqual([])
    }
  )

  it('is nobody’s business where it was refused for something else', async () => {
    const { told, ended } = delivery(answered(403, '"no"'), true)
    expect(await ended).toEqual(answered(403, '"no"'))
    expect(told).toEqual([])
  })
})

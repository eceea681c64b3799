import { expect, it } from 'vitest'
import { failed, ok } from '../../shared/result.ts'
import { countChats } from './chats.ts'

it('counts by status, one request after the other', async () => {
  let running = 0
  const counted = await countChats(
    async (status) => {
      running += 1
      expect(running).toBe(1)
      await Promise.resolve()
      running -= 1
      return ok({ total: status * 10 })
    },
    () => 7
  )
  expect(counted).toEqual({ kind: 'counted', counts: [0, 10, 20, 30, 40], at: 7 })
})

it.each([403, 404, 405])('says that a service does not offer it: %i', async (status) => {
  const refused = { kind: 'refused', status, words: '', retryAfterMs: null } as const
  expect(
    await countChats(
      async () => failed(refused),
      () => 0
    )
  ).toEqual({ kind: 'not-offered' })
})

it('ends at the first failure, and says which', async () => {
  let asked = 0
  const lost = { kind: 'lost', cause: 'reset', code: 'ECONNRESET' } as const
  const chats = await countChats(
    async () => {
      asked += 1
      return failed(lost)
    },
    () => 0
  )
  expect([asked, chats]).toEqual([1, { kind: 'failed', failure: lost }])
})

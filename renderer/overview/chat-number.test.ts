import { expect, it } from 'vitest'
import { readChatNumber } from './chat-number.ts'

it('reads whole numbers from 0', () => {
  expect(readChatNumber(' 17 ')).toBe(17)
  expect(readChatNumber('0')).toBe(0)
})

it('refuses anything else', () => {
  expect(['', '-1', '1.5', 'x', '1e3', '9'.repeat(16)].map(readChatNumber)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null
  ])
})

import { expect, test } from 'vitest'
import { assign } from './assignment.ts'

const john = { id: 101, status: 0 } as const
const sarah = { id: 102, status: 0 } as const
const mike = { id: 103, status: 1 } as const
const gone = { id: 104, status: 2 } as const

test('chats go round the active operators in the order of the list', () => {
  const taken = [0, 1, 2, 3, 4].map((chat) => assign([mike, john, gone, sarah], chat))
  expect(taken).toEqual([john, sarah, john, sarah, john])
})

test('nobody takes a chat where nobody is active', () => {
  expect(assign([mike, gone], 7)).toBeNull()
  expect(assign([], 0)).toBeNull()
})

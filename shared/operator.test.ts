import { describe, expect, test } from 'vitest'
import { active, byId, byName, type Operator } from './operator.ts'

const john: Operator = { id: 101, name: 'John Smith', status: 0 }
const sarah: Operator = { id: 102, name: 'Sarah Johnson', status: 0 }
const mike: Operator = { id: 103, name: 'Mike Wilson', status: 1 }
const gone: Operator = { id: 90, name: 'JOHN SMITH', status: 2 }
const all = [john, sarah, mike, gone]

describe('active', () => {
  test('keeps who can take chats now, in the order of the list', () => {
    expect(active(all)).toEqual([john, sarah])
  })
})

describe('byName', () => {
  test('compares without regard to case and takes the first', () => {
    expect(byName(all, 'john SMITH')).toBe(john)
    expect(byName([gone, john], 'john smith')).toBe(gone)
  })

  test('compares whole names', () => {
    expect(byName(all, 'John')).toBeUndefined()
  })

  test('knows the case of Hebrew, Ukrainian and Turkish names', () => {
    const olena = { name: 'Їжакевич Олена' }
    expect(byName([olena], 'ЇЖАКЕВИЧ ОЛЕНА')).toBe(olena)
    expect(byName([{ name: 'דנה' }], 'דנה')).toEqual({ name: 'דנה' })
  })
})

describe('byId', () => {
  test('finds an operator, or nobody', () => {
    expect(byId(all, 103)).toBe(mike)
    expect(byId(all, 104)).toBeUndefined()
  })
})

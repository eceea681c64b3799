import { expect, test } from 'vitest'
import { longestName, validate } from './validation.ts'

const named = (name: string) => ({ organizationId: 24, name })

test('sound candidates have no faults', () => {
  expect(validate([named('Alex Brown'), named('דנה'), named('x')])).toEqual([])
})

test('a name of a hundred UTF-16 units is allowed, one more is not', () => {
  expect(longestName).toBe(100)
  expect(validate([named('x'.repeat(100)), named('😀'.repeat(50))])).toEqual([])
  expect(validate([named('x'.repeat(101)), named('😀'.repeat(51))])).toEqual([
    { kind: 'name-too-long', index: 0, length: 101 },
    { kind: 'name-too-long', index: 1, length: 102 }
  ])
})

test.each(['', '   ', '\u00a0\t', '\u200b\u200f'])(
  'a name of nothing visible (%j) is missing',
  (name) => {
    expect(validate([named(name)])).toEqual([{ kind: 'name-missing', index: 0 }])
  }
)

test('all faults of all candidates are told together, in their order', () => {
  const faults = validate([
    { organizationId: null, name: ' ' },
    named('Alex Brown'),
    { organizationId: null, name: 'y'.repeat(120) }
  ])
  expect(faults).toEqual([
    { kind: 'organization-missing', index: 0 },
    { kind: 'name-missing', index: 0 },
    { kind: 'organization-missing', index: 2 },
    { kind: 'name-too-long', index: 2, length: 120 }
  ])
})

import { describe, expect, it } from 'vitest'
import { readNames } from './names.ts'

describe('reading typed names', () => {
  it('takes one a line, cleaned, without the blank ones', () => {
    const { names, faults } = readNames('  Alex  Brown \r\n\r\n\u200fדנה כהן\n\t\n', 24)
    expect(names).toEqual([
      { line: 1, name: 'Alex Brown' },
      { line: 3, name: 'דנה כהן' }
    ])
    expect(faults).toEqual([])
  })

  it('joins cells that were pasted beside each other', () => {
    expect(readNames('Emma\tDavis\nAlex\tBrown', 24).names.map(({ name }) => name)).toEqual([
      'Emma Davis',
      'Alex Brown'
    ])
  })

  it('names every fault with its own line', () => {
    const { faults } = readNames(
      `ok\n\n${'x'.repeat(101)}\n${'y'.repeat(100)}\n${'z'.repeat(120)}`,
      24
    )
    expect(faults).toEqual([
      { kind: 'name-too-long', index: 2, length: 101 },
      { kind: 'name-too-long', index: 4, length: 120 }
    ])
  })

  it('misses the organization', () => {
    expect(readNames('Alex', null).faults).toEqual([{ kind: 'organization-missing', index: 0 }])
  })
})

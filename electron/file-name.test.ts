import { describe, expect, it } from 'vitest'
import { safeName } from './file-name.ts'

describe('a suggested file name', () => {
  it('stays as it is where it is a name', () => {
    expect(safeName('נציגים 2026.csv')).toBe('נציגים 2026.csv')
  })

  it('leads to no other folder and holds nothing that a system reserves', () => {
    expect(safeName('../../etc/passwd')).toBe('-..-etc-passwd')
    expect(safeName('a:b|c?.csv')).toBe('a-b-c-.csv')
    expect(safeName('.. ')).toBe('Switchboard')
  })
})

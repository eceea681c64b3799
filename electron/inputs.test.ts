import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { inputs } from './inputs.ts'

const takes = (schema: v.GenericSchema<unknown, unknown>, ...args: unknown[]): boolean =>
  v.safeParse(schema, args).success

const add = {
  kind: 'add',
  id: 'a1',
  organizationId: 24,
  entries: [{ id: 'e1', name: 'Alex Brown' }],
  known: [101]
}

describe('arguments at the border', () => {
  it('let an account id name no path', () => {
    expect(takes(inputs.session.open, 'f3b1a2c4-0000-4000-8000-000000000000')).toBe(true)
    for (const id of ['../a', 'a/b', 'a\\b', '', '.', 'a b', 'x'.repeat(65)])
      expect(takes(inputs.session.open, id)).toBe(false)
  })

  it('let an attempt carry 1 to 100 entries', () => {
    const many = (count: number): unknown => ({
      ...add,
      entries: Array.from({ length: count }, (_, index) => ({ id: `e${index}`, name: 'A' }))
    })
    expect(takes(inputs.courier.send, 'a', add)).toBe(true)
    expect(takes(inputs.courier.send, 'a', many(100))).toBe(true)
    for (const count of [0, 101]) expect(takes(inputs.courier.send, 'a', many(count))).toBe(false)
  })

  it('let attempts be taken back by their ids, or all', () => {
    expect(takes(inputs.courier.recall, 'a', ['a1', 'a2'])).toBe(true)
    expect(takes(inputs.courier.recall, 'a', null)).toBe(true)
    for (const ids of [undefined, 'a1', [1], ['../a'], Array.from({ length: 1_001 }, () => 'a')])
      expect(takes(inputs.courier.recall, 'a', ids)).toBe(false)
  })

  it('know only the three statuses', () => {
    const set = {
      kind: 'set-status',
      id: 'a1',
      organizationId: 24,
      entries: [{ id: 'e1', name: 'A' }],
      operatorId: 101,
      status: 2
    }
    expect(takes(inputs.courier.send, 'a', set)).toBe(true)
    expect(takes(inputs.courier.send, 'a', { ...set, status: 3 })).toBe(false)
  })

  it('take no more and no fewer than the call has', () => {
    expect(takes(inputs.session.start)).toBe(true)
    expect(takes(inputs.session.start, null)).toBe(false)
    expect(takes(inputs.frame.copy, 'text')).toBe(false)
  })

  it('refuse numbers that are none', () => {
    for (const id of [Number.NaN, Infinity, 1.5, '24'])
      expect(takes(inputs.operators.list, 'a', id, 'person')).toBe(false)
  })

  it('keep every page but the known ones from being opened', () => {
    expect(takes(inputs.frame.carryOut, 'documentation')).toBe(true)
    expect(takes(inputs.frame.carryOut, 'https://evil.example')).toBe(false)
  })

  it('take a file as bytes, never as a path', () => {
    expect(takes(inputs.frame.saveFile, 'a.csv', new Uint8Array(3))).toBe(true)
    expect(takes(inputs.frame.saveFile, 'a.csv', '/etc/passwd')).toBe(false)
  })
})

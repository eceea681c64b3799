import { describe, expect, test } from 'vitest'
import type { Operator } from '../../shared/operator.ts'
import { pack } from '../../shared/operator-columns.ts'
import type { KnownOperators } from '../cache/operator-cache.ts'
import { changedStatuses } from './changed-statuses.ts'

function known(at: number | null, statuses: Record<number, Operator['status']>): KnownOperators {
  const operators = Object.entries(statuses).map(([id, status]) => {
    return { id: Number(id), name: `Name ${id}`, status }
  })
  return { organizationId: 24, columns: pack(operators), unlisted: new Set(), at }
}

const nothingOwn = () => false
const before = known(3, { 101: 0, 102: 0, 103: 1 })

describe('statuses that a list shows otherwise than the one before', () => {
  test('are told with both', () => {
    expect(changedStatuses(before, known(5, { 101: 1, 102: 0, 103: 2 }), nothingOwn)).toEqual({
      ...{ organizationId: 24, at: 5, before: 3 },
      ids: Float64Array.of(101, 103),
      from: Uint8Array.of(0, 1),
      to: Uint8Array.of(1, 2)
    })
  })

  test('are found where people came before and between', () => {
    const after = known(5, { 90: 0, 101: 0, 102: 1, 102.5: 1, 103: 1 })
    expect(changedStatuses(before, after, nothingOwn)?.ids).toEqual(Float64Array.of(102))
  })

  test('leave out what one’s own edit may have done', () => {
    const after = known(5, { 101: 1, 102: 1, 103: 1 })
    const own = (id: number, to: number) => id === 101 && to === 1
    expect(changedStatuses(before, after, own)?.ids).toEqual(Float64Array.of(102))
    expect(changedStatuses(before, after, () => true)).toBeNull()
  })

  test('are none where nothing differs, a reply changed them, or one of the lists is none', () => {
    const after = { 101: 1, 102: 0, 103: 1 } as const
    expect(changedStatuses(before, { ...before, at: 5 }, nothingOwn)).toBeNull()
    expect(changedStatuses(before, known(3, after), nothingOwn)).toBeNull()
    expect(changedStatuses({ ...before, at: null }, known(5, after), nothingOwn)).toBeNull()
    expect(changedStatuses(before, known(null, after), nothingOwn)).toBeNull()
  })
})

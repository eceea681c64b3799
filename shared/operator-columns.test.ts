import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Operator } from './operator.ts'
import { nameAt, operatorAt, pack, unpack } from './operator-columns.ts'

const operators = fc.array(
  fc.record({
    id: fc.nat(),
    name: fc.string({ unit: 'binary' }),
    status: fc.constantFrom(0 as const, 1 as const, 2 as const)
  })
)

describe('packed columns', () => {
  test('hold every operator in order, whatever the names are', () => {
    fc.assert(
      fc.property(operators, (list: Operator[]) => {
        expect(unpack(pack(list))).toEqual(list)
      })
    )
  })

  test('give a name by row', () => {
    const columns = pack([
      { id: 1, name: 'Ann', status: 0 },
      { id: 2, name: '', status: 0 },
      { id: 3, name: 'דנה', status: 2 }
    ])
    expect([0, 1, 2].map((row) => nameAt(columns, row))).toEqual(['Ann', '', 'דנה'])
    expect(columns.ends).toEqual(Uint32Array.of(3, 3, 6))
  })

  test('keep ids beyond 32 bits', () => {
    expect(pack([{ id: 2 ** 52 + 1, name: 'x', status: 1 }]).ids[0]).toBe(2 ** 52 + 1)
  })

  test('have no row that was not packed', () => {
    expect(() => operatorAt(pack([]), 0)).toThrow(RangeError)
  })
})

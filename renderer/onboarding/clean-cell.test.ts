// @vitest-environment node
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { clean } from '../../shared/match-key.ts'
import { cleaningsOf, withoutGuard } from './clean-cell.ts'

it('says what cleaning changes', () => {
  expect(cleaningsOf('Dana Levi')).toEqual([])
  expect(cleaningsOf('\u200fדנה\u200e')).toEqual(['hidden-marks'])
  expect(cleaningsOf('Da\u0007na')).toEqual(['control-characters'])
  expect(cleaningsOf(' Dana\u00a0 Levi ')).toEqual(['blanks'])
  expect(cleaningsOf('Jose\u0301')).toEqual(['composed'])
  expect(cleaningsOf("'=Dana")).toEqual(['formula-guard'])
  expect(cleaningsOf("' \u200fx")).toEqual(['hidden-marks'])
})

it('names a reason whenever a name changes, and only then', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('a', ' ', "'", '=', '\u200f', '\u00a0', '\u0007', '\u0301', 'e', '\n')
      }),
      (cell) => {
        expect(cleaningsOf(cell).length > 0).toBe(clean(withoutGuard(cell)) !== cell)
      }
    ),
    { numRuns: 2000 }
  )
})

it('takes off a guard only before what it guards', () => {
  expect(withoutGuard("'=1")).toBe('=1')
  expect(withoutGuard("'@x")).toBe('@x')
  expect(withoutGuard("'t Hooft")).toBe("'t Hooft")
})

import { expect, test } from 'vitest'
import { everything, isSelected, nothing, only, ranged, rekeyed, toggled } from './selection.ts'

const keys = [1, 2, 3, 'e'] as const

function selected(selection: typeof nothing) {
  return keys.filter((key) => isSelected(selection, key))
}

test('a click selects a row alone', () => {
  expect(selected(nothing)).toEqual([])
  expect(selected(only(2))).toEqual([2])
  expect(only('e').anchor).toBe('e')
})

test('toggling takes a row in and out and leaves the others', () => {
  const two = toggled(only(2), 'e')
  expect(selected(two)).toEqual([2, 'e'])
  expect(two.anchor).toBe('e')
  expect(selected(toggled(two, 2))).toEqual(['e'])
})

test('a range replaces the selection and keeps its anchor', () => {
  const range = ranged(only(2), [2, 3, 'e'])
  expect(selected(range)).toEqual([2, 3, 'e'])
  expect(selected(ranged(range, [1, 2]))).toEqual([1, 2])
  expect(ranged(range, [1, 2]).anchor).toBe(2)
  expect(ranged(nothing, [1, 2]).anchor).toBe(1)
})

test('everything is a predicate with exceptions', () => {
  const all = everything(only(2))
  expect(selected(all)).toEqual([...keys])
  expect(selected(toggled(all, 3))).toEqual([1, 2, 'e'])
  expect(selected(toggled(toggled(all, 3), 3))).toEqual([...keys])
  expect(isSelected(all, 999)).toBe(true)
})

test('a selection follows an add into the operator that it became', () => {
  const now = (key: string | number) => (key === 'e' ? 104 : key)
  expect(rekeyed(toggled(only(2), 'e'), now)).toEqual({
    kind: 'some',
    keys: new Set([2, 104]),
    anchor: 104
  })
  expect(rekeyed(toggled(everything(nothing), 'e'), now)).toEqual({
    kind: 'all',
    except: new Set([104]),
    anchor: 104
  })
  const untouched = only(2)
  expect(rekeyed(untouched, now)).toBe(untouched)
})

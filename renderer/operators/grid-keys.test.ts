import { describe, expect, test } from 'vitest'
import { type Cell, gridAction, type KeyPress } from './grid-keys.ts'

const shape = { rows: 100, columns: 5, page: 10, rightToLeft: false }
const cell: Cell = { row: 50, column: 2 }

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, mod: false, shift: false, ...held }
}

function movesTo(key: string, held: Partial<KeyPress> = {}, from: Cell = cell, of = shape) {
  const action = gridAction(press(key, held), from, of)
  return action?.kind === 'move' ? [action.to.row, action.to.column] : action
}

describe('keys that move', () => {
  test.each([
    ['ArrowDown', [51, 2]],
    ['ArrowUp', [49, 2]],
    ['ArrowRight', [50, 3]],
    ['ArrowLeft', [50, 1]],
    ['Home', [50, 0]],
    ['End', [50, 4]],
    ['PageDown', [60, 2]],
    ['PageUp', [40, 2]]
  ])('%s', (key, to) => {
    expect(movesTo(key)).toEqual(to)
  })

  test.each([
    ['Home', [0, 0]],
    ['End', [99, 4]],
    ['ArrowDown', [99, 2]],
    ['ArrowUp', [0, 2]]
  ])('Ctrl and %s', (key, to) => {
    expect(movesTo(key, { mod: true })).toEqual(to)
  })

  test('left and right change places from right to left', () => {
    const mirrored = { ...shape, rightToLeft: true }
    expect(movesTo('ArrowLeft', {}, cell, mirrored)).toEqual([50, 3])
    expect(movesTo('ArrowRight', {}, cell, mirrored)).toEqual([50, 1])
  })

  test('stop at the edges; above the first row is the header', () => {
    expect(movesTo('ArrowDown', {}, { row: 99, column: 4 })).toEqual([99, 4])
    expect(movesTo('ArrowRight', {}, { row: 99, column: 4 })).toEqual([99, 4])
    expect(movesTo('ArrowUp', {}, { row: 0, column: 0 })).toEqual([-1, 0])
    expect(movesTo('ArrowUp', {}, { row: -1, column: 0 })).toEqual([-1, 0])
    expect(movesTo('PageUp', {}, { row: 3, column: 0 })).toEqual([0, 0])
    expect(movesTo('PageUp', {}, { row: -1, column: 0 })).toEqual([-1, 0])
    expect(movesTo('ArrowUp', { mod: true }, { row: -1, column: 2 })).toEqual([-1, 2])
    expect(movesTo('ArrowDown', {}, { row: -1, column: 1 }, { ...shape, rows: 0 })).toEqual([-1, 1])
  })

  test('extend the selection with Shift, where they change the row', () => {
    expect(gridAction(press('ArrowDown', { shift: true }), cell, shape)).toMatchObject({
      extend: true
    })
    expect(gridAction(press('PageUp', { shift: true }), cell, shape)).toMatchObject({
      extend: true
    })
    expect(gridAction(press('ArrowRight', { shift: true }), cell, shape)).toMatchObject({
      extend: false
    })
    expect(gridAction(press('ArrowDown'), cell, shape)).toMatchObject({ extend: false })
    expect(gridAction(press('End', { shift: true, mod: true }), cell, shape)).toMatchObject({
      to: { row: 99, column: 4 },
      extend: true
    })
  })

  test('extend the selection up to the first row, not into the header', () => {
    const first = { row: 0, column: 1 }
    expect(gridAction(press('ArrowUp', { shift: true }), first, shape)).toMatchObject({ to: first })
    expect(gridAction(press('ArrowUp'), first, shape)).toMatchObject({ to: { row: -1 } })
  })

  test('extend the selection to the row with the focus by Shift and Space', () => {
    const action = { kind: 'move', to: cell, extend: true }
    expect(gridAction(press(' ', { shift: true }), cell, shape)).toEqual(action)
  })
})

describe('keys that act', () => {
  test.each([
    [press(' '), 'toggle'],
    [press('Enter'), 'choose'],
    [press('ContextMenu'), 'menu'],
    [press('F10', { shift: true }), 'menu'],
    [press('a', { mod: true }), 'select-all'],
    [press('A', { mod: true }), 'select-all']
  ])('%j', (key, kind) => {
    expect(gridAction(key, cell, shape)).toEqual({ kind })
  })

  test.each([
    press('a'),
    press('F10'),
    press('Tab'),
    press('Escape'),
    press('Enter', { mod: true })
  ])('leaves %j to others', (key) => {
    expect(gridAction(key, cell, shape)).toBeNull()
  })
})

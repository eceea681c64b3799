import { expect, test } from 'vitest'
import { headerAction } from './header-keys.ts'

const plain = { mod: false, shift: false, alt: false }

test('Enter and Space sort by the column, with Shift too', () => {
  expect(headerAction({ ...plain, key: 'Enter' }, false)).toEqual({ kind: 'sort', too: false })
  expect(headerAction({ ...plain, key: ' ', shift: true }, false)).toEqual({
    kind: 'sort',
    too: true
  })
})

test('Alt and an arrow resize as the eye sees it', () => {
  const right = { ...plain, key: 'ArrowRight', alt: true }
  const left = { ...plain, key: 'ArrowLeft', alt: true }
  expect(headerAction(right, false)).toEqual({ kind: 'resize', by: 16 })
  expect(headerAction(left, false)).toEqual({ kind: 'resize', by: -16 })
  expect(headerAction(right, true)).toEqual({ kind: 'resize', by: -16 })
  expect(headerAction(left, true)).toEqual({ kind: 'resize', by: 16 })
})

test('Alt, Shift and an arrow move the column that way', () => {
  const left = { ...plain, key: 'ArrowLeft', alt: true, shift: true }
  expect(headerAction(left, false)).toEqual({ kind: 'move', by: -1 })
  expect(headerAction(left, true)).toEqual({ kind: 'move', by: 1 })
})

test('the keys of menus open the column’s; others mean nothing here', () => {
  expect(headerAction({ ...plain, key: 'F10', shift: true }, false)).toEqual({ kind: 'menu' })
  expect(headerAction({ ...plain, key: 'ArrowLeft' }, false)).toBeNull()
  expect(headerAction({ ...plain, key: 'ArrowUp', alt: true }, false)).toBeNull()
  expect(headerAction({ ...plain, key: 'Enter', mod: true }, false)).toBeNull()
})

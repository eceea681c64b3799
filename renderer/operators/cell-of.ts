import type { Cell, KeyPress } from './grid-keys.ts'

/** The cell of the grid's rows in which a mouse did something; `null` for what lies outside of them. */
export function cellOf({ target }: MouseEvent): Cell | null {
  const element = target instanceof Element ? target : null
  const row = element?.closest<HTMLElement>('[data-place]')
  if (!row) return null
  const inRow = Array.from(row.children).findIndex((child) => child.contains(element))
  return { row: Number(row.dataset['place']), column: Math.max(0, inRow) }
}

/** Which keys that change what is meant are held down with a key or a click. */
export function heldWith(event: KeyboardEvent | MouseEvent): Pick<KeyPress, 'mod' | 'shift'> {
  return { mod: event.ctrlKey || event.metaKey, shift: event.shiftKey }
}

/** Where a menu under a cell begins, in the window, px. */
export function cornerOf(cell: HTMLElement): { readonly x: number; readonly y: number } {
  const { left, right, bottom } = cell.getBoundingClientRect()
  return { x: getComputedStyle(cell).direction === 'rtl' ? right : left, y: bottom }
}

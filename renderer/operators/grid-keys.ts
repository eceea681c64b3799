/** A cell of the grid. `row`: its place among the shown rows, -1 for the header. */
export interface Cell {
  readonly row: number
  readonly column: number
}

/** What a key means in the grid. */
export type GridAction =
  /** `extend`: the selection grows from its anchor to the cell's row. */
  | { readonly kind: 'move'; readonly to: Cell; readonly extend: boolean }
  /** This row in or out of the selection. */
  | { readonly kind: 'toggle' }
  /** This row alone; in the header: sort by this column. */
  | { readonly kind: 'choose' }
  | { readonly kind: 'select-all' }
  | { readonly kind: 'menu' }

/** A key press, of which `mod` is Ctrl or, on a Mac, Cmd. */
export interface KeyPress {
  readonly key: string
  readonly mod: boolean
  readonly shift: boolean
}

/** The grid in which a key is pressed. */
export interface GridShape {
  readonly rows: number
  readonly columns: number
  /** Rows by which a page key moves. */
  readonly page: number
  readonly rightToLeft: boolean
}

/** The meaning of a key by the ARIA contract for grids; `null` where it has none here. */
export function gridAction(press: KeyPress, cell: Cell, shape: GridShape): GridAction | null {
  const to = destination(press, cell, shape)
  const { key, mod, shift } = press
  if (to) return moved(cell, inside(to, shape), shift)
  if (key === ' ' && shift) return { kind: 'move', to: cell, extend: true }
  if (key === ' ') return { kind: 'toggle' }
  if (key === 'Enter' && !mod) return { kind: 'choose' }
  if (key === 'ContextMenu' || (key === 'F10' && shift)) return { kind: 'menu' }
  return mod && !shift && key.toLowerCase() === 'a' ? { kind: 'select-all' } : null
}

/** With Shift a move stays among the rows that it selects. */
function moved(from: Cell, to: Cell, shift: boolean): GridAction {
  const among = shift && from.row >= 0 ? { ...to, row: Math.max(0, to.row) } : to
  return { kind: 'move', to: among, extend: shift && to.row !== from.row }
}

/** Upwards no key leads from the header to a row. */
function destination({ key, mod }: KeyPress, { row, column }: Cell, shape: GridShape): Cell | null {
  const onward = shape.rightToLeft ? -1 : 1
  switch (key) {
    case 'ArrowDown':
      return { row: mod ? shape.rows - 1 : row + 1, column }
    case 'ArrowUp':
      return { row: mod ? Math.min(row, 0) : row - 1, column }
    case 'ArrowRight':
      return { row, column: column + onward }
    case 'ArrowLeft':
      return { row, column: column - onward }
    case 'Home':
      return { row: mod ? 0 : row, column: 0 }
    case 'End':
      return { row: mod ? shape.rows - 1 : row, column: shape.columns - 1 }
    case 'PageDown':
      return { row: row + shape.page, column }
    case 'PageUp':
      return { row: Math.min(row, Math.max(0, row - shape.page)), column }
    default:
      return null
  }
}

function inside({ row, column }: Cell, { rows, columns }: GridShape): Cell {
  return {
    row: Math.max(-1, Math.min(row, rows - 1)),
    column: Math.max(0, Math.min(column, columns - 1))
  }
}

/** Scrolls sideways just far enough to show a cell whole, or its start side where it is wider than the grid. */
export function revealCell(grid: HTMLElement, cell: HTMLElement): void {
  const way = sidewaysTo(cell.getBoundingClientRect(), insideOf(grid))
  if (way !== 0) grid.scrollLeft += way
}

interface Span {
  readonly left: number
  readonly right: number
}

/** Without borders and scrollbar, on whichever side that is. */
function insideOf(grid: HTMLElement): Span {
  const left = grid.getBoundingClientRect().left + grid.clientLeft
  return { left, right: left + grid.clientWidth }
}

/** How far to scroll for a span to show within another, px. */
export function sidewaysTo(cell: Span, inside: Span): number {
  if (cell.left < inside.left) return Math.max(cell.left - inside.left, cell.right - inside.right)
  return cell.right > inside.right
    ? Math.min(cell.right - inside.right, cell.left - inside.left)
    : 0
}

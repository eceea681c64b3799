/**
 * The width at which a column shows its header, its cells that are rendered and these texts whole, px. `at`: its place
 * among the columns. All within one turn: nobody sees the grid while it is measured.
 */
export function fitWidth(grid: HTMLElement, at: number, texts: readonly string[]): number {
  const cells = Array.from(grid.querySelectorAll('[role=row]'), (row) => row.children[at])
  const tracks = grid.style.getPropertyValue('--grid-columns')
  grid.style.setProperty('--grid-columns', `repeat(${at + 1}, max-content)`)
  const widths = cells.map((cell) => cell?.getBoundingClientRect().width ?? 0)
  grid.style.setProperty('--grid-columns', tracks)
  const cell = cells[1]
  const padding = cell ? paddingOf(cell) : 0
  return Math.ceil(Math.max(0, ...widths, widestOf(grid, texts) + padding))
}

function paddingOf(cell: Element): number {
  const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(cell)
  return (Number.parseFloat(paddingInlineStart) || 0) + (Number.parseFloat(paddingInlineEnd) || 0)
}

/** Set in the grid's own letters, where nobody sees it. */
function widestOf(grid: HTMLElement, texts: readonly string[]): number {
  const probe = document.createElement('div')
  probe.style.cssText = 'position: absolute; visibility: hidden; white-space: pre'
  probe.append(
    ...texts.map((text) => {
      const line = document.createElement('bdi')
      line.style.display = 'block'
      line.textContent = text
      return line
    })
  )
  grid.append(probe)
  const { width } = probe.getBoundingClientRect()
  probe.remove()
  return width
}

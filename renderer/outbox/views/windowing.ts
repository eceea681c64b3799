/** What is needed to know which rows show. Lengths in CSS pixels. */
export interface Viewport {
  readonly scrollTop: number
  readonly height: number
  readonly rowHeight: number
  readonly count: number
  /** The one row that is open, and how much higher than the others it is. */
  readonly open: { readonly index: number; readonly extra: number } | null
}

/** Rows `first` up to, not including, `end` are drawn, the first of them `top` below the start of `total`. */
export interface VisibleRows {
  readonly first: number
  readonly end: number
  readonly top: number
  readonly total: number
}

/** Rows drawn beyond the visible ones on either side, so that scrolling shows no blanks. */
const spare = 6

/** Which rows of a long list to draw. */
export function visibleRows(viewport: Viewport): VisibleRows {
  const { rowHeight, count, open, scrollTop, height } = viewport
  const extra = open?.extra ?? 0
  const first = clamp(rowAt(viewport, scrollTop) - spare, count)
  const end = clamp(rowAt(viewport, scrollTop + height) + spare + 1, count)
  const above = open !== null && open.index < first ? extra : 0
  return { first, end, top: first * rowHeight + above, total: count * rowHeight + extra }
}

function rowAt({ rowHeight, open }: Viewport, y: number): number {
  if (open === null || y < (open.index + 1) * rowHeight) return Math.floor(y / rowHeight)
  const beyond = y - open.extra
  return Math.max(open.index, Math.floor(beyond / rowHeight))
}

function clamp(row: number, count: number): number {
  return Math.min(Math.max(0, row), count)
}

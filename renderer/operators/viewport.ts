/**
 * Where a list of equally high rows stands under its scrollbar. Browsers stop at some 16 to 33 million pixels
 * of height (less when zoomed); a higher list has a scroll area that is shorter than itself.
 */
export interface Viewport {
  /** What the scrollbar says, px. */
  readonly scrollTop: number
  /** Which pixel of the list is at the top edge. */
  readonly top: number
}

/** What a viewport is measured in, px. */
export interface Measures {
  readonly rows: number
  readonly rowHeight: number
  /** Height of the area in which rows show. */
  readonly height: number
}

/** The highest scroll area that is safe at every zoom. */
const highest = 8_000_000

/** Rows beyond the edges that are rendered too, so that a fling shows no gap. */
const beyond = 8

/** Height of the scroll area. */
export function scrollHeight({ rows, rowHeight }: Measures): number {
  return Math.min(rows * rowHeight, highest)
}

/** The viewport after the scrollbar moved. A short way is taken exactly, a long one in proportion. */
export function scrolled(before: Viewport, scrollTop: number, measures: Measures): Viewport {
  const way = scrollTop - before.scrollTop
  const short = Math.abs(way) < measures.height && ratio(measures) > 1
  const top = short ? before.top + way : scrollTop * ratio(measures)
  return { scrollTop, top: within(top, measures) }
}

/** The viewport with this pixel of the list at its top edge. */
export function placed(top: number, measures: Measures): Viewport {
  const held = within(top, measures)
  return { top: held, scrollTop: held / ratio(measures) }
}

/** The viewport moved just far enough to show a row whole. */
export function revealing(before: Viewport, row: number, measures: Measures): Viewport {
  const start = row * measures.rowHeight
  const end = start + measures.rowHeight
  if (start < before.top) return placed(start, measures)
  if (end > before.top + measures.height) return placed(end - measures.height, measures)
  return before
}

/** The viewport with the same row at its top edge, after rows took another height. */
export function rescaled(before: Viewport, rowHeight: number, measures: Measures): Viewport {
  return placed((before.top / rowHeight) * measures.rowHeight, measures)
}

/** The first row to render, and the row after the last. */
export function rendered(
  { top }: Viewport,
  { rows, rowHeight, height }: Measures
): { readonly from: number; readonly to: number } {
  const from = Math.max(0, Math.floor(top / rowHeight) - beyond)
  return {
    from: Math.min(from, rows),
    to: Math.min(rows, Math.ceil((top + height) / rowHeight) + beyond)
  }
}

/** Where in the scroll area a row is put, px. */
export function offsetOf(
  { top, scrollTop }: Viewport,
  row: number,
  { rowHeight }: Measures
): number {
  return row * rowHeight - top + scrollTop
}

/** Whole rows that fit, at least one: what a page key moves by. */
export function rowsPerPage({ height, rowHeight }: Measures): number {
  return Math.max(1, Math.floor(height / rowHeight) - 1)
}

/** A viewport that shows rows, after they became fewer. */
export function clamped(viewport: Viewport, measures: Measures): Viewport {
  return within(viewport.top, measures) === viewport.top ? viewport : placed(viewport.top, measures)
}

function within(top: number, { rows, rowHeight, height }: Measures): number {
  return Math.max(0, Math.min(top, rows * rowHeight - height))
}

/** List pixels to a pixel of the scrollbar's way. */
function ratio(measures: Measures): number {
  const { rows, rowHeight, height } = measures
  const way = scrollHeight(measures) - height
  return way <= 0 ? 1 : (rows * rowHeight - height) / way
}

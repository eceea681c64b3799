/** Where a header stands in the window, px. */
export interface Span {
  readonly left: number
  readonly right: number
}

/** The place among the other headers, in reading order, at which a header that is held at `x` would come to stand. */
export function headerPlace(x: number, others: readonly Span[], rightToLeft: boolean): number {
  return others.filter(({ left, right }) => {
    const middle = (left + right) / 2
    return rightToLeft ? x < middle : x > middle
  }).length
}

/** The width of a column whose end edge was dragged from one point to another, px. */
export function draggedWidth(
  width: number,
  { from, to }: { readonly from: number; readonly to: number },
  rightToLeft: boolean
): number {
  return rightToLeft ? width + from - to : width + to - from
}

/** A typed number within bounds, a comma as good as a point; `null` where it is none. */
export function readNumber(
  typed: string,
  bounds: { readonly from: number; readonly to: number }
): number | null {
  const text = typed.trim().replace(',', '.')
  if (!/^\d+(?:\.\d+)?$/u.test(text)) return null
  const value = Number(text)
  return value >= bounds.from && value <= bounds.to ? value : null
}

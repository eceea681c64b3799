/** Where a cell stands, both counted from 1. */
export interface Address {
  readonly column: number
  readonly row: number
}

const [a, z, zero, nine] = [0x41, 0x5a, 0x30, 0x39]

/** "AB12" as numbers; `null` for what is no address. */
export function addressOf(text: string): Address | null {
  let at = 0
  let column = 0
  for (; isBetween(text.charCodeAt(at), a, z); at += 1)
    column = column * 26 + text.charCodeAt(at) - a + 1
  const first = at
  let row = 0
  for (; isBetween(text.charCodeAt(at), zero, nine); at += 1)
    row = row * 10 + text.charCodeAt(at) - zero
  return first > 0 && at > first && at === text.length ? { column, row } : null
}

function isBetween(code: number, low: number, high: number): boolean {
  return code >= low && code <= high
}

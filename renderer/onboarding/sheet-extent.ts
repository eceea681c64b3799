import type { IntakeFailure } from './intake-failure.ts'

const place = /<(?:\w+:)?(?:c|row)\s(?:[^>]*?\s)?r=["']([A-Z]*)(\d+)["']/gu
const mostRows = 1_048_576
const mostColumns = 16_384
const mostCells = 20_000_000

/**
 * Why a sheet must not be unrolled, judged by where its cells say that they stand: the reader of workbooks
 * fills every gap, and one cell in a far corner would be more cells than memory holds. `null`: it may be.
 */
export function extentFault(
  xml: string
): Extract<IntakeFailure['kind'], 'damaged-workbook' | 'too-wide'> | null {
  let rows = 0
  let columns = 1
  for (const [, letters = '', digits = ''] of xml.matchAll(place)) {
    rows = Math.max(rows, Number(digits))
    columns = Math.max(columns, columnNumber(letters))
  }
  if (rows > mostRows || columns > mostColumns) return 'damaged-workbook'
  return rows * columns > mostCells ? 'too-wide' : null
}

/** "A" is 1, "XFD" 16,384. */
function columnNumber(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}

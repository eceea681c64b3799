import type { Delimiter } from './parse.ts'

const formula = /^[=+\-@\t\r]/u

/**
 * Rows as CSV that Excel opens as text: UTF-8 with a byte order mark, CRLF, cells that would be a formula
 * guarded by an apostrophe (reading takes it off again). `none` writes commas.
 */
export function writeCsv(rows: readonly (readonly string[])[], delimiter: Delimiter): Uint8Array {
  const separator = delimiter === 'none' ? ',' : delimiter
  const lines = rows.map((row) => row.map((cell) => writeCell(cell, separator)).join(separator))
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`)
}

function writeCell(cell: string, separator: string): string {
  const guarded = formula.test(cell) ? `'${cell}` : cell
  const special =
    guarded.includes(separator) || /["\r\n]/u.test(guarded) || guarded !== guarded.trim()
  return special ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

import { parse, type Delimiter } from './parse.ts'
import { cellAt, cellCount, rowCount, type Table } from './table.ts'
import { roleOfTitle } from './vocabulary.ts'

/** What separates the cells of a text, how that is known, and where the first row begins. */
export interface FoundDelimiter {
  readonly delimiter: Delimiter
  /** `sep-line`: the file says so in its first line, as Excel does. */
  readonly by: 'sep-line' | 'counted' | 'one-per-line'
  readonly from: number
}

const head = 1 << 16
const sepLine = /^"?sep=([,;\t|])"?(?:\r\n|\r|\n|$)/iu

/** Finds the delimiter in the first 64 KiB of a text. Quoted cells are respected. */
export function findDelimiter(text: string): FoundDelimiter {
  const said = sepLine.exec(text.slice(0, 16))
  if (said !== null) {
    return { delimiter: said[1] as Delimiter, by: 'sep-line', from: said[0].length }
  }
  const sample = headOf(text)
  const strong = strongest(sample)
  if (strong !== null) return { delimiter: strong, by: 'counted', from: 0 }
  if (isCommaSeparated(sample)) return { delimiter: ',', by: 'counted', from: 0 }
  return { delimiter: 'none', by: 'one-per-line', from: 0 }
}

/** Where the first row of a text begins under a delimiter that a person chose: behind a `sep=` line. */
export function startOf(text: string): number {
  return sepLine.exec(text.slice(0, 16))?.[0].length ?? 0
}

function headOf(text: string): string {
  if (text.length <= head) return text
  const cut = text.slice(0, head)
  const end = Math.max(cut.lastIndexOf('\n'), cut.lastIndexOf('\r'))
  return end > 0 ? cut.slice(0, end) : cut
}

/** Share of the rows that the delimiter splits at all, and share of those with the commonest width. */
interface Fit {
  readonly split: number
  readonly even: number
}

function fitOf(table: Table): Fit {
  const widths = new Map<number, number>()
  const rows = rowCount(table)
  for (let row = 0; row < rows; row += 1) {
    const width = cellCount(table, row)
    widths.set(width, (widths.get(width) ?? 0) + 1)
  }
  const split = rows - (widths.get(1) ?? 0)
  widths.delete(1)
  return {
    split: rows === 0 ? 0 : split / rows,
    even: Math.max(0, ...widths.values()) / Math.max(1, split)
  }
}

/** Tab, semicolon and bar do not stand in names: where they split most rows, they separate. */
function strongest(sample: string): Delimiter | null {
  const fits = (['\t', ';', '|'] as const)
    .map((delimiter) => ({ delimiter, ...fitOf(parse(sample, { delimiter }).table) }))
    .filter(({ split }) => split >= 0.5)
    .sort((one, other) => other.split * other.even - one.split * one.even)
  return fits[0]?.delimiter ?? null
}

/** A comma separates cells, unless it belongs to the names ("Cohen, David") or stands in few of them. */
function isCommaSeparated(sample: string): boolean {
  const { table } = parse(sample, { delimiter: ',' })
  if (titlesIn(table) >= 2) return true
  const { split, even } = fitOf(table)
  if (split < 0.8 || even < 0.8) return false
  return !isSurnameFirst(sample, table)
}

function titlesIn(table: Table): number {
  const cells = Array.from({ length: cellCount(table, 0) }, (_, column) => cellAt(table, 0, column))
  return cells.filter((cell) => roleOfTitle(cell) !== null).length
}

const nameAfterBlank = /^ [\p{L}\p{M}'’ʼ`׳״".\- ]+$/u

function isSurnameFirst(sample: string, table: Table): boolean {
  if (table.width !== 2 || sample.includes('","')) return false
  for (let row = 0; row < rowCount(table); row += 1) {
    if (cellCount(table, row) === 2 && !nameAfterBlank.test(cellAt(table, row, 1))) return false
  }
  return true
}

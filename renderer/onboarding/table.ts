import { Numbers } from './numbers.ts'

/**
 * A parsed file: every cell is a stretch of one string, so that 100,000 rows are one string and three typed
 * arrays. Cell `k` lies from `bounds[2k]` to `bounds[2k + 1]` of `text`; row `r` has the cells from
 * `firstCells[r]` up to, and without, `firstCells[r + 1]`. Rows may differ in length.
 */
export interface Table {
  readonly text: string
  readonly bounds: Uint32Array
  /** One longer than there are rows. */
  readonly firstCells: Uint32Array
  /** The line of the file where each row begins, from 1. */
  readonly lines: Uint32Array
  /** Cells in the longest row. */
  readonly width: number
}

/** How many rows a table has. */
export function rowCount(table: Table): number {
  return table.lines.length
}

/** How many cells a row has; 0 for a row that does not exist. */
export function cellCount(table: Table, row: number): number {
  return (table.firstCells[row + 1] ?? 0) - (table.firstCells[row] ?? 0)
}

/** Tells the line of the file where a row stands that is counted from the first below the header. */
export function linesIn({ lines }: Table, header: boolean): (row: number) => number {
  const first = header ? 1 : 0
  return (row) => lines[first + row] ?? 0
}

/** The same table without its first rows; every row keeps its line. */
export function rowsFrom(table: Table, row: number): Table {
  if (row === 0) return table
  const { text, bounds, firstCells, lines, width } = table
  return { text, bounds, firstCells: firstCells.subarray(row), lines: lines.subarray(row), width }
}

/** The text of a cell, as it was in the file; empty where the row is shorter. */
export function cellAt(table: Table, row: number, column: number): string {
  if (column < 0 || column >= cellCount(table, row)) return ''
  const cell = ((table.firstCells[row] ?? 0) + column) * 2
  return table.text.slice(table.bounds[cell], table.bounds[cell + 1])
}

/** All cells of a row. */
export function rowAt(table: Table, row: number): string[] {
  return Array.from({ length: cellCount(table, row) }, (_, column) => cellAt(table, row, column))
}

/** Packs rows of cells; rows without any text are left out. For tests. */
export function tableOf(rows: readonly (readonly string[])[]): Table {
  const builder = new TableBuilder()
  const pieces: string[] = []
  let at = 0
  rows.forEach((row, index) => {
    for (const cell of row) {
      pieces.push(cell)
      builder.cell(at, (at += cell.length))
    }
    builder.endRow(
      index + 1,
      row.some((cell) => cell.trim() !== '')
    )
  })
  return builder.table(pieces.join(''))
}

/** Collects cells and rows of a table. */
export class TableBuilder {
  private readonly bounds = new Numbers()
  private readonly firstCells = new Numbers()
  private readonly lines = new Numbers()
  private width = 0

  constructor() {
    this.firstCells.push(0)
  }

  /** Rows so far. */
  get rows(): number {
    return this.lines.length
  }

  /** Adds a cell that lies from `start` to `end` of the text. */
  cell(start: number, end: number): void {
    this.bounds.push(start)
    this.bounds.push(end)
  }

  /** Ends the row that began at that line; forgets its cells unless it is to be kept. */
  endRow(line: number, keep: boolean): void {
    if (!keep) {
      this.bounds.length = this.firstCells.last * 2
      return
    }
    const cells = this.bounds.length / 2
    this.width = Math.max(this.width, cells - this.firstCells.last)
    this.firstCells.push(cells)
    this.lines.push(line)
  }

  /** The finished table over that text. */
  table(text: string): Table {
    return {
      text,
      bounds: this.bounds.done(),
      firstCells: this.firstCells.done(),
      lines: this.lines.done(),
      width: this.width
    }
  }
}

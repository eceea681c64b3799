import { limits } from '../intake-failure.ts'
import { Numbers } from '../numbers.ts'
import type { Table } from '../table.ts'
import type { WorkbookFault } from './fault.ts'
import { fillDown, type MergedDown } from './merged-cells.ts'
import type { PiledText } from './text-pile.ts'

const mostRows = 1_048_576
const mostColumns = 16_384
const mostCells = 20_000_000

/** Collects the cells of a sheet, row by row; rows without any text are left out. */
export class SheetRows {
  fault: WorkbookFault | null = null
  readonly merged: MergedDown[] = []
  private readonly bounds = new Numbers()
  private readonly firsts = new Numbers()
  private readonly lines = new Numbers()
  /** Of the row that is being collected. */
  private row = new Uint32Array(64)
  private reached = 0
  private says = false
  private width = 0
  private height = 0

  /** Puts a text into the row that is being collected; columns come in their order, from 0. */
  put(column: number, { start, end, blank }: PiledText): void {
    if (column * 2 + 2 > this.row.length) this.row = widened(this.row, column * 4 + 4)
    this.row.fill(0, this.reached * 2, column * 2)
    this.row[column * 2] = start
    this.row[column * 2 + 1] = end
    this.reached = column + 1
    if (!blank) this.says = true
  }

  /** Says that something stands there, both from 1: a sheet whose corner is too far away is not unrolled. */
  reach(line: number, column: number): void {
    this.height = Math.max(this.height, line)
    this.width = Math.max(this.width, column)
    if (this.height * this.width > mostCells) this.fault ??= 'too-wide'
  }

  /** Ends the row that stands on that line. */
  endRow(line: number): void {
    if (this.says) {
      this.firsts.push(this.bounds.length)
      this.lines.push(line)
      for (let at = 0; at < this.reached * 2; at += 1) this.bounds.push(this.row[at] ?? 0)
      if (this.lines.length > limits.rows) this.fault ??= 'too-many-rows'
    }
    this.reached = 0
    this.says = false
  }

  /** The sheet over the pile's text, every row as wide as the widest. */
  table(text: string): Table {
    const lines = this.lines.done()
    const { width } = this
    const bounds = this.square(lines.length)
    fillDown({ bounds, lines, width }, this.merged)
    const firstCells = Uint32Array.from({ length: lines.length + 1 }, (_, row) => row * width)
    return { text, bounds, firstCells, lines, width: lines.length === 0 ? 0 : width }
  }

  private square(rows: number): Uint32Array {
    const ragged = this.bounds.done()
    const square = new Uint32Array(rows * this.width * 2)
    for (let row = 0; row < rows; row += 1) {
      const next = this.firsts.at(row + 1) ?? ragged.length
      square.set(ragged.subarray(this.firsts.at(row), next), row * this.width * 2)
    }
    return square
  }
}

function widened(row: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(length)
  wider.set(row)
  return wider
}

/** Whether a sheet may have a cell there, both counted from 1. */
export function isInSheet(row: number, column: number): boolean {
  return row >= 1 && row <= mostRows && column >= 1 && column <= mostColumns
}

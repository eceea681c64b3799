import type { FieldColumns } from './person-row.ts'
import { cellAt, rowCount, type Table } from './table.ts'

/** What stands before an entry of a list as people write one: a bullet, a dash, a number with a dot or a bracket. */
const mark = /^\s*(?:[•·▪◦‣●○*–—-]|\d{1,6}[.)])\s+(?=\S)/u

const rowsLookedAt = 200
/** One person may be called so; a list is marked throughout. */
const fewest = 2
const enough = 0.8

/** Takes the mark off a name. */
export function withoutListMark(name: string): string {
  return name.replace(mark, '')
}

/** Whether the names of a table are marked as the entries of a list; `first`: the first row of a person. */
export function hasListMarks(table: Table, { name }: FieldColumns, first: number): boolean {
  const [column, ...others] = name
  if (column === undefined || others.length > 0) return false
  const last = Math.min(rowCount(table), first + rowsLookedAt)
  let names = 0
  let marked = 0
  for (let row = first; row < last; row += 1) {
    const cell = cellAt(table, row, column)
    if (cell.trim() === '') continue
    names += 1
    if (mark.test(cell)) marked += 1
  }
  return marked >= fewest && marked >= names * enough
}

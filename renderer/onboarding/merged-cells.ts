import type { UnpackedFiles } from './unpack-workbook.ts'

/** A column of a merged range: the text of its top cell belongs to every row of it. Counted from 0, both included. */
export interface MergedDown {
  readonly column: number
  readonly top: number
  readonly bottom: number
}

const sheetTag = /<(?:\w+:)?sheet\s[^>]*>/gu
const relationTag = /<(?:\w+:)?Relationship\s[^>]*>/gu
const mergeTag = /<(?:\w+:)?mergeCell\s[^>]*?ref=["']\$?([A-Z]+)\$?(\d+):\$?[A-Z]+\$?(\d+)["']/gu

/** Ranges over several rows, sheet by sheet in the order of the workbook; the reader of workbooks tells none. */
export function mergedDown(files: UnpackedFiles): readonly (readonly MergedDown[])[] {
  const text = (path: string): string => new TextDecoder().decode(files.get(path))
  const targets = targetsIn(text('xl/_rels/workbook.xml.rels'))
  return [...text('xl/workbook.xml').matchAll(sheetTag)].map(([tag]) => {
    const target = targets.get(attribute(tag, String.raw`\w+:id`))
    return target === undefined ? [] : rangesIn(text(target))
  })
}

/**
 * Fills merged texts down, in place: into rows that say something of their own, not into those that are there
 * only because a merged cell is tall. Ranges do not overlap in a whole file; in a broken one the first holds.
 */
export function fillDown(rows: string[][], merged: readonly MergedDown[]): void {
  const filled = new Map<number, number>()
  const own = rows.map((row) => row.some((cell) => cell.trim() !== ''))
  for (const { column, top, bottom } of [...merged].sort((one, other) => one.top - other.top)) {
    if (top <= (filled.get(column) ?? -1)) continue
    filled.set(column, bottom)
    const cell = rows[top]?.[column] ?? ''
    const below = rows.slice(top + 1, bottom + 1).filter((_, at) => own[top + 1 + at])
    for (const row of below) put(row, column, cell)
  }
}

function put(row: string[], column: number, cell: string): void {
  while (row.length < column) row.push('')
  row[column] = cell
}

function targetsIn(relations: string): ReadonlyMap<string, string> {
  return new Map(
    [...relations.matchAll(relationTag)].map(([tag]) => {
      const target = attribute(tag, 'Target')
      return [attribute(tag, 'Id'), target.startsWith('/') ? target.slice(1) : `xl/${target}`]
    })
  )
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}=["']([^"']*)["']`, 'u').exec(tag)?.[1] ?? ''
}

function rangesIn(sheet: string): MergedDown[] {
  const end = Math.max(0, sheet.lastIndexOf('sheetData'))
  return [...sheet.slice(end).matchAll(mergeTag)]
    .map(([, letters = '', from = '', to = '']) => ({
      column: columnNumber(letters),
      top: Number(from) - 1,
      bottom: Number(to) - 1
    }))
    .filter(({ top, bottom }) => bottom > top)
}

function columnNumber(letters: string): number {
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

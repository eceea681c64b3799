import { TableBuilder, type Table } from './table.ts'

/** What separates cells; `none`: every line is one cell, the natural form of a list of names. */
export type Delimiter = ',' | ';' | '\t' | '|' | 'none'

/** Every delimiter, in the order in which they are offered. */
export const delimiters = [',', ';', '\t', '|', 'none'] as const satisfies readonly Delimiter[]

/** A quote that opens a cell and is closed nowhere sensible; it was read as an ordinary character. */
export interface UnclosedQuote {
  /** Line of the file, from 1. */
  readonly line: number
  /** Cell of the row, from 1. */
  readonly cell: number
}

/** A text read as a table. */
export interface Parsed {
  readonly table: Table
  readonly unclosed: readonly UnclosedQuote[]
  /** The file has more rows than were asked for; the rest was not read. */
  readonly cut: boolean
}

/** How a text is to be read: `from` is where it begins (after a `sep=` line), `maxRows` where to stop. */
export interface Layout {
  readonly delimiter: Delimiter
  readonly from?: number
  readonly maxRows?: number
}

/**
 * Reads a decoded text as a table. A cell is quoted where it begins with a quote that is closed
 * before a delimiter or a line's end; a quote elsewhere (`רס"ן`) is a character, and so is one that would
 * swallow the lines after it. Rows without any text are left out.
 */
export function parse(text: string, layout: Layout): Parsed {
  const reader = new Reader(text, layout)
  while (reader.more()) reader.cell()
  return reader.parsed()
}

const quote = 0x22
const lineFeed = 0x0a
const carriageReturn = 0x0d
const longestQuoted = 1 << 15
const mostLinesQuoted = 64

class Reader {
  private readonly builder = new TableBuilder()
  private readonly unclosed: UnclosedQuote[] = []
  private readonly delimiter: number
  private readonly lineBreak: string
  private readonly maxRows: number
  /** Cells that held doubled quotes, without the doubling; they follow the text. */
  private readonly extras: string[] = []
  private extrasEnd: number
  private at: number
  private line: number
  private rowLine: number
  private cells = 0
  private blank = true
  private rowOpen = false
  /** Between these two there is no line break, but at the second. */
  private brokenFrom = 0
  private brokenAt = -1

  private readonly text: string

  constructor(text: string, { delimiter, from = 0, maxRows = Infinity }: Layout) {
    this.text = text
    this.delimiter = delimiter === 'none' ? -1 : delimiter.charCodeAt(0)
    this.lineBreak = text.includes('\n') ? '\n' : '\r'
    this.maxRows = maxRows
    this.extrasEnd = text.length
    this.at = from
    this.line = from > 0 ? 2 : 1
    this.rowLine = this.line
  }

  /** Whether a cell begins here: there is text left, or a delimiter was the last character. */
  more(): boolean {
    return (this.at < this.text.length || this.rowOpen) && this.builder.rows <= this.maxRows
  }

  /** Reads one cell and what ends it. */
  cell(): void {
    const open = skipSpaces(this.text, this.at)
    const end = this.text.charCodeAt(open) === quote ? this.quoted(open) : this.plain(this.at)
    this.cells += 1
    this.rowOpen = this.text.charCodeAt(end) === this.delimiter
    if (this.rowOpen) this.at = end + 1
    else this.endRow(end)
  }

  parsed(): Parsed {
    const text = this.extras.length === 0 ? this.text : this.text + this.extras.join('')
    const cut = this.builder.rows > this.maxRows
    return { table: this.builder.table(text), unclosed: this.unclosed, cut }
  }

  private endRow(end: number): void {
    this.builder.endRow(this.rowLine, !this.blank)
    const windows =
      this.text.charCodeAt(end) === carriageReturn && this.text.charCodeAt(end + 1) === lineFeed
    this.at = end + (windows ? 2 : 1)
    this.line += 1
    this.rowLine = this.line
    this.cells = 0
    this.blank = true
  }

  private keep(start: number, end: number): void {
    this.builder.cell(start, end)
    if (this.blank && end > start) this.blank = this.text.slice(start, end).trim() === ''
  }

  private plain(start: number): number {
    const end = plainEnd(this.text, start, this.delimiter)
    this.keep(start, end)
    return end
  }

  private quoted(open: number): number {
    const close = this.closingQuote(open)
    if (close < 0) {
      if (open === this.at && !closedOnItsLine(this.text, open))
        this.unclosed.push({ line: this.line, cell: this.cells + 1 })
      return this.plain(this.at)
    }
    this.line += this.breaksBetween(open, close)
    this.keepUnquoted(open + 1, close)
    return skipBlanks(this.text, close + 1, this.delimiter)
  }

  private keepUnquoted(start: number, end: number): void {
    const content = this.text.slice(start, end)
    if (!content.includes('""')) {
      this.keep(start, end)
      return
    }
    const single = content.replaceAll('""', '"')
    this.extras.push(single)
    this.builder.cell(this.extrasEnd, (this.extrasEnd += single.length))
    this.blank = false
  }

  /** Where the quote that opens at `open` is closed; -1 where it would swallow lines that are not its own. */
  private closingQuote(open: number): number {
    const firstBreak = this.nextBreak(open)
    let stray = false
    let at = this.text.indexOf('"', open + 1)
    // However long a cell is that is closed on its line: it swallows nothing.
    while (at >= 0 && (at - open <= longestQuoted || (!stray && at < firstBreak))) {
      const doubled = this.text.charCodeAt(at + 1) === quote
      if (!doubled && this.endsCell(at + 1))
        return stray && at > firstBreak ? -1 : this.unlessTooTall(open, at)
      if (!doubled && at > firstBreak) return -1
      stray ||= !doubled
      at = this.text.indexOf('"', at + (doubled ? 2 : 1))
    }
    return -1
  }

  private unlessTooTall(open: number, close: number): number {
    return this.breaksBetween(open, close) > mostLinesQuoted ? -1 : close
  }

  private endsCell(at: number): boolean {
    const next = this.text.charCodeAt(skipBlanks(this.text, at, this.delimiter))
    return (
      Number.isNaN(next) || next === this.delimiter || next === lineFeed || next === carriageReturn
    )
  }

  /** Remembered: on a line of a million quoted cells each of them asks. */
  private nextBreak(from: number): number {
    if (from < this.brokenFrom || from > this.brokenAt) {
      const at = this.text.indexOf(this.lineBreak, from)
      this.brokenAt = at < 0 ? this.text.length : at
    }
    this.brokenFrom = from
    return this.brokenAt
  }

  private breaksBetween(from: number, to: number): number {
    let count = 0
    for (let at = this.nextBreak(from); at < to; at = this.nextBreak(at + 1)) count += 1
    return count
  }
}

function plainEnd(text: string, start: number, delimiter: number): number {
  let at = start
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === delimiter || code === lineFeed || code === carriageReturn) return at
    at += 1
  }
  return at
}

function skipBlanks(text: string, from: number, delimiter: number): number {
  let at = from
  while (isBlank(text.charCodeAt(at)) && text.charCodeAt(at) !== delimiter) at += 1
  return at
}

/** Some programs write a blank between a separator and the quotes. */
function skipSpaces(text: string, from: number): number {
  let at = from
  while (text.charCodeAt(at) === 0x20) at += 1
  return at
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0xa0
}

/** `"Bibi" Netanyahu`: a pair of quotes that belongs to the cell's text, nothing to report. */
function closedOnItsLine(text: string, open: number): boolean {
  for (let at = open + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === quote) return true
    if (code === lineFeed || code === carriageReturn) return false
  }
  return false
}

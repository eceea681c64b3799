import { addressOf } from './cell-address.ts'
import { dateOfNumber, dateOfText, plainNumber, truth } from './cell-text.ts'
import type { WorkbookFault } from './fault.ts'
import { mergedDown } from './merged-cells.ts'
import type { SharedStrings } from './shared-strings.ts'
import { isInSheet, SheetRows } from './sheet-rows.ts'
import type { Styles } from './styles.ts'
import type { PiledText, TextPile } from './text-pile.ts'
import { attributeOf, eachAttribute, unescapeText } from './xml-text.ts'
import type { XmlEvents } from './xml-reader.ts'

/** What the cells of all sheets refer to, and the pile onto which their own texts go. */
export interface SheetContext {
  readonly strings: SharedStrings
  readonly styles: Styles
  readonly since1904: boolean
  readonly pile: TextPile
}

const mostMerged = 1_000_000

/** Reads a sheet, cell by cell as they come. Rows and cells that do not say where they stand follow each other. */
export class SheetReader implements XmlEvents {
  readonly rows = new SheetRows()
  private readonly context: SheetContext
  private broken = false
  private inData = false
  /** There has been a place for rows at all. */
  private hasData = false
  private inRow = false
  private row = 0
  /** The row has said where it stands. */
  private placedRow = true
  /** Where the last cell says that its row is, which in broken files is somewhere else. */
  private saidRow = 0
  private column = 0
  /** What the cell says of itself. */
  private at: string | null = null
  private type = 'n'
  /** As it is written: the first one, where nothing is. */
  private style = '0'
  private value: string | null = null
  private inline: string | null = null
  private inPhonetic = false
  private target: 'value' | 'inline' | null = null

  constructor(context: SheetContext) {
    this.context = context
  }

  get fault(): WorkbookFault | null {
    return this.broken ? 'damaged-workbook' : this.rows.fault
  }

  /** Whether the part was a sheet of cells. */
  get isSheet(): boolean {
    return this.hasData
  }

  open(name: string, tag: string): void {
    if (name === 'sheetData') this.inData = this.hasData = true
    else if (name === 'mergeCell') this.merge(tag)
    else if (this.inData) this.openInside(name, tag)
  }

  close(name: string): void {
    if (!this.inData) return
    if (name === 'c') this.endCell()
    else if (name === 'row') this.endRow()
    else if (name === 'rPh') this.inPhonetic = false
    else if (name === 'v' || name === 't') this.target = null
    else if (name === 'sheetData') this.inData = false
  }

  text(text: string): void {
    if (this.target === 'value') this.value = (this.value ?? '') + text
    else if (this.target === 'inline') this.inline = (this.inline ?? '') + text
  }

  private openInside(name: string, tag: string): void {
    if (name === 'c') this.openCell(tag)
    else if (name === 'v') this.target = 'value'
    else if (name === 't') this.target = this.inPhonetic ? null : 'inline'
    else if (name === 'rPh') this.inPhonetic = true
    else if (name === 'row') this.openRow(attributeOf(tag, 'r'))
  }

  private openRow(at: string | null): void {
    const before = this.row
    this.placedRow = at !== null
    this.row = at === null ? before + 1 : Number(at)
    this.saidRow = this.row
    this.column = 0
    if (this.inRow || !(this.row > before) || !isInSheet(this.row, 1)) this.broken = true
    this.inRow = true
  }

  private endRow(): void {
    this.rows.endRow(this.row)
    this.inRow = false
  }

  private openCell(tag: string): void {
    this.clear()
    eachAttribute(tag, this.takeAttribute)
    if (this.at === null) this.column += 1
    else this.stand(this.at)
    if (!this.inRow || !isInSheet(this.saidRow, this.column)) this.broken = true
  }

  private clear(): void {
    this.type = 'n'
    this.style = '0'
    this.value = null
    this.inline = null
    this.at = null
  }

  private readonly takeAttribute = (name: string, value: string): void => {
    if (name === 'r') this.at = value
    else if (name === 't') this.type = value
    else if (name === 's') this.style = value
  }

  private stand(at: string): void {
    const address = addressOf(at)
    if (address === null || address.column <= this.column) {
      this.broken = true
      return
    }
    this.column = address.column
    this.saidRow = address.row
    // A row that does not say where it stands is where its first cell says.
    if (!this.placedRow) this.row = Math.max(this.row, address.row)
    this.placedRow = true
  }

  private endCell(): void {
    if (this.broken) return
    const placed = this.placed()
    if (placed === null || placed.start === placed.end) return
    this.rows.reach(Math.max(this.row, this.saidRow), this.column)
    this.rows.put(this.column - 1, placed)
  }

  private placed(): PiledText | null {
    if (this.type !== 's') return this.own(this.shown())
    if (!this.value) return null
    const found = this.context.strings.at(Number(this.value))
    if (found === null) this.broken = true
    return found
  }

  private own(text: string): PiledText | null {
    if (text === '') return null
    const { pile } = this.context
    const start = pile.length
    pile.add(text)
    return { start, end: pile.length, blank: text.trim() === '' }
  }

  /** The cell's own text. */
  private shown(): string {
    const value = this.value ?? ''
    switch (this.type) {
      case 'inlineStr':
        return unescapeText(this.inline ?? value)
      case 'str':
      case 'e':
        return unescapeText(value)
      case 'b':
        return truth(value)
      case 'd':
        return dateOfText(value)
      case 'n':
        return value === '' ? unescapeText(this.inline ?? '') : this.number(value)
      default:
        // Whatever it means: read in another way, a number could pass for a name.
        this.broken = true
        return ''
    }
  }

  private number(value: string): string {
    const { styles, since1904 } = this.context
    const style = Number(this.style)
    if (!styles.has(style)) this.broken = true
    return styles.showsDate(style) ? dateOfNumber(value, since1904) : plainNumber(value)
  }

  private merge(tag: string): void {
    const range = mergedDown(attributeOf(tag, 'ref') ?? '')
    if (range === null) return
    this.rows.merged.push(range)
    if (this.rows.merged.length > mostMerged) this.broken = true
  }
}

import { Numbers } from '../numbers.ts'
import type { WorkbookFault } from './fault.ts'
import type { PiledText, TextPile } from './text-pile.ts'
import { unescapeText } from './xml-text.ts'
import type { XmlEvents } from './xml-reader.ts'

const mostStrings = 20_000_000

/** Reads the texts that the cells of a workbook share onto a pile; what only says how to speak them is left out. */
export class SharedStrings implements XmlEvents {
  fault: WorkbookFault | null = null
  private readonly pile: TextPile
  /** Where each text ends, doubled, and one more where it is blank: half of what two lists would take. */
  private readonly ends = new Numbers()
  private readonly first: number
  private inText = false
  private inPhonetic = false
  private current = ''

  constructor(pile: TextPile) {
    this.pile = pile
    this.first = pile.length
  }

  open(name: string): void {
    if (name === 'si') this.current = ''
    else if (name === 'rPh') this.inPhonetic = true
    else if (name === 't') this.inText = !this.inPhonetic
  }

  close(name: string): void {
    if (name === 't') this.inText = false
    else if (name === 'rPh') this.inPhonetic = false
    else if (name === 'si') this.add(unescapeText(this.current))
  }

  text(text: string): void {
    if (this.inText) this.current += text
  }

  /** The text of a number, if there is one. */
  at(index: number): PiledText | null {
    const packed = this.ends.at(index)
    if (packed === undefined) return null
    const start = index === 0 ? this.first : (this.ends.at(index - 1) ?? 0) >>> 1
    return { start, end: packed >>> 1, blank: packed % 2 === 1 }
  }

  private add(text: string): void {
    this.pile.add(text)
    this.ends.push(this.pile.length * 2 + (text.trim() === '' ? 1 : 0))
    if (this.ends.length > mostStrings) this.fault = 'bomb'
  }
}

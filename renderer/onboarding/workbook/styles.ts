import { Numbers } from '../numbers.ts'
import { isDateFormat } from './date-format.ts'
import { attributeOf } from './xml-text.ts'
import type { XmlEvents } from './xml-reader.ts'

/** Formats with lower numbers are the same in every workbook. */
const firstOwn = 59
const lastOwn = 0xffff

/** Reads which styles of cells show their number as a date. */
export class Styles implements XmlEvents {
  readonly fault = null
  private readonly codes = new Map<number, string>()
  private readonly formats = new Numbers()
  private readonly bases = new Numbers()
  private readonly dates = new Map<number, boolean>()
  private list: Numbers | null = null

  open(name: string, tag: string): void {
    if (name === 'cellXfs') this.list = this.formats
    else if (name === 'cellStyleXfs') this.list = this.bases
    else if (name === 'numFmt') this.define(tag)
    else if (name === 'xf') this.list?.push(this.formatOf(tag))
  }

  close(name: string): void {
    if (name === 'cellXfs' || name === 'cellStyleXfs') this.list = null
  }

  text(): void {}

  /** Whether the workbook has that style; a first one is there even where none are listed. */
  has(style: number): boolean {
    return style === 0 || this.formats.at(style) !== undefined
  }

  /** Whether cells of that style show dates. */
  showsDate(style: number): boolean {
    const format = this.formats.at(style)
    if (format === undefined || format > lastOwn) return false
    const known = this.dates.get(format)
    if (known !== undefined) return known
    const shows = isDateFormat(format, this.codes.get(format))
    this.dates.set(format, shows)
    return shows
  }

  private define(tag: string): void {
    const id = Number(attributeOf(tag, 'numFmtId'))
    if (id >= firstOwn && id <= lastOwn) this.codes.set(id, attributeOf(tag, 'formatCode') ?? '')
  }

  /** Of a style's own, or of the one that it is made from. */
  private formatOf(tag: string): number {
    const own = attributeOf(tag, 'numFmtId')
    if (own !== null) return Number(own)
    return this.bases.at(Number(attributeOf(tag, 'xfId') ?? Number.NaN)) ?? 0
  }
}

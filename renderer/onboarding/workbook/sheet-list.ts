import type { WorkbookFault } from './fault.ts'
import { attributeOf, unescapeText } from './xml-text.ts'
import type { XmlEvents } from './xml-reader.ts'

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string
  readonly hidden: boolean
  /** Of the relation that leads to its part. */
  readonly relation: string
}

const mostSheets = 10_000

/** Reads which sheets a workbook has, in their order, and from which year its dates count. */
export class SheetList implements XmlEvents {
  fault: WorkbookFault | null = null
  readonly sheets: ListedSheet[] = []
  private from1904: boolean | null = null

  get since1904(): boolean {
    return this.from1904 ?? false
  }

  open(name: string, tag: string): void {
    if (name === 'workbookPr') this.from1904 ??= isTrue(attributeOf(tag, 'date1904'))
    const title = name === 'sheet' ? attributeOf(tag, 'name') : null
    if (!title) return
    this.sheets.push({
      name: unescapeText(title),
      hidden: /^(?:veryH|h)idden$/u.test(attributeOf(tag, 'state') ?? ''),
      relation: attributeOf(tag, 'id') ?? ''
    })
    if (this.sheets.length > mostSheets) this.fault = 'damaged-workbook'
  }

  close(): void {}

  text(): void {}
}

function isTrue(value: string | null): boolean {
  return value === '1' || value === 'true'
}

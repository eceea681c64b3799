import type { Table } from '../table.ts'
import type { WorkbookFault } from './fault.ts'
import { Relations, relationsOf } from './relations.ts'
import { SharedStrings } from './shared-strings.ts'
import { SheetList, type ListedSheet } from './sheet-list.ts'
import { SheetReader, type SheetContext } from './sheet-reader.ts'
import type { SheetRows } from './sheet-rows.ts'
import { Styles } from './styles.ts'
import { TextPile } from './text-pile.ts'
import type { WorkbookPackage } from './workbook-package.ts'
import type { XmlEvents } from './xml-reader.ts'

/** One sheet of a workbook, its cells as text. */
export interface Sheet {
  readonly name: string
  readonly table: Table
}

/** Told which share is read, from 0 to 1. */
type Share = (share: number) => void

/** What a workbook lists, and where its parts are. */
interface Book {
  readonly list: SheetList
  readonly relations: Relations
}

/** Reads the sheets of a workbook, hidden ones last; those that hold no cells, such as charts, have no rows. */
export async function readSheets(
  from: WorkbookPackage,
  progress: Share
): Promise<readonly Sheet[] | WorkbookFault> {
  const book = await readBook(from)
  if (typeof book === 'string') return book
  const reading = new Reading(from, book, progress)
  const fault = (await reading.readCommon()) ?? (await reading.readAll())
  return fault ?? reading.sheets()
}

async function readBook(from: WorkbookPackage): Promise<Book | WorkbookFault> {
  const main = await mainPart(from)
  const list = new SheetList()
  const relations = new Relations(main)
  const fault = (await from.read(main, list)) ?? (await from.read(relationsOf(main), relations))
  return fault ?? { list, relations }
}

/** Where nearly every program puts it, or where the archive says that it is. */
async function mainPart(from: WorkbookPackage): Promise<string> {
  const usual = 'xl/workbook.xml'
  if (from.has(usual)) return usual
  const relations = new Relations('')
  const fault = await from.read(relationsOf(''), relations)
  return (fault === null && relations.path('officeDocument')) || usual
}

class Reading {
  private readonly from: WorkbookPackage
  private readonly book: Book
  private readonly progress: Share
  private readonly context: SheetContext
  /** By path: a sheet that is listed a thousand times is read once. */
  private readonly read = new Map<string, SheetRows>()
  private readonly common: readonly (readonly [string, XmlEvents])[]
  private readonly total: number
  private done = 0
  private told = 0

  constructor(from: WorkbookPackage, book: Book, progress: Share) {
    this.from = from
    this.book = book
    this.progress = progress
    const pile = new TextPile()
    const [strings, styles] = [new SharedStrings(pile), new Styles()]
    this.context = { strings, styles, pile, since1904: book.list.since1904 }
    const { relations } = book
    const common: readonly (readonly [string, XmlEvents])[] = [
      [relations.path('sharedStrings') ?? 'xl/sharedStrings.xml', strings],
      [relations.path('styles') ?? 'xl/styles.xml', styles]
    ]
    this.common = common.filter(([path]) => from.has(path))
    const paths = new Set([...this.common.map(([path]) => path), ...this.paths()])
    this.total = [...paths].reduce((sum, path) => sum + from.packedSize(path), 0)
  }

  /** Shared texts and styles, to which the cells of all sheets refer. */
  async readCommon(): Promise<WorkbookFault | null> {
    let fault: WorkbookFault | null = null
    for (const [path, events] of this.common) fault ??= await this.part(path, events)
    return fault
  }

  async readAll(): Promise<WorkbookFault | null> {
    let fault: WorkbookFault | null = null
    for (const path of this.paths()) fault ??= await this.sheet(path)
    return fault
  }

  /** What was read, all of it over one text. */
  sheets(): Sheet[] {
    const text = this.context.pile.text()
    const tables = new Map([...this.read].map(([path, rows]) => [path, rows.table(text)]))
    const { sheets } = this.book.list
    const ordered = [
      ...sheets.filter(({ hidden }) => !hidden),
      ...sheets.filter((one) => one.hidden)
    ]
    return ordered.flatMap((sheet) => {
      const table = tables.get(this.pathOf(sheet) ?? '')
      return table === undefined ? [] : [{ name: sheet.name, table }]
    })
  }

  private async sheet(path: string): Promise<WorkbookFault | null> {
    const reader = new SheetReader(this.context)
    const fault = await this.part(path, reader)
    this.read.set(path, reader.rows)
    return fault ?? (reader.isSheet ? null : 'damaged-workbook')
  }

  private async part(path: string, events: XmlEvents): Promise<WorkbookFault | null> {
    const before = this.done
    return this.from.read(path, events, (packed) => this.tell(before + packed))
  }

  /** In steps of half a percent: a person sees no smaller ones, and each is a message to the window. */
  private tell(done: number): void {
    this.done = done
    const share = Math.min(1, done / this.total)
    if (share < 1 && share - this.told < 0.005) return
    this.told = share
    this.progress(share)
  }

  private paths(): ReadonlySet<string> {
    return new Set(this.book.list.sheets.flatMap((sheet) => this.pathOf(sheet) ?? []))
  }

  private pathOf({ relation }: ListedSheet): string | null {
    const found = this.book.relations.find(relation)
    return found?.type === 'worksheet' ? found.path : null
  }
}

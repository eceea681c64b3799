import type { GridColumn } from '../../shared/grid-settings.ts'
import type { Bridge } from '../../shared/ipc.ts'
import { explain, type Explanation } from '../../shared/messages/explain.ts'
import type { Messages } from '../../shared/messages/messages.ts'
import type { Toasts } from '../design/toasts.svelte.ts'
import type { RowsNow } from './places.ts'
import { csvOf, tableOf, type TextTable } from './table-text.ts'
import type { WorkbookRequest } from './workbook.ts'

/** What kind of file: plain text that everything reads, or a workbook. */
export type ExportKind = 'csv' | 'xlsx'

/** So many rows are written before the window may paint. */
const slice = 2_000

/** What an export needs. `title`: whose operators they are, for the name of the file. */
export interface ExportPorts {
  readonly words: Messages
  readonly title: string
  readonly organizationName: (id: number) => string
  readonly columns: readonly GridColumn[]
  readonly kind: ExportKind
  /** Which way the file's language runs. */
  readonly rightToLeft: boolean
  /** Lets the window paint. */
  readonly breathe: () => Promise<void>
  readonly writeWorkbook: (request: WorkbookRequest) => Promise<Uint8Array>
  readonly saveFile: Bridge['frame']['saveFile']
  readonly toasts: Pick<Toasts, 'show'>
}

/** Saves rows as a file where the person says, and tells how that went; nothing where they cancel. */
export async function exportRows(rows: RowsNow, ports: ExportPorts): Promise<void> {
  const { words, title, kind, saveFile, toasts } = ports
  const name = `${title} - ${words.grid.export.fileName}.${kind}`
  const saved = await saveFile(name, await bytesOf(rows, ports))
  if (!saved.ok) {
    const { failure } = saved
    toasts.show(({ failures }) => told(explain(failure, failures)), null, 'danger')
  } else if (saved.value !== null) {
    const as = saved.value
    toasts.show(({ grid }) => grid.export.saved(as, rows.count))
  }
}

async function bytesOf(rows: RowsNow, ports: ExportPorts): Promise<Uint8Array> {
  const { columns, words, rightToLeft, writeWorkbook } = ports
  const { header } = tableOf([], ports)
  if (ports.kind === 'csv') {
    const pieces = [csvOf({ header, rows: [] })]
    await inSlices(rows, ports, (cells) => pieces.push(csvOf({ header: null, rows: cells })))
    return joined(pieces)
  }
  const table: (readonly string[])[] = []
  await inSlices(rows, ports, (cells) => table.push(...cells))
  const idColumn = columns.indexOf('id')
  const { operators: sheet } = words.grid
  return writeWorkbook({ table: { header, rows: table }, sheet, rightToLeft, idColumn })
}

/** A million rows would hold the window up for seconds. */
async function inSlices(
  { count, rowAt }: RowsNow,
  ports: ExportPorts,
  take: (cells: TextTable['rows']) => void
): Promise<void> {
  for (let from = 0; from < count; from += slice) {
    if (from > 0) await ports.breathe()
    const length = Math.min(slice, count - from)
    const rows = Array.from({ length }, (_, at) => rowAt(from + at))
    take(tableOf(rows, ports).rows)
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}

function told({ what, todo }: Explanation): string {
  return [what, todo].filter(Boolean).join(' ')
}
